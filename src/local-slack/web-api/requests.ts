import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson } from '../json.ts';

/** Slack takes no larger body; without a limit, a loop in the app would fill the memory. */
const bodyBytesMax = 4 * 1024 * 1024;

export interface ApiCall {
  readonly token?: string;
  readonly args: JsonObject;
  /** Slack's error if the body cannot be read at all. */
  readonly malformed?: 'invalid_json' | 'json_not_object' | 'invalid_post_type';
}

/**
 * Reads a call's arguments and token. In a form, everything is text, and objects and arrays are JSON in it; with a JSON
 * body, the token must be in the header.
 */
export function readCall(request: IncomingMessage, body: string): ApiCall {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const isJson = type === 'application/json';
  if (!isJson && type !== 'application/x-www-form-urlencoded' && body !== '')
    return { args: {}, malformed: 'invalid_post_type' };
  const parsed = isJson && body !== '' ? parseJson(body) : Object.fromEntries(new URLSearchParams(body));
  if (!isObject(parsed))
    return { args: {}, malformed: parsed === undefined ? 'invalid_json' : 'json_not_object' };
  const { token: tokenInBody, ...args } = parsed;
  const token = readBearer(request) ?? (isJson ? undefined : tokenInBody);
  return { args, ...(typeof token === 'string' && token !== '' && { token }) };
}

/** An argument that is an object or an array, as such or as JSON in a text. Returns undefined if it is bad JSON. */
export function parseStructured(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}

/** A request's body as text. Throws if it is over 4 MB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

/** A request's body. Throws if it is over 4 MB. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyBytesMax) throw new Error(`The body is over ${bodyBytesMax} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Splits a request's target. Not by URL(), which refuses targets such as `//` that any program can send. */
export function parseTarget({ url = '/' }: Pick<IncomingMessage, 'url'>): {
  readonly path: string;
  readonly parameters: URLSearchParams;
} {
  const [path = '', ...parameters] = url.split('?');
  return { path, parameters: new URLSearchParams(parameters.join('?')) };
}

/**
 * Why a request comes from elsewhere; undefined if it does not. Any website can make a browser on this machine send requests
 * to the loopback, and can point a name of its own at it; but then `Origin` or `Host` says so.
 */
export function whyForeign({ headers, socket }: IncomingMessage): string | undefined {
  const { localPort } = socket;
  // Browsers leave out the usual port of http.
  const port = localPort === 80 ? '' : `:${localPort}`;
  const hosts = ['localhost', '127.0.0.1', '[::1]'].map(name => `${name}${port}`);
  if (!hosts.includes(headers.host ?? '')) return `its Host is not one of this server: ${hosts.join(', ')}.`;
  const isOwn = headers.origin === undefined || hosts.some(host => headers.origin === `http://${host}`);
  return isOwn ? undefined : 'it comes from a web page of another host (Origin).';
}

function readBearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
