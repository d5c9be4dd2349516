import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Stars } from '../people/stars.ts';
import type { Loaded } from '../search/loaded.ts';
import type { Feed } from '../store/feeds.ts';
import type { Store } from '../store/open.ts';
import { underNewId } from '../text/work-id.ts';
import { findConference, hashSecret, writeFeed } from './feeds.ts';

export interface FeedServerOptions {
  readonly store: Pick<Store, 'feeds' | 'calendarEntries' | 'stars'>;
  /** The conferences that a workspace sees now. */
  readonly current: (workspace: string) => Loaded;
  readonly log: Logger;
}

/**
 * Answers `GET /calendar/<secret>.ics`. A secret that is wrong, revoked or not even one takes the same steps to the same
 * 404: it is hashed, and the hash is looked up.
 */
export function feedListener(options: FeedServerOptions): RequestListener {
  const serveOrSay: (...exchange: Parameters<RequestListener>) => Promise<void> = async (
    request,
    response,
  ) => {
    try {
      await serve(request, response, options);
    } catch (error) {
      options.log.error({ err: error }, 'A calendar feed could not be served.');
      if (!response.headersSent) response.writeHead(503, { 'retry-after': '60' });
      response.end();
    }
  };
  return (...exchange) => void underNewId(() => serveOrSay(...exchange));
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: FeedServerOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const feed = await options.store.feeds.find(hashSecret(secretIn(request)));
  const text = feed && (await textOf(feed, options));
  if (text === undefined) {
    response.writeHead(404).end();
    return;
  }
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  // Its address is a secret, so no cache between may keep it and no page may learn it.
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' };
  if (isKnown(etag, request)) {
    response.writeHead(304, headers).end();
    return;
  }
  response
    .writeHead(200, {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    .end(request.method === 'HEAD' ? undefined : text);
}

function secretIn({ url = '' }: IncomingMessage): string {
  return /^\/calendar\/([^/?]*)\.ics(?:\?|$)/.exec(url)?.[1] ?? '';
}

async function textOf(feed: Feed, { store, current }: FeedServerOptions): Promise<string | undefined> {
  const loaded = findConference(feed.conference, current(feed.workspace));
  if (loaded === undefined) return undefined;
  const entries = await store.calendarEntries.of(feed.conference);
  const stars = feed.subject.kind === 'mine' ? await store.stars.starsOf(feed) : NO_STARS;
  return writeFeed(feed, { loaded, entries, starred: stars.get(feed.conference) ?? new Set() });
}

const NO_STARS: Stars = new Map();

/** `If-None-Match` compares weakly and may name several (RFC 9110, 13.1.2). */
function isKnown(etag: string, { headers }: IncomingMessage): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map(each => each.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
