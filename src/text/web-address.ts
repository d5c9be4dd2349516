import { parseUrl } from './parse-url.ts';

/** A web address without all that does not decide which page it leads to. */
export interface WebAddress {
  /** In small letters, without `www.`; with its port unless that is the usual one. */
  readonly host: string;
  /** The path, in one percent-encoding and without a slash at its end. */
  readonly segments: readonly string[];
  /** The parameters by name, without those that only track people: `?id=5`, or empty. */
  readonly query: string;
}

/** Slack sends no longer one. */
const LENGTH_MAX = 3000;

/**
 * Reads an address so that two that lead to the same page are equal: by http or https, with or without `www.`, a slash at
 * the end, a fragment, a user name, tracking parameters. Returns undefined if it is no http(s) address.
 */
export function readWebAddress(address: string): WebAddress | undefined {
  const url = address.length > LENGTH_MAX ? undefined : parseUrl(address);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.host.replace(/^(?:www\.)+/, '').replace(/\.+(?=:|$)/, '');
  if (host === '') return undefined;
  return {
    host,
    segments: url.pathname
      .replace(/^\/|\/+$/g, '')
      .split('/')
      .map(encodeOnce),
    query: queryOf(url),
  };
}

/** The same as one text, to be compared. */
export function addressKey({ host, segments, query }: WebAddress): string {
  return `${host}/${segments.join('/')}${query}`;
}

/** `é`, `%C3%A9`, `%c3%a9` and `e%CC%81` are one letter; `%2F` stays apart from a slash. */
function encodeOnce(segment: string): string {
  if (/^[\w.~-]*$/.test(segment)) return segment;
  try {
    return encodeURIComponent(decodeURIComponent(segment).normalize('NFC'));
  } catch {
    // URIError: it holds a percent sign that encodes nothing, or half a character.
    return segment;
  }
}

/** The names of parameters by which newsletters, advertisers and networks count their readers. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|_ga|_gl)$/i;

/** Whether a parameter only counts readers, so that the address leads to the same page without it. */
export function isTracking(name: string): boolean {
  return TRACKING.test(name);
}

function queryOf(url: URL): string {
  if (url.search === '') return '';
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !isTracking(name)));
  kept.sort();
  const query = kept.toString();
  return query === '' ? '' : `?${query}`;
}
