import type { Link } from '../../programme/talk.ts';
import { readLink } from '../reading/links.ts';
import type { Report, Spot } from '../reading/report.ts';

export interface FrabLink {
  readonly url: string;
  readonly title: string;
  /** What the file says that it leads to: "slides", "paper", "ORIGIN". */
  readonly type: string;
}

/** The links of an event that lead somewhere on the web, each once; the others are one problem. Paths are taken from `baseUrl`. */
export function readFrabLinks(
  raw: readonly FrabLink[],
  spot: Spot,
  { baseUrl, report }: { readonly baseUrl: string; readonly report: Report },
): readonly Link[] {
  const links = new Map<string, Link>();
  const others: string[] = [];
  for (const { url, title, type } of raw.slice(0, LINKS_MAX)) {
    const kind = KINDS.get(type.toLowerCase());
    const link = readLink({ url: withScheme(url), title, kind }, baseUrl || undefined);
    if (link !== undefined && !links.has(link.url)) links.set(link.url, link);
    if (link === undefined && !MEANS_NOTHING.test(url)) others.push(`"${url.slice(0, 80)}"`);
  }
  if (raw.length > LINKS_MAX) report.warn(spot, 'It has more than 200 links; the others were left out.');
  if (others.length > 0)
    report.warn(
      spot,
      `These links lead to no web address and were left out: ${others.join(', ').slice(0, 300)}.`,
    );
  return [...links.values()];
}

const LINKS_MAX = 200;

const KINDS: ReadonlyMap<string, Link['kind']> = new Map([
  ['slides', 'slides'],
  ['presentation', 'slides'],
  ['video', 'video'],
  ['recording', 'video'],
  ['media', 'video'],
  ['feedback', 'feedback'],
  ['web', 'web'],
]);

/** Forms are sent with the beginning that stood in the field; and a `urn:` only names the event. */
const MEANS_NOTHING = /^\s*(?:https?:\/\/|urn:.*)?\s*$/i;

/** People type `www.example.org`, `example.org/page` and `example.org`; a path of the file's own begins with a slash. */
function withScheme(url: string): string {
  return /^\s*(?:www\.|(?:[a-z\d-]+\.)+(?:[a-z]{2,}\/|(?:org|com|net|eu|de|io|dev)\s*$))/i.test(url)
    ? `https://${url.trim()}`
    : url;
}
