import { BlockList, isIP, isIPv6 } from 'node:net';
import { parseUrl } from '../text/parse-url.ts';

/** One question to a web address. */
export interface SourceRequest {
  readonly url: string;
  /** May hold secrets: they are sent to this address's origin and to no other. */
  readonly headers: Readonly<Record<string, string>>;
  /** Marks that came with the bytes that are known already; a server need not send those again. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** For all of it: the redirects, the waiting and the reading. */
  readonly timeoutMs: number;
  readonly bytesMax: number;
  /** Ends the question early. */
  readonly signal?: AbortSignal | undefined;
}

/** The outcome. A `message` is a whole sentence without the address's path, since a path may hold a secret. */
export type SourceAnswer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'fresh';
      readonly bytes: Uint8Array;
      /** The address after all redirects. */
      readonly url: string;
      readonly etag: string | undefined;
      readonly lastModified: string | undefined;
      /** The header `Link`, which may name the next page. */
      readonly link?: string | undefined;
      /** The number of the next page and how many pages there are, if headers say so; that may be any text. */
      readonly nextPage?: string | undefined;
      readonly pages?: string | undefined;
    }
  | Failure;

export interface Failure {
  readonly kind: 'failed';
  readonly message: string;
  /** How long the source asks to be left alone. */
  readonly retryAfterMs?: number | undefined;
}

export type Fetch = typeof fetch;

const REDIRECTS_MAX = 5;

/** Asks a web address for what has changed there. It never throws: a failure is an answer. */
export async function fetchSource(request: SourceRequest, fetch: Fetch): Promise<SourceAnswer> {
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout;
  let url = new URL(request.url);
  try {
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
      const headers = createHeaders(url, request);
      const response = await fetch(url.href, { headers, redirect: 'manual', signal });
      const location = response.headers.get('location');
      if (!REDIRECTS.has(response.status) || location === null)
        return await readAnswer(response, { url, request });
      await response.body?.cancel();
      const next = parseUrl(location, url.href);
      if (next === undefined || !/^https?:$/.test(next.protocol))
        return createFailure(`${url.host} redirects to something that is not a web address.`);
      if (leadsInward(next, new URL(request.url)))
        return createFailure(`${url.host} redirects into a private network; it was not followed.`);
      url = next;
    }
    return createFailure(`${url.host} redirects too many times.`);
  } catch (error) {
    if (error instanceof BodyTooLong)
      return createFailure(
        `${url.host} sent more than ${Math.floor(request.bytesMax / 2 ** 20)} MB, which is too large for a programme.`,
      );
    if (timeout.aborted)
      return createFailure(`${url.host} did not answer within ${Math.ceil(request.timeoutMs / 1000)} s.`);
    return createFailure(`${url.host} ${describeFault(error)}`);
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function createHeaders(url: URL, { url: asked, headers, etag, lastModified }: SourceRequest): Headers {
  const all = new Headers(url.origin === new URL(asked).origin ? headers : {});
  if (!all.has('user-agent')) all.set('user-agent', 'Lectern');
  if (etag !== undefined) all.set('if-none-match', etag);
  if (lastModified !== undefined) all.set('if-modified-since', lastModified);
  return all;
}

async function readAnswer(
  response: Response,
  { url, request }: { readonly url: URL; readonly request: SourceRequest },
): Promise<SourceAnswer> {
  const { status, headers } = response;
  const isConditional = request.etag !== undefined || request.lastModified !== undefined;
  if (status !== 200) await response.body?.cancel();
  if (status === 304 && isConditional) return { kind: 'unchanged' };
  if (status !== 200)
    return {
      ...createFailure(`${url.host} ${describeStatus(status)}`),
      retryAfterMs: readRetryAfter(headers.get('retry-after')),
    };
  const bytes = await readBody(response.body, request.bytesMax);
  if (bytes.length === 0) return createFailure(`${url.host} sent nothing.`);
  return {
    kind: 'fresh',
    bytes,
    url: url.href,
    etag: headers.get('etag') ?? undefined,
    lastModified: headers.get('last-modified') ?? undefined,
    link: headers.get('link') ?? undefined,
    nextPage: headers.get('x-next-page') ?? undefined,
    pages: headers.get('x-wp-totalpages') ?? headers.get('x-total-pages') ?? undefined,
  };
}

function createFailure(message: string): Failure {
  return { kind: 'failed', message };
}

function describeStatus(status: number): string {
  if (status === 401 || status === 403)
    return `requires authorisation (status ${status}); check "headers" in conference.yml.`;
  if (status === 404 || status === 410) return `has nothing at this address (status ${status}).`;
  if (status === 429) return 'was asked too often (status 429).';
  return `answered with status ${status}.`;
}

/** Seconds as a rule; a date is not worth the trouble, for we ask again in minutes anyway. */
function readRetryAfter(retryAfter: string | null): number | undefined {
  return retryAfter !== null && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;
}

/** Only the code: the library's own messages may repeat what was sent. */
function describeFault(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : undefined;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `cannot be found (${code}); is the address right, and is there a network?`;
  if (code === 'ECONNREFUSED') return 'does not answer (ECONNREFUSED).';
  return `cannot be reached, or closed the connection${code === undefined ? '' : ` (${code})`}.`;
}

/** Says that a body is longer than what was agreed; the rest of it has not been read. */
class BodyTooLong extends Error {
  readonly code = 'BODY_TOO_LONG';
}

/**
 * Reads a body to its end. Its bytes are counted as they come, after unpacking, so that neither a wrong length nor
 * something small that unpacks to something huge fills the memory.
 */
async function readBody(body: ReadableStream<Uint8Array> | null, bytesMax: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream, and with it what is still under way.
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > bytesMax) throw new BodyTooLong(`The body is longer than ${bytesMax} bytes.`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

type Network = 'this machine' | 'a private network' | 'the link';

/** RFC 1122, 1918, 3927, 4193, 4291, 6598. */
const RANGES: readonly (readonly [Network, readonly (readonly [string, number])[]])[] = [
  [
    'this machine',
    [
      ['127.0.0.0', 8],
      ['0.0.0.0', 8],
      ['::1', 128],
      ['::', 128],
    ],
  ],
  [
    'a private network',
    [
      ['10.0.0.0', 8],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['100.64.0.0', 10],
      ['fc00::', 7],
    ],
  ],
  [
    'the link',
    [
      ['169.254.0.0', 16],
      ['fe80::', 10],
    ],
  ],
];

/** Made when the first address is checked: it takes 5 ms, and most conferences have no source. */
let networks: ReturnType<typeof listNetworks> | undefined;

function listNetworks() {
  return RANGES.map(([network, ranges]) => {
    const list = new BlockList();
    for (const [address, bits] of ranges) list.addSubnet(address, bits, isIPv6(address) ? 'ipv6' : 'ipv4');
    return { network, list };
  });
}

/**
 * Whether an address leads into a network of our own that the asked address is not in. A programme on the
 * web needs nothing there, and a page must not make Lectern read what only this machine can reach. Names are not looked up.
 */
export function leadsInward(to: URL, asked: URL): boolean {
  const network = networkOf(to);
  return network !== undefined && network !== networkOf(asked);
}

function networkOf({ hostname }: URL): Network | undefined {
  if (/(?:^|\.)localhost\.?$/.test(hostname)) return 'this machine';
  const address = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(address);
  if (family === 0) return undefined;
  networks ??= listNetworks();
  return networks.find(({ list }) => list.check(address, family === 6 ? 'ipv6' : 'ipv4'))?.network;
}
