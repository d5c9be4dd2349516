import { join } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { hashSecret, openFeed, writeFeed } from '../../src/calendar/feeds.ts';
import { feedListener } from '../../src/calendar/serve-feeds.ts';
import { nextEntries } from '../../src/programme/calendar-entries.ts';
import { compareWithKnown } from '../../src/programme/changes.ts';
import type { Talk } from '../../src/programme/talk.ts';
import type { FeedSubject } from '../../src/store/feeds.ts';
import { finish } from '../../src/text/steps.ts';
import { lectern } from '../cli/support.ts';
import { importedAgain } from '../exporters/round-trip.ts';
import { hour, lighthouse, lighthouseBut, lighthouseDays } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';
import { openStage, type StageOptions } from '../support/stage.ts';
import { store as openTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { webServer } from '../support/web-server.ts';

const OWNER = { workspace: 'T0HARBOUR1', person: 'U0MIRA0001' };

async function withFeed(
  subject: FeedSubject = { kind: 'search', words: 'track:storage' },
  options: StageOptions = {},
) {
  const stage = await openStage({
    programme: lighthouse,
    publicUrl: 'https://talks.example.org',
    ...options,
  });
  const { store, url } = stage;
  const feeds = { store: store.feeds, publicUrl: url };
  const createdAt = Date.parse('2027-05-11T07:00Z');
  const opened = await openFeed({ ...OWNER, conference: 'Lighthouse Days', subject, createdAt }, feeds);
  const get = (headers: Record<string, string> = {}, method = 'GET') =>
    fetch(opened.address, { method, headers });
  return { ...stage, ...opened, get };
}

/** The status of an answer, its body and its headers but the clock's. */
async function wholeOf(response: Response) {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
  return { status: response.status, headers, body: await response.text() };
}

describe.each(['http', 'socket'] as const)('over %s', mode => {
  test('a feed is served, and again only if it changed', async () => {
    const { get, show } = await withFeed(undefined, { mode });
    const first = await get();
    expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ]);
    const text = await first.text();
    const etag = first.headers.get('etag') ?? '';
    for (const known of [etag, `"other", W/${etag}`, '*'])
      expect(await wholeOf(await get({ 'if-none-match': known }))).toMatchObject({ status: 304, body: '' });
    const head = await wholeOf(await get({}, 'HEAD'));
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      `${Buffer.byteLength(text)}`,
    ]);
    show(lighthouseDays(lighthouseBut('Fog', { title: 'Thick fog' })));
    const changed = await get({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('SUMMARY:Thick fog');
  });
});

test('a wrong, a revoked and a malformed address are the same 404', async () => {
  const { get, url, store, hash } = await withFeed();
  const answers = async () =>
    Promise.all(
      [`/calendar/${'A'.repeat(43)}.ics`, '/calendar/.ics', '/calendar/x', '/calendar/%.ics'].map(
        async path => wholeOf(await fetch(url + path)),
      ),
    );
  await store.feeds.revoke(hash, OWNER);
  const [first, ...others] = [await wholeOf(await get()), ...(await answers())];
  expect(first).toMatchObject({ status: 404, body: '' });
  for (const other of others) expect(other).toEqual(first);
});

test('a wrong, a revoked and a malformed address cost the same statements', async () => {
  const store = openTestStore();
  const asked: string[] = [];
  const recorded = <T extends object>(queries: T): T =>
    new Proxy(queries, {
      get: (target, name) => {
        const query: unknown = Reflect.get(target, name);
        if (!(query instanceof Function)) return query;
        return (...args: unknown[]) => {
          asked.push(`${String(name)} ${args.map(String).join()}`);
          return Reflect.apply(query, target, args);
        };
      },
    });
  const [feeds, stars] = [recorded(store.feeds), recorded(store.stars)];
  const calendarEntries = recorded(store.calendarEntries);
  const log = pino({ level: 'silent' });
  const { url: publicUrl } = await webServer(
    feedListener({
      store: { feeds, stars, calendarEntries },
      current: () => loadedWith(lighthouse),
      log,
    }),
  );
  const feed = { ...OWNER, conference: 'Lighthouse Days', subject: { kind: 'mine' }, createdAt: 0 } as const;
  const { address, hash } = await openFeed(feed, { store: store.feeds, publicUrl });
  expect((await fetch(address)).status).toBe(200);
  expect(asked.splice(0).length).toBe(3);
  await store.feeds.revoke(hash, OWNER);
  const wrong = ['A'.repeat(43), '', 'x', '%'].map(secret => `${publicUrl}/calendar/${secret}.ics`);
  for (const url of [address, ...wrong]) expect((await fetch(url)).status).toBe(404);
  expect(asked).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/^find [\da-f]{64}$/)));
});

test('other methods are refused, whatever the secret', async () => {
  const { get, url } = await withFeed();
  const statuses = [
    (await get({}, 'POST')).status,
    (await fetch(`${url}/calendar/x.ics`, { method: 'PUT' })).status,
  ];
  expect(statuses).toEqual([405, 405]);
});

