import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Programme } from '../../src/programme/programme.ts';
import type { Link, TalkKind } from '../../src/programme/talk.ts';
import { findTalkPages, type TalkPages, talkPagesOf } from '../../src/programme/talk-pages.ts';
import { finish } from '../../src/text/steps.ts';
import { programme, talk } from '../support/conference.ts';
import { hasRealProgrammes } from '../support/real-programme.ts';
import { pagesOfReal } from './real-pages.ts';

const SITE = 'https://talks.example.org/2027/talk';

function link(url: string, kind: Link['kind'] = 'web'): Link {
  return { kind, url, title: '' };
}

/** A talk for each list of web addresses. */
function withLinks(
  addresses: readonly (readonly string[])[],
  url?: string,
  kind: TalkKind = 'talk',
): Programme {
  return programme(
    addresses.map((links, number) =>
      talk({ id: `talk-${number}`, kind, links: links.map(each => link(each)) }),
    ),
    { url },
  );
}

const three = withLinks([[`${SITE}/A/`], [`${SITE}/B/`], [`${SITE}/C/`]]);
const pagesIn = (made: Programme): TalkPages => finish(findTalkPages(made));
const find = (made: Programme, address: string) => pagesIn(made).talkAt(address)?.id;

test('finds a talk by its page, however the address is written', () => {
  expect(find(three, 'http://www.talks.example.org/2027/talk/B?utm_source=mail#top')).toBe('talk-1');
  expect(find(three, `${SITE}/D`)).toBeUndefined();
  expect(find(three, 'https://elsewhere.example/2027/talk/B')).toBeUndefined();
  expect(find(three, 'not an address')).toBeUndefined();
  expect(pagesIn(three).hosts).toEqual([{ host: 'talks.example.org', pages: 3 }]);
});

test('an address that several talks name is no page of theirs', () => {
  const schedule = 'https://talks.example.org/2027/schedule';
  const made = withLinks([
    [`${SITE}/A`, schedule],
    [`${SITE}/B`, `${schedule}/#talk-2`],
    [`${SITE}/C`, `${SITE}/C/`, `${SITE}/A#part-1`],
  ]);
  expect([schedule, `${schedule}#talk-2`, `${SITE}/A`].map(each => find(made, each))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(find(made, `${SITE}/C`)).toBe('talk-2');
});

describe('a host is the own one of a conference', () => {
  const code = ['https://github.example/ferry/ceph', 'https://github.example/tern/radio'];

  test('if more than half of the talks have a page there', () => {
    const made = withLinks([[`${SITE}/A`, ...code], [`${SITE}/B`], [`${SITE}/C`], []]);
    expect(pagesIn(made).hosts).toEqual([{ host: 'talks.example.org', pages: 3 }]);
    expect(code.map(each => find(made, each))).toEqual([undefined, undefined]);
    expect(pagesIn(withLinks([[`${SITE}/A`], [`${SITE}/B`], [], []])).hosts).toEqual([]);
  });

  test('if its settings name it', () => {
    const made = withLinks([[`${SITE}/A`], [], [], []], 'https://www.talks.example.org/2027');
    expect(find(made, `${SITE}/A`)).toBe('talk-0');
  });

  test('not by the link of a single talk, of breaks, or of recordings', () => {
    expect(pagesIn(withLinks([[`${SITE}/A`]])).hosts).toEqual([]);
    expect(pagesIn(withLinks([[`${SITE}/A`], [`${SITE}/B`]], undefined, 'break')).hosts).toEqual([]);
    const videos = ['A', 'B'].map(id => talk({ id, links: [link(`${SITE}/${id}`, 'video')] }));
    expect(pagesIn(programme(videos)).hosts).toEqual([]);
  });
});

describe('a language in the path', () => {
  const hub = 'https://hub.example.org/2027/hub';
  const german = withLinks([[`${hub}/de/event/fog`], [`${hub}/de/event/ceph`], [`${hub}/de/event/it`]]);

  test('may be another one, or be left out, if all pages name one there', () => {
    const pasted = ['de/event/fog', 'en/event/fog', 'pt-br/event/fog', 'event/fog', 'EN/event/fog/'];
    expect(pasted.map(each => find(german, `${hub}/${each}`))).toEqual(pasted.map(() => 'talk-0'));
    expect(find(german, `${hub}/xx/event/fog`)).toBeUndefined();
    expect(find(german, 'https://hub.example.org/de/2027/hub/event/fog')).toBeUndefined();
  });

  test('is a part of the path where not all pages have one', () => {
    expect(find(three, 'https://talks.example.org/2027/de/talk/A')).toBeUndefined();
    expect(find(three, 'https://talks.example.org/de/2027/talk/A')).toBeUndefined();
  });

  test('tells talks apart that have the same number in two languages', () => {
    const made = withLinks([[`${hub}/de/1`], [`${hub}/en/1`], [`${hub}/en/2`, `${hub}/de/2`]]);
    expect(['de/1', 'en/1', 'fr/1', 'fr/2', '2'].map(each => find(made, `${hub}/${each}`))).toEqual([
      'talk-0',
      'talk-1',
      undefined,
      'talk-2',
      'talk-2',
    ]);
  });
});

test('is found once for each programme, and tells the same', async () => {
  expect(talkPagesOf(three)).toBe(talkPagesOf(three));
  expect((await talkPagesOf(three)).talkAt(`${SITE}/B`)?.id).toBe('talk-1');
});

test('whatever the addresses are: a page is of one talk, and each way of writing it finds that', () => {
  const segment = fc.constantFrom('talk', 'de', 'en', 'a', 'A', 'é', '%2F', '1');
  const address = fc
    .tuple(fc.constantFrom('one.example', 'two.example:8080'), fc.array(segment, { maxLength: 4 }))
    .map(([host, path]) => `https://${host}/${path.join('/')}`);
  const lists = fc.array(fc.array(address, { maxLength: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lists, address, (addresses, pasted) => {
      const made = withLinks(addresses);
      const pages = pagesIn(made);
      const found = pages.talkAt(pasted);
      const naming = made.talks.filter(({ links }) => links.some(({ url }) => url === pasted));
      if (naming.length > 1) expect(found).toBeUndefined();
      if (naming.length === 1 && found !== undefined) expect(found).toBe(naming[0]);
      const [, rest = ''] = pasted.split('//');
      const written = [`http://www.${rest}`, `${pasted}/`, `${pasted}?gclid=1`, `${pasted}#a`];
      expect(written.map(each => pages.talkAt(each))).toEqual(written.map(() => found));
    }),
  );
});

test.skipIf(!hasRealProgrammes).each([
  ['frab-json/rc3-pretalx.json', ['pretalx.rc3.studio 48'], 48],
  ['frab-json/hub-schedule2.json', ['fahrplan.events.ccc.de 2', 'events.ccc.de 2'], 4],
  ['csv/esug-2011.csv', ['esug.org 44'], 44],
  ['csv/pycones-2018.csv', [], 0],
  ['europython/discord-mock-schedule.json', ['ep2024.europython.eu 10'], 10],
])('finds the pages of the real programme %s', (path, hosts, pages) => {
  expect(pagesOfReal(path)).toEqual({ hosts, pages });
});
