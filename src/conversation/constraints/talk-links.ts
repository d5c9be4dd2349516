import type { Programme } from '../../programme/programme.ts';
import { fold, nameKey } from '../../text/fold.ts';

/** Parts of an address that name no talk by themselves. */
const PLAIN_PART = /^(?:\d{1,4}|talks?|sessions?|events?|schedule|programme?|index|html?|en|de)$/u;

/** The ids of the talks that a web address leads to. `titles` are ids by the keys of titles. */
export function talksLinked(
  url: string,
  { talks }: Programme,
  titles: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const address = addressKey(url);
  const linking = talks.filter(({ links }) => links.some(link => addressKey(link.url) === address));
  if (linking.length > 0) return linking.map(({ id }) => id);
  const parts = address
    .split(/[/?#&=]/u)
    .slice(1)
    .filter(part => part !== '' && !PLAIN_PART.test(part));
  for (const part of parts.reverse()) {
    const slug = nameKey(part.replace(/\.html?$/u, ''));
    const named = talks.filter(
      ({ id }) => nameKey(id) === slug || nameKey(id.split('/').at(-1) ?? '') === slug,
    );
    if (named.length > 0) return named.map(({ id }) => id);
    const titled = titles.get(slug) ?? titles.get(slug.replace(/^(?:\d+|[a-z\d]{6})-/u, ''));
    if (titled !== undefined) return titled;
  }
  return [];
}

/** An address without its scheme, `www.` and the slash at its end, folded. */
function addressKey(url: string): string {
  return fold(url)
    .replace(/^\w+:\/\/(?:www\.)?/u, '')
    .replace(/\/+$/u, '');
}