test('without a public address there are no feeds', async () => {
  const { url } = await openStage();
  expect((await fetch(`${url}/calendar/x.ics`)).status).toBe(404);
});

test('a database that is away is said to be, and no secret is logged', async () => {
  const { get, store, address, log } = await withFeed();
  await store.close();
  const { status, headers } = await wholeOf(await get());
  expect([status, headers['retry-after']]).toEqual([503, '60']);
  expect(log.map(({ msg }) => msg)).toEqual(['A calendar feed could not be served.']);
  const secret = /calendar\/(.+)\.ics/.exec(address)?.[1] ?? '';
  expect(JSON.stringify(log)).not.toContain(secret);
});

test('the database does not hold the secret', async () => {
  const { address, hash } = await withFeed();
  const secret = /calendar\/(.+)\.ics/.exec(address)?.[1] ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(hash).toBe(hashSecret(secret));
});

describe('ical.js, node-ical and Lectern read the same slots', () => {
  const before = lighthouse.talks;
  /** The sessions of a feed, as one of them reads it: title, start, and whether it is cancelled. */
  const byIcal = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(each => {
      const event = new ICAL.Event(each);
      const isOff = each.getFirstPropertyValue('status') === 'CANCELLED';
      return `${event.summary} ${event.startDate.toJSDate().toISOString()}${isOff ? ' off' : ''}`;
    });
  const byNodeIcal = (text: string) =>
    Object.values(nodeIcal.sync.parseICS(text)).flatMap(event =>
      event?.type === 'VEVENT'
        ? `${event.summary} ${event.start.toISOString()}${event.status === 'CANCELLED' ? ' off' : ''}`
        : [],
    );
  const byLectern = (text: string) =>
    importedAgain(text, lighthouse).talks.flatMap(({ title, slots, status }) =>
      slots.map(
        ({ start }) => `${title} ${new Date(start).toISOString()}${status === 'cancelled' ? ' off' : ''}`,
      ),
    );
  const uidsOf = (text: string) =>
    new Map([...text.matchAll(/UID:(.*)\r[\s\S]*?SUMMARY:(.*)\r/g)].map(([, uid, title]) => [title, uid]));

  function textAfter(talks: readonly Talk[]): string {
    const { programme, formerOf } = finish(compareWithKnown(before, lighthouseDays(talks)));
    const { conference } = programme;
    const entries = nextEntries([], { conference, talks: programme.talks, formerOf }, Date.UTC(2027, 4, 11));
    const feed = { subject: { kind: 'search', words: 'track:storage' }, createdAt: 0 } as const;
    return writeFeed(feed, { loaded: loadedWith(programme), entries, starred: new Set() });
  }

  const first = textAfter(before);
  const later = hour('2027-05-12', '16:00');
  test.each<[string, readonly Talk[], string, string]>([
    ['as they are', before, 'Fog 2027-05-11T11:00:00.000Z', 'Fog'],
    ['after a move', lighthouseBut('Fog', { slots: [later] }), 'Fog 2027-05-12T16:00:00.000Z', 'Fog'],
    ['after a rename', lighthouseBut('Fog', { title: 'Mist' }), 'Mist 2027-05-11T11:00:00.000Z', 'Mist'],
    ['after a cancellation', lighthouseBut('Fog', 'gone'), 'Fog 2027-05-11T11:00:00.000Z off', 'Fog'],
  ])('%s', async (_, talks, session, title) => {
    const text = textAfter(talks);
    expect(byIcal(text)).toContain(session);
    expect(byIcal(text).length).toBe(5);
    expect(byLectern(text).sort()).toEqual(byIcal(text).sort());
    expect(byNodeIcal(text).sort()).toEqual(byIcal(text).sort());
    expect(uidsOf(text).get(title)).toBe(uidsOf(first).get('Fog'));
    const file = join(temporaryFolder({ 'mine.ics': text }), 'mine.ics');
    const { code, stdout } = await lectern(['check', '--json', file]);
    expect([code, JSON.parse(stdout).files]).toMatchObject([0, [{ slots: 5, problems: [] }]]);
  });
});

test("a person's own talks are a feed that follows their stars", async () => {
  const { get, store } = await withFeed({ kind: 'mine' });
  const titles = async () =>
    [...(await (await get()).text()).matchAll(/SUMMARY:(.*)\r/g)].map(([, title]) => title);
  expect(await titles()).toEqual([]);
  const star = { ...OWNER, conference: 'Lighthouse Days', talk: 'fog' };
  await store.stars.star(star, 1);
  await store.stars.star({ ...star, conference: 'Other Days', talk: 'lamps' }, 1);
  await store.stars.star({ ...star, person: 'U0JUNE0002', talk: 'keepers' }, 1);
  expect(await titles()).toEqual(['Fog']);
  await store.stars.unstar(star);
  expect(await titles()).toEqual([]);
});
