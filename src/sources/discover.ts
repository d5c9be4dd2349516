import { parseUrl } from '../text/parse-url.ts';

/** The types by which the voc and pretalx name a schedule in a page's head. */
const SCHEDULE_TYPE = 'application/vnd.c3voc.schedule+xml';

/** A page's links stand near its top; what is longer is cut, so that no page keeps us busy. */
const PAGE_LENGTH_MAX = 2 * 2 ** 20;
const ADDRESSES_MAX = 5;

/**
 * Lists the addresses at which a conference's page may have its schedule, the surest first: those that it declares to
 * be one, links to a `schedule.xml`, and the address that pretalx uses for an event.
 */
export function scheduleAddresses(html: string, pageUrl: string): readonly string[] {
  const tags = readTags(html.slice(0, PAGE_LENGTH_MAX));
  const base = resolveUrl(tags.find(({ name }) => name === 'base')?.attributes.href, pageUrl) ?? pageUrl;
  const links = (isMeant: (tag: Tag) => boolean) =>
    tags.filter(isMeant).map(({ attributes }) => resolveUrl(attributes.href, base));
  const declared = links(({ name, attributes }) => name === 'link' && attributes.type === SCHEDULE_TYPE);
  const linked = links(({ name, attributes }) => name === 'a' && isScheduleXml(attributes.href));
  const found = [...declared, ...linked, ...pretalxAddresses(tags, { base, pageUrl })];
  return [...new Set(found.filter(address => address !== undefined))].slice(0, ADDRESSES_MAX);
}

/** Whether a text is a page for people and no programme. */
export function isPage(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  return start.startsWith('<') && /<(?:!doctype\s+html|html|head|body)\b/i.test(start);
}

function isScheduleXml(href: string | undefined): boolean {
  return href !== undefined && /schedule\.xml(?:[?#]|$)/i.test(href);
}

/** pretalx writes its name into the pages of an event; other pages embed an event and name its address. */
function pretalxAddresses(
  tags: readonly Tag[],
  { base, pageUrl }: { readonly base: string; readonly pageUrl: string },
): readonly (string | undefined)[] {
  const embedded = tags
    .filter(({ name }) => name === 'pretalx-schedule')
    .map(({ attributes }) => resolveUrl(attributes['event-url'], base));
  const isPretalx = tags.some(
    ({ name, attributes }) =>
      name === 'meta' && attributes.name === 'generator' && /pretalx/i.test(attributes.content ?? ''),
  );
  const events = [...embedded, isPretalx || isKnownHost(pageUrl) ? eventOf(pageUrl) : undefined];
  return events
    .filter(event => event !== undefined)
    .flatMap(event => [
      resolveUrl('schedule/export/schedule.xml', endWithSlash(event)),
      resolveUrl('schedule/widgets/schedule.json', endWithSlash(event)),
    ]);
}

function isKnownHost(url: string): boolean {
  return /(^|\.)pretalx\.com$/.test(new URL(url).hostname);
}

/** `https://pretalx.com/democon/` of any page below it. */
function eventOf(pageUrl: string): string | undefined {
  const { origin, pathname } = new URL(pageUrl);
  const event = pathname.replace(/\/(?:schedule|talk|speaker|sneak|featured|cfp|me|login)(?:\/.*)?$/, '/');
  return event === '/' ? undefined : `${origin}${event}`;
}

function endWithSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** Web addresses only: a page may lead anywhere, and to a file of this machine it must not. */
function resolveUrl(href: string | undefined, base: string): string | undefined {
  const url = href === undefined ? undefined : parseUrl(href, base);
  if (url === undefined) return undefined;
  url.hash = '';
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** Each opening tag of a page; what stands in comments is none. */
function readTags(html: string): readonly Tag[] {
  const [first = '', ...afterComments] = html.split('<!--');
  const shown = [first, ...afterComments.map(part => part.split('-->').slice(1).join('-->'))].join('');
  return [...shown.matchAll(/<([a-z][\w-]{0,40})\s([^<>]{1,2000})>/gi)].map(([, name = '', inner = '']) => ({
    name: name.toLowerCase(),
    attributes: readAttributes(inner),
  }));
}

function readAttributes(inner: string): Record<string, string> {
  const found = inner.matchAll(/([a-z][\w-]{0,40})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
  return Object.fromEntries(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim(),
    ]),
  );
}
