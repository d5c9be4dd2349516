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
export function readCall(request: IncomingMessage, body: string): ApiRequest {
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
export function parseStructured(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** What a request asks for. Any text may stand there, such as `//`, which is no address: nothing of it is checked. */
export function parseTarget({ url = '/' }: IncomingMessage): {
  readonly path: string;
  readonly parameters: URLSearchParams;
} {
  const [path = '', ...parameters] = url.split('?');
  return { path, parameters: new URLSearchParams(parameters.join('?')) };
}

/** Slack takes no larger body; without a bound, a loop in the app would fill the memory. */
const bodyBytesMax = 4 * 1024 * 1024;

/** A request's body as text; it throws where that is too large. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyBytesMax) throw new Error(`A body over ${bodyBytesMax} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Whether a request comes from elsewhere. Any website can make a browser on this machine send requests to the loopback,
 * and a name of its own can be made to lead there; but then `Origin` or `Host` says so.
 */
export function isForeign({ headers, socket }: IncomingMessage): boolean {
  const { localPort } = socket;
  // Browsers leave out the usual port of http.
  const port = localPort === 80 ? '' : `:${localPort}`;
  const hosts = ['localhost', '127.0.0.1', '[::1]'].map(name => `${name}${port}`);
  if (!hosts.includes(headers.host ?? '')) return true;
  return headers.origin !== undefined && !hosts.some(host => headers.origin === `http://${host}`);
}
