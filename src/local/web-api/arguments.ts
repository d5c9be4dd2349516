import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson } from '../json.ts';

export interface ApiRequest {
  readonly token?: string;
  readonly args: JsonObject;
}

/**
 * Reads a call's arguments and token. In a form, everything is text, and what is an object or array is JSON in it;
 * in a JSON body, the token must be in the header.
 */
export function readRequest(request: IncomingMessage, body: string): ApiRequest {
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json');
  const parsed = isJson ? parseJson(body) : Object.fromEntries(new URLSearchParams(body));
  const { token: inBody, ...args } = isObject(parsed) ? parsed : {};
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
