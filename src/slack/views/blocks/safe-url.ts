import { parseUrl } from '../../../text/parse-url.ts';

/** Slack takes no longer address. */
const URL_LENGTH = 3000;

/** A web address that Slack takes as one, with nothing in it that its markup knows; nothing where it is none. */
export function safeUrl(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (parsed === undefined) return undefined;
  const { protocol, href } = parsed;
  const encoded = href.replace(/[|<>\s]/g, encodeURIComponent);
  return /^https?:$/.test(protocol) && encoded.length <= URL_LENGTH ? encoded : undefined;
}
