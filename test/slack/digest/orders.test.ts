import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/conversation/digest/order.ts';
import type { Outcome } from '../../../src/digests/delivery-context.ts';
import type { Member } from '../../../src/people/stars.ts';
import type { Loaded } from '../../../src/search/loaded.ts';
import type { AppContext } from '../../../src/slack/app-context.ts';
import {
  changeDigest,
  defaultZone,
  digestFromOrder,
  newDigest,
  placeOrder,
} from '../../../src/slack/digest/orders.ts';
import { programme, talk } from '../../support/conference.ts';
import { digest, digestKey } from '../../support/digests.ts';
import { harbour } from '../../support/harbour.ts';
import { loadedWith } from '../../support/loaded.ts';
import { store as openStore } from '../../support/store.ts';

const NOW = Date.UTC(2027, 4, 11, 7);
const POSTED: Outcome = { kind: 'posted', channel: 'C0LOBBY001', ts: '1.1' };
const BY = { user: 'U0MIRA0001', channel: 'C0LOBBY001', workspace: 'T0HARBOUR1' };

/** What the app gives to orders, with a Slack that answers posts like this. */
function desk({
  outcome = POSTED,
  loaded = loadedWith(harbour),
  zone,
}: {
  outcome?: Outcome;
  loaded?: Loaded;
  zone?: string;
} = {}) {
  const store = openStore();
  const posts: unknown[] = [];
  const now: string[] = [];
  const refreshed: string[] = [];
  const app = {
    current: () => loaded,
    now: () => NOW,
    readers: { zoneOf: () => zone },
    homes: { refresh: ({ person }: Member) => refreshed.push(person) },
    digests: {
      store,
      organisersOf: () => [],
      post: async (channel: string, { text }: { text: string }) => {
        posts.push([channel, text]);
        return outcome;
      },
      postNow: async ({ id }: { id: string }, day: string) => {
        now.push(`${id} ${day}`);
        return 'claimed';
      },
      answer: async () => true,
      rehearsal: false,
    },
    answerWithinMs: 1000,
  } as unknown as AppContext;
  return { app, store, posts, now, refreshed };
}

describe('an order', () => {
  test.each([
    ['is confirmed', POSTED, false],
    ['may be confirmed', { kind: 'unknown', reason: 'reset' }, true],
  ] as const)('%s, and is kept from now on', async (_what, outcome, inDoubt) => {
    const { app, store, posts, refreshed } = desk({ outcome });
    const ordered = digest({ timeOfDay: '11:30', failures: 2 });
    expect(await placeOrder(ordered, app)).toEqual({ kind: 'placed', digest: ordered, inDoubt });
    expect(await store.digests.all()).toEqual([{ ...ordered, since: NOW, failures: 0 }]);
    expect(refreshed).toEqual([ordered.owner]);
    expect(posts).toEqual([
      [
        'C0LOBBY001',
        'A digest for this channel: every day at 11:30 (Europe/Madrid). The next one is posted on Tue 11 May. To change or stop it, type /talk digest',
      ],
    ]);
  });

  test.each([
    [
      { kind: 'forbidden', reason: 'is_archived' },
      'That channel is archived: set up the digest in another one.',
    ],
    [
      { kind: 'refused', retryAfterMs: 7000, reason: 'ratelimited' },
      'Slack could not be reached: try again in a moment.',
    ],
  ] as const)('that Slack refuses leaves all as it was: %j', async (outcome, remedy) => {
    const { app, store } = desk({ outcome });
    expect(await placeOrder(digest(), app)).toEqual({
      kind: 'refused',
      refusal: `${remedy} Nothing was saved.`,
    });
    expect(await store.digests.all()).toEqual([]);
    const before = digest({ timeOfDay: '09:00', since: 5, failures: 1 });
    await store.digests.save(before);
    expect(await placeOrder(digest(), app)).toEqual({
      kind: 'refused',
      refusal: `${remedy} Nothing was changed.`,
    });
    expect(await store.digests.all()).toEqual([before]);
  });

  test.each([
    [{ filters: 'track:zeppelins' }, 'There is no track “zeppelins” in the programme.'],
    [{ days: ['2027-06-01'] }, 'The programme has no sessions on these days.'],
    [{ weekdays: [6, 7] }, 'The programme has no sessions on these days.'],
    [{ days: ['2027-05-11'], eve: true }, 'That time has passed on all of these days.'],
    [{ filters: 'x'.repeat(701) }, 'These filters are too long for one digest: it takes 700 characters.'],
  ])('that could never be posted is refused before anything happens: %#', async (given, refusal) => {
    const { app, store, posts } = desk();
    expect(await placeOrder(digest(given), app)).toEqual({
      kind: 'refused',
      refusal: `${refusal} Nothing was saved.`,
    });
    expect([await store.digests.all(), posts]).toEqual([[], []]);
  });

  test('that changes nothing is neither saved nor posted', async () => {
    const { app, store, posts } = desk();
    const before = digest({ filters: 'track:storage', since: 5, failures: 1 });
    await store.digests.save(before);
    expect(await placeOrder(digest({ filters: 'track:Storage' }), app)).toEqual({
      kind: 'unchanged',
      digest: before,
    });
    expect([await store.digests.all(), posts]).toEqual([[before], []]);
    expect(await placeOrder(digest({ timeOfDay: '11:30', weekdays: [2] }), app)).toMatchObject({
      kind: 'placed',
    });
  });

  test('that changes nothing makes another person its owner, without a post', async () => {
    const { app, store, posts, refreshed } = desk();
    const before = digest({ owner: 'U0JUNE0002', filters: 'track:storage', since: 5, failures: 1 });
    await store.digests.save(before);
    const ordered = digest({ filters: 'track:Storage' });
    const after = { ...before, owner: ordered.owner };
    expect(await placeOrder(ordered, app)).toEqual({ kind: 'taken over', digest: after });
    expect([await store.digests.all(), posts]).toEqual([[after], []]);
    expect(refreshed).toEqual(['U0JUNE0002', ordered.owner]);
  });

  test('that overlaps another is saved only if that is meant', async () => {
    const { app, store, posts } = desk();
    const before = digest({ timeOfDay: '11:30' });
    await store.digests.save(before);
    const second = digest({ id: 'second', timeOfDay: '12:00', filters: 'track:storage' });
    expect(await placeOrder(second, app)).toEqual({ kind: 'overlapping', digest: second, others: [before] });
    expect([await store.digests.all(), posts]).toEqual([[before], []]);
    expect(await placeOrder(second, app, 'meant')).toMatchObject({ kind: 'placed', digest: second });
  });

  test('for every day is taken also when all is over', async () => {
    const { app } = desk();
    expect(await placeOrder(digest({ timeOfDay: '07:00' }), app)).toMatchObject({ inDoubt: false });
  });
});

