import { describe, expect, test } from 'vitest';
import type { DayPart } from '../../../src/digests/messages.ts';
import { type PostedDay, planEdits } from '../../../src/digests/tell/plan-edits.ts';
import type { Change } from '../../../src/programme/changes.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import type { DayDelivery, DeliveryState } from '../../../src/store/delivery.ts';
import { dayPart, digest, newDelivery } from '../../support/digests.ts';
import { lighthouseDays, lighthouseTalks, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';
import { plainWords } from '../../support/plain-words.ts';

const NOW = 1000;
const DAY = '2027-05-11';
const order = digest({ id: 'a', channel: 'C-a' });
const fog = session('Fog', DAY, '11:00');
const moved: Change = { kind: 'room', talk: fog, before: session('Fog', DAY, '11:00') };
const text = (words: string) => ({ text: words, blocks: [] });
const part = (words: string, ...talks: string[]): DayPart => ({ message: text(words), talks });

/** A part that stands in the channel with these words. */
function shown(
  position: number,
  words: string,
  {
    state = 'posted',
    repeated = false,
    talks = ['fog'],
  }: { state?: DeliveryState; repeated?: boolean; talks?: string[] } = {},
): DayDelivery {
  const delivery = {
    ...newDelivery({ digestId: 'a', channel: 'C-a', message: text(words), talks }),
    part: dayPart(position),
    attempts: 1,
    repeated,
    revision: 0,
  };
  return state === 'posted' ? { ...delivery, state, at: undefined } : { ...delivery, state };
}

/** The edits in short: the new words by position, further parts, and the reply. */
async function editsFor(
  parts: readonly DayDelivery[],
  composed: readonly DayPart[],
  {
    changes = [moved],
    talks = lighthouseTalks,
    filters = '',
    now = NOW,
  }: { changes?: readonly Change[]; talks?: readonly Talk[]; filters?: string; now?: number } = {},
) {
  const posted: PostedDay = { digest: { ...order, filters }, day: DAY, parts };
  const { updates, claims } = await planEdits(
    posted,
    { loaded: loadedWith(lighthouseDays(talks)), changes, version: 4 },
    {
      context: { messages: plainWords(), now: () => now, rehearsal: false },
      composeDay: async () => composed,
    },
  );
  return {
    updates: updates.map(({ key, message, talks: ids }) => [key.part, message.text, ids]),
    claims: claims.map(claim => [claim.part, claim.message.text.split(':')[0], claim.talks]),
    raw: { updates, claims },
  };
}

const reply = [{ kind: 'change', version: 4 }, 'Changed', ['fog']];

test('a part that reads otherwise is edited, and a reply says what changed', async () => {
  const { updates, claims, raw } = await editsFor(
    [shown(0, 'Lamps'), shown(1, 'Fog, old')],
    [part('Lamps', 'lamps'), part('Fog, new', 'fog')],
  );
  expect(updates).toEqual([[dayPart(1), 'Fog, new', ['fog']]]);
  expect(claims).toEqual([reply]);
  expect(raw.claims[0]).toMatchObject({ day: DAY, dueAt: NOW, until: NOW + 3 * 60 * 60 * 1000 });
});

test('parts that read as before need neither an edit nor a reply', async () => {
  const edits = await editsFor([shown(0, 'Fog')], [part('Fog', 'fog')]);
  expect([edits.updates, edits.claims]).toEqual([[], []]);
});

test('parts that are there no more say so, and further ones follow', async () => {
  const less = await editsFor([shown(0, 'Lamps'), shown(1, 'Fog')], [part('Lamps')]);
  expect(less.updates).toEqual([[dayPart(1), '(moved)', []]]);
  const none = await editsFor([shown(0, 'Lamps')], []);
  expect(none.updates).toEqual([[dayPart(0), '(moved)', []]]);
  const more = await editsFor([shown(0, 'Lamps')], [part('Lamps'), part('Fog', 'fog')]);
  expect([more.updates, more.claims]).toEqual([[], [[dayPart(1), 'Fog', ['fog']], reply]]);
});

test('parts keep their positions where one of them was missed', async () => {
  const { updates, claims } = await editsFor(
    [shown(0, 'Lamps'), shown(2, 'Fog, old')],
    [part('Lamps'), part('Lenses'), part('Fog, new', 'fog')],
  );
  expect(updates).toEqual([[dayPart(2), 'Fog, new', ['fog']]]);
  expect(claims).toEqual([[dayPart(1), 'Lenses', []], reply]);
});

test('a repeated part stays marked', async () => {
  const same = await editsFor([shown(0, '(possibly repeated) Fog', { repeated: true })], [part('Fog')]);
  expect(same.updates).toEqual([]);
  const other = await editsFor([shown(0, '(possibly repeated) Fog', { repeated: true })], [part('Mist')]);
  expect(other.updates).toEqual([[dayPart(0), '(possibly repeated) Mist', []]]);
});

test.each<[DeliveryState, boolean]>([
  ['claimed', false],
  ['missed', false],
  ['sending', true],
  ['posted', true],
  ['unknown', true],
])('to a day that is %s a reply is worth it: %s', async (state, isWorth) => {
  const { updates, claims } = await editsFor([shown(0, 'Old', { state })], [part('New')]);
  expect(updates.length).toBe(1);
  expect(claims).toEqual(isWorth ? [reply] : []);
});

test.each<[Change['kind'], boolean]>([
  ['added', true],
  ['cancelled', true],
  ['restored', true],
  ['moved', true],
  ['room', true],
  ['zone', true],
  ['retitled', false],
  ['speakers', true],
])('a talk that is %s is told in a reply: %s', async (kind, isTold) => {
  const change = { ...moved, kind } as Change;
  const { updates, claims } = await editsFor([shown(0, 'Old')], [part('New')], { changes: [change] });
  expect(updates.length).toBe(1);
  expect(claims).toEqual(isTold ? [reply] : []);
});

test.each<[string, Change, string, boolean]>([
  ['is over', { kind: 'cancelled', talk: fog }, `${DAY}T12:00Z`, false],
  ['runs', { kind: 'cancelled', talk: fog }, `${DAY}T11:59Z`, true],
  [
    'moved from what is over',
    { kind: 'moved', talk: session('Fog', DAY, '17:00'), before: fog },
    `${DAY}T12:00Z`,
    true,
  ],
  ['has no times', { kind: 'cancelled', talk: { ...fog, slots: [] } }, `${DAY}T12:00Z`, true],
])('a talk that %s is edited, and told if anything is to come', async (_, change, at, isTold) => {
  const edits = await editsFor([shown(0, 'Old')], [part('New')], { changes: [change], now: Date.parse(at) });
  expect([edits.updates.length, edits.claims]).toEqual([1, isTold ? [reply] : []]);
});

describe('a change concerns a day', () => {
  const concerns = async (changes: readonly Change[], options: Parameters<typeof editsFor>[2] = {}) => {
    const parts = [shown(0, 'Old', { talks: ['lamps'] })];
    return (await editsFor(parts, [part('New')], { ...options, changes })).updates.length > 0;
  };
  const tides = session('Tides', '2027-05-12', '09:00');

  test('if the day told of the talk, wherever it is now', async () => {
    expect(await concerns([{ kind: 'cancelled', talk: session('Lamps', '2027-05-12', '09:00') }])).toBe(true);
  });

  test('if the talk comes to the day, or leaves it, and passes the filters', async () => {
    const talks = [...lighthouseTalks, tides];
    const comes: Change = { kind: 'moved', talk: fog, before: tides };
    const leaves: Change = { kind: 'moved', talk: tides, before: session('Tides', DAY, '09:00') };
    expect(await concerns([comes], { talks })).toBe(true);
    expect(await concerns([leaves], { talks })).toBe(true);
    expect(await concerns([leaves], { talks, filters: 'track:people' })).toBe(false);
  });

  test('not if it is of another day', async () => {
    const talks = [...lighthouseTalks, tides];
    expect(await concerns([{ kind: 'added', talk: tides }], { talks })).toBe(false);
    expect(await concerns([])).toBe(false);
  });
});
