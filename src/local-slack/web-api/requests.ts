import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson } from '../json.ts';

export interface ApiRequest {
  readonly token?: string;
  readonly args: JsonObject;
  /** Why the body cannot be read at all. */
  readonly malformed?: 'invalid_json' | 'json_not_object' | 'invalid_post_type';
}

/**
 * Reads a call's arguments and token. In a form, everything is text, and what is an object or array is JSON in it;
 * in a JSON body, the token must be in the header.
 */
export function readRequest(request: IncomingMessage, body: string): ApiRequest {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const isJson = type === 'application/json';
  if (!isJson && type !== 'application/x-www-form-urlencoded' && body !== '')
    return { args: {}, malformed: 'invalid_post_type' };
  const parsed = isJson && body !== '' ? parseJson(body) : Object.fromEntries(new URLSearchParams(body));
  if (!isObject(parsed))
    return { args: {}, malformed: parsed === undefined ? 'invalid_json' : 'json_not_object' };
  const { token: inBody, ...args } = parsed;
  const token = bearer(request) ?? (isJson ? undefined : inBody);
  return { args, ...(typeof token === 'string' && token !== '' && { token }) };
}

/** An argument that is an object or an array: as such, or as JSON in a text. Undefined where it is neither. */
export function structured(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