describe('words that order', () => {
  const order: Order = {
    timeOfDay: '09:30',
    days: 'daily',
    weekdays: [1, 2],
    eve: false,
    filters: 'track:storage',
    reminders: true,
    span: 'day',
    onlyChanges: false,
  };

  test('make a digest of the person and the channel', async () => {
    const { app } = desk();
    const made = await digestFromOrder(order, BY, app);
    expect(made).toEqual({
      ...newDigest(BY, 'Europe/Madrid'),
      ...order,
      filters: 'track:storage',
      id: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  test('keep the words, the language and the mention of the digest that they replace', async () => {
    const { app, store } = desk();
    const kept = {
      language: 'de',
      intro: 'Hallo',
      closing: 'Bis bald',
      mentionHere: true,
      changesInChannel: true,
    } as const;
    const before = digest({ ...kept, filters: 'track:storage', weekdays: [1, 2], sponsor: 'Net Loft' });
    await store.digests.save(before);
    expect(await digestFromOrder({ ...order, intro: 'Moin' }, BY, app)).toMatchObject({
      ...kept,
      id: before.id,
      intro: 'Moin',
      sponsor: 'Net Loft',
    });
    const week = await digestFromOrder({ ...order, span: 'week' }, BY, app);
    expect([week.id === before.id, week.intro]).toEqual([false, '']);
  });

  test.each([
    ['other times', { timeOfDay: '08:00', filters: 'track:Storage' }, true],
    ['other filters', { filters: 'track:people' }, false],
    ['the evening before', { filters: 'track:storage', eve: true }, false],
    ['the same weekdays', { filters: 'track:storage', weekdays: [1, 2] }, true],
    ['weekdays of which one is the same', { filters: 'track:storage', weekdays: [2, 3] }, false],
    ['days of the conference', { filters: 'track:storage', days: ['2027-05-11'] }, false],
    ['other weekdays', { filters: 'track:storage', weekdays: [6, 7] }, false],
    ['another channel', { filters: 'track:storage', channel: 'C0CORRIDOR' }, false],
  ])('replace a digest with %s: %#', async (_what, given, replaces) => {
    const { app, store } = desk();
    await store.digests.save(digest(given));
    expect((await digestFromOrder(order, BY, app)).id === 'lobby').toBe(replaces);
  });

  test('replace the digest of the same days rather than that of every day', async () => {
    const { app, store } = desk();
    const filters = 'track:storage';
    await store.digests.save(digest({ id: 'every day', filters }));
    await store.digests.save(digest({ id: 'these days', filters, weekdays: [1, 2] }));
    expect((await digestFromOrder(order, BY, app)).id).toBe('these days');
  });
});

test.each([
  ["the conference's", harbour, 'Asia/Tokyo', 'Europe/Madrid'],
  ["the person's", programme([talk()], { timeZone: undefined }), 'Asia/Tokyo', 'Asia/Tokyo'],
  ['none that is known', programme([talk()], { timeZone: undefined }), undefined, 'UTC'],
])('the time zone of a new digest is %s', (_whose, of, zone, timeZone) => {
  const { app } = desk({ loaded: loadedWith(of), ...(zone !== undefined && { zone }) });
  expect(defaultZone(BY, app)).toBe(timeZone);
});

test.each([
  ['pause', [true, 3, 0]],
  ['resume', [false, 0, NOW]],
] as const)('%s', async (how, [paused, failures, since]) => {
  const { app, store } = desk();
  const before = digest({ paused: how === 'resume', failures: 3 });
  await store.digests.save(before);
  await store.digests.save(digest({ id: 'other' }));
  await changeDigest(how, [before], app);
  expect(await store.digests.find(digestKey())).toEqual({ ...before, paused, failures, since });
  expect(await store.digests.find(digestKey('other'))).toEqual(digest({ id: 'other' }));
});

test('off removes only the digests that are meant', async () => {
  const { app, store } = desk();
  for (const id of ['a', 'b', 'c']) await store.digests.save(digest({ id }));
  await changeDigest('off', [digest({ id: 'a' }), digest({ id: 'c' })], app);
  expect((await store.digests.all()).map(({ id }) => id)).toEqual(['b']);
});

test('changes only are ordered for days of which none has begun, too late a time or not', async () => {
  const { app } = desk();
  const order = (days: readonly string[]) =>
    placeOrder(digest({ onlyChanges: true, timeOfDay: '07:00', days }), app);
  expect(await order(['2027-05-11'])).toMatchObject({ kind: 'placed' });
  expect(await order(['2027-05-10'])).toMatchObject({ kind: 'refused' });
});
