import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { AppContext } from '../../../src/slack/app-context.ts';
import { composeNext, nextOf, sendTest } from '../../../src/slack/digest/preview.ts';
import type { Digest } from '../../../src/store/digests.ts';
import { programme, talk } from '../../support/conference.ts';
import { dayPart, digest, newDelivery } from '../../support/digests.ts';
import { loadedWith } from '../../support/loaded.ts';
import { read } from '../../support/read.ts';
import { MIRA } from '../../support/slack-people.ts';
import { openStage } from '../../support/stage.ts';
import { store as openStore } from '../../support/store.ts';

function at(day: string, track: string, id = `${day} ${track}`) {
  const slot = { start: `${day}T09:00:00+02:00`, end: undefined, rooms: ['Quay Hall'], day };
  return talk({ id, title: id, track, slots: [slot] });
}

const days = programme([
  at('2027-05-11', 'Storage'),
  at('2027-05-13', 'Storage'),
  at('2027-05-14', 'People'),
]);

function app(of = days, now = Date.UTC(2027, 4, 11, 7), store = openStore()) {
  return {
    current: () => loadedWith(of),
    now: () => now,
    readers: { zoneOf: () => undefined },
    digests: { store, organisersOf: () => [], rehearsal: false },
  } as unknown as AppContext;
}

async function next(given: Partial<Digest> = {}, wanted?: string, now?: number) {
  const { day, parts } = await composeNext(digest(given), app(days, now), wanted);
  return [day, parts.flatMap(part => part.talks)];
}

describe('a preview is of', () => {
  test.each([
    ['the next post, not one whose time has passed', {}, undefined, ['2027-05-13', ['2027-05-13 Storage']]],
    ['today before its time', { timeOfDay: '10:00' }, undefined, ['2027-05-11', ['2027-05-11 Storage']]],
    [
      'the next day with sessions for it',
      { filters: 'track:people' },
      undefined,
      ['2027-05-14', ['2027-05-14 People']],
    ],
    [
      'the day after today, the evening before',
      { eve: true },
      undefined,
      ['2027-05-13', ['2027-05-13 Storage']],
    ],
    ['the next day on a weekday of it', { weekdays: [5] }, undefined, ['2027-05-14', ['2027-05-14 People']]],
    ['the day that is wanted', {}, '2027-05-13', ['2027-05-13', ['2027-05-13 Storage']]],
    ['no other day than that', {}, '2027-05-12', ['2027-05-12', []]],
  ] as const)('%s', async (_what, given, wanted, expected) => {
    expect(await next(given, wanted)).toEqual(expected);
  });

  test('nothing once all is over', async () => {
    expect(await next({}, undefined, Date.UTC(2027, 4, 20))).toEqual(['2027-05-20', []]);
  });

  test('talks without times that had no turn yet', async () => {
    const store = openStore();
    const told = newDelivery({ day: '2027-05-10', part: dayPart(), talks: ['a'] });
    await store.deliveries.claim([[told]]);
    const of = programme(['a', 'b'].map(id => talk({ id, title: id })));
    const { parts } = await composeNext(digest(), app(of, undefined, store), undefined);
    expect(parts.map(part => part.talks)).toEqual([['b']]);
  });
});

test('the digest that is posted next stands for its channel', () => {
  const next = (digests: readonly Digest[]) =>
    nextOf(digests, { loaded: loadedWith(days), now: Date.UTC(2027, 4, 12, 7) })?.id;
  const morning = digest({ id: 'morning' });
  const evening = digest({ id: 'evening', timeOfDay: '18:00', eve: true });
  const changes = digest({ id: 'changes', onlyChanges: true });
  expect(next([morning, evening])).toBe('evening');
  expect(next([changes, morning, { ...evening, paused: true }])).toBe('morning');
  expect(next([changes])).toBe('changes');
  expect(next([])).toBeUndefined();
});

describe('a test', () => {
  test('brings a person the message and its thread', async () => {
    const { workspace } = await openStage();
    const client = new webApi.WebClient(workspace.tokens.bot, { slackApiUrl: workspace.apiUrl });
    const many = programme(
      Array.from({ length: 40 }, (_, index) => at('2027-05-11', 'Storage', `T${index}`)),
    );
    expect(await sendTest(digest(), MIRA, { app: app(many), client })).toBe(
      'The test is in your direct messages with Lectern.',
    );
    const [first, ...replies] = workspace.messages;
    expect(read(first?.blocks ?? []).slice(0, 2)).toEqual([
      'Test: only you can see this.',
      'Lighthouse Days is today',
    ]);
    const clocks = 'times in Europe/Madrid: 09:00 ({Tue 11 May 09:00} your time)';
    expect(replies.map(({ threadTs, blocks }) => [threadTs, read(blocks)[0]])).toEqual([
      [first?.ts, `1 of 2: 09:00 · ${clocks}`],
      [first?.ts, `2 of 2: 09:00 · ${clocks}`],
    ]);
  });

  test('of nothing posts nothing', async () => {
    const { workspace } = await openStage();
    const client = new webApi.WebClient(workspace.tokens.bot, { slackApiUrl: workspace.apiUrl });
    const none = digest({ filters: 'track:none' });
    expect(await sendTest(none, MIRA, { app: app(), client })).toBe(
      'Nothing would be posted: Tue 11 May has no sessions for this digest.',
    );
    expect(workspace.messages).toEqual([]);
  });
});
