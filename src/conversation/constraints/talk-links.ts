import type { Programme } from '../../programme/programme.ts';
import type { Talk } from '../../programme/talk.ts';
import { fold, nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { isTracking } from '../../text/web-address.ts';

/** Parts of an address that name no talk by themselves. */
const PLAIN_PART = /^(?:\d{1,4}|talks?|sessions?|events?|schedule|programme?|index|html?|en|de)$/u;

/** Finds the ids of the talks that a web address leads to. `titles` are ids by the keys of titles. */
export function makeLinkFinder(
  { talks }: Programme,
  titles: ReadonlyMap<string, readonly string[]>,
): (url: string) => readonly string[] {
  let byAddress: ReadonlyMap<string, readonly Talk[]> | undefined;
  let bySlug: ReadonlyMap<string, readonly Talk[]> | undefined;
  return url => {
    byAddress ??= groupByEach(talks, ({ links }) => links.map(link => addressKey(link.url)));
    bySlug ??= groupByEach(talks, ({ id }) => [nameKey(id), nameKey(id.split('/').at(-1) ?? '')]);
    const address = addressKey(url);
    // An address may have more behind it than the programme's: where to scroll to, who shared it.
    for (const key of [address, address.replace(/#.*$/su, ''), address.replace(/[?#].*$/su, '')]) {
      const linking = byAddress.get(key.replace(/\/+$/u, ''));
      if (linking !== undefined) return linking.map(({ id }) => id);
    }
    const parts = address
      .split(/[/?#&=]/u)
      .slice(1)
      .filter(part => part !== '' && !PLAIN_PART.test(part));
    for (const part of parts.reverse()) {
      const slug = nameKey(part.replace(/\.html?$/u, ''));
      const named = bySlug.get(slug);
      if (named !== undefined) return named.map(({ id }) => id);
      const titled = titles.get(slug) ?? titles.get(slug.replace(/^(?:\d+|[a-z\d]{6})-/u, ''));
      if (titled !== undefined) return titled;
    }
    return [];
  };
}

/** An address decoded and folded, without its scheme, `www.`, the slash at the end of its path, and what tracks. */
function addressKey(url: string): string {
  const [address = '', query = ''] = fold(decode(url).replaceAll('&amp;', '&'))
    .replace(/^\w+:\/\/(?:www\.)?/u, '')
    .split('?', 2);
  const kept = query.split('&').filter(field => field !== '' && !isTracking(field.replace(/=.*$/su, '')));
  return [address.replace(/\/+$/u, ''), ...(kept.length > 0 ? [kept.join('&')] : [])].join('?');
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A URIError: people cut addresses in the middle of a letter.
    return url;
  }
}
