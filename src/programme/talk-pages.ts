import { parseLanguage } from '../text/languages.ts';
import { rememberOf } from '../text/remember.ts';
import { finishInSlices, mapInSteps, type Steps } from '../text/steps.ts';
import { addressKey, readWebAddress, type WebAddress } from '../text/web-address.ts';
import type { Programme } from './programme.ts';
import { isPause, type Talk } from './talk.ts';

/** The pages that a conference's website has for its talks. */
export interface TalkPages {
  /** The hosts of these pages, the one with the most pages first. */
  readonly hosts: readonly PageHost[];
  /**
   * The talk whose page an address leads to, however the address is written. Undefined if there is none, or if several
   * talks name the same page: a schedule is no talk's own.
   */
  talkAt(address: string): Talk | undefined;
}

export interface PageHost {
  /** In small letters, without `www.`, with a port that is not the usual one: `talks.example.org`. */
  readonly host: string;
  readonly pages: number;
}

/**
 * Finds the pages of a programme, once for each programme that is loaded. It takes a while for many thousands, so answers
 * are given in between.
 */
export const talkPagesOf: (programme: Programme) => Promise<TalkPages> = rememberOf(programme =>
  finishInSlices(findTalkPages(programme)),
);

interface TalkPage {
  readonly talk: Talk;
  readonly address: WebAddress;
  readonly key: string;
}

/** The same in steps, for a caller that nobody waits for. */
export function* findTalkPages(programme: Programme): Steps<TalkPages> {
  const pages = (yield* mapInSteps(programme.talks, pagesOf)).flat();
  const byKey = yield* onlyTalks(pages);
  const hosts = ownHosts(byKey.values(), programme);
  const isOwn = ({ host }: WebAddress) => hosts.some(each => each.host === host);
  const own = pages.filter(({ address }) => isOwn(address));
  const places = languagePlaces(own);
  const anyLanguage = (address: WebAddress) => addressKey(withoutLanguage(address, places));
  const byOther = yield* onlyTalks(
    places.size === 0 ? [] : own.map(page => ({ ...page, key: anyLanguage(page.address) })),
  );
  return {
    hosts,
    talkAt: text => {
      const address = readWebAddress(text);
      if (address === undefined || !isOwn(address)) return undefined;
      const key = addressKey(address);
      return (byKey.has(key) ? byKey.get(key) : byOther.get(anyLanguage(address)))?.talk;
    },
  };
}

function pagesOf(talk: Talk): readonly TalkPage[] {
  return talk.links.flatMap(({ kind, url }) => {
    const address = kind === 'web' ? readWebAddress(url) : undefined;
    return address === undefined ? [] : [{ talk, address, key: addressKey(address) }];
  });
}

/** Each page by its key; undefined in place of a page that several talks name. */
function* onlyTalks(pages: readonly TalkPage[]): Steps<ReadonlyMap<string, TalkPage | undefined>> {
  const byKey = new Map<string, TalkPage | undefined>();
  for (const page of pages) {
    const { key, talk } = page;
    byKey.set(key, !byKey.has(key) || byKey.get(key)?.talk === talk ? page : undefined);
    yield;
  }
  return byKey;
}

/**
 * Talks link to much besides their own pages: code, companies, profiles. A host is the conference's own if more than half
 * of the talks have a page there, and more than one has, or if `conference.yml` names it.
 */
function ownHosts(
  pages: Iterable<TalkPage | undefined>,
  { talks, talkCount, conference }: Programme,
): readonly PageHost[] {
  const talksOn = new Map<string, Set<Talk>>();
  for (const page of pages) {
    if (page === undefined) continue;
    const { talk, address } = page;
    talksOn.set(address.host, (talksOn.get(address.host) ?? new Set()).add(talk));
  }
  const named = conference.url === undefined ? undefined : readWebAddress(conference.url)?.host;
  const count = talkCount === 0 ? talks.length : talkCount;
  return [...talksOn]
    .filter(([host, on]) => {
      const spoken = [...on].filter(talk => !isPause(talk)).length;
      return host === named || (spoken > 1 && spoken > count / 2);
    })
    .map(([host, on]) => ({ host, pages: on.size }))
    .sort((a, b) => b.pages - a.pages);
}

/** For each host, the place in the path at which all of its pages name a language: 2 in `/2027/hub/de/talk/5`. */
function languagePlaces(pages: readonly TalkPage[]): ReadonlyMap<string, number> {
  const places = new Map<string, readonly number[]>();
  for (const { address } of pages) {
    const here = address.segments.flatMap((segment, place) => (isLanguage(segment) ? [place] : []));
    const before = places.get(address.host);
    places.set(address.host, before === undefined ? here : before.filter(place => here.includes(place)));
  }
  return new Map([...places].flatMap(([host, [first]]) => (first === undefined ? [] : [[host, first]])));
}

/** A page in another language is the same talk's, and so is one that leaves the choice to the website. */
function withoutLanguage(address: WebAddress, places: ReadonlyMap<string, number>): WebAddress {
  const place = places.get(address.host);
  if (place === undefined || !isLanguage(address.segments[place] ?? '')) return address;
  return { ...address, segments: address.segments.toSpliced(place, 1) };
}

function isLanguage(segment: string): boolean {
  return /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(segment) && parseLanguage(segment) !== undefined;
}
