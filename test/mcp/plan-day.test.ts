import { describe, expect, test } from 'vitest';
import type { Programme } from '../../src/programme/programme.ts';
import type { Slot } from '../../src/programme/talk.ts';
import { openAssistant } from '../support/assistant.ts';
import { programme, talk } from '../support/conference.ts';
import { loadedWith } from '../support/loaded.ts';

interface Planned {
  readonly day: string;
  readonly plan: readonly { readonly id: string; readonly start: string; readonly reason: string }[];
  readonly free: readonly { readonly from: string; readonly to: string }[];
  readonly leftOut: readonly { readonly id: string }[];
  readonly notes: readonly string[];
}

/** An hour of a day of May; the conference begins on Tuesday the 11th. */
function at(day: number, hour: number, room = 'Quay Hall'): Slot {
  const time = (each: number) => `2027-05-${day}T${String(each).padStart(2, '0')}:00:00+02:00`;
  return { start: time(hour), end: time(hour + 1), rooms: [room], day: `2027-05-${day}` };
}

const week = programme([
  talk({ id: 'twice', title: 'Ropes', slots: [at(12, 9), at(12, 11)] }),
  talk({ id: 'once', title: 'Knots', slots: [at(12, 9, 'Net Loft')] }),
  talk({ id: 'also', title: 'Anchors', slots: [at(12, 9, 'Pilot House')] }),
  talk({ id: 'first', title: 'Buoys', slots: [at(11, 9)] }),
  talk({ id: 'off', title: 'Sails', status: 'cancelled', slots: [at(12, 14)] }),
  talk({
    id: 'show',
    title: 'Maps',
    slots: [{ start: '2027-05-12', end: undefined, rooms: [], day: '2027-05-12', untimed: 'all day' }],
  }),
  talk({ id: 'lunch', title: 'Lunch', kind: 'break', slots: [at(12, 12)] }),
  talk({ id: 'unplaced', title: 'Tides', slots: [] }),
]);

async function plan(
  args: Record<string, unknown>,
  { of = week, stars }: { readonly of?: Programme; readonly stars?: readonly string[] } = {},
): Promise<Planned> {
  const known = stars && new Map([['Lighthouse Days', new Set(stars)]]);
  const { ask } = await openAssistant({ loaded: loadedWith(of), stars: known });
  return ask<Planned>('plan_day', args);
}

/** `once 09 must_see` */
function lines({ plan: those }: Planned): readonly string[] {
  return those.map(({ id, start, reason }) => `${id} ${start.slice(11, 13)} ${reason}`);
}

describe('talks that have to be seen', () => {
  test('are planned on their own day if none is given, at the times at which all of them fit', async () => {
    const planned = await plan({ must_see: ['twice', 'once'] });
    expect([planned.day, lines(planned), planned.notes]).toEqual([
      '2027-05-12',
      ['once 09 must_see', 'twice 11 must_see'],
      [],
    ]);
  });

  test('each that is not in the plan has a note that says why', async () => {
    const dropped = ['also', 'first', 'off', 'show', 'lunch', 'unplaced'];
    const { notes } = await plan({ day: 'wednesday', must_see: ['once', ...dropped], topics: ['ropes'] });
    expect(notes).toEqual([
      '“Knots” overlaps “Anchors”.',
      '“Buoys” is on Tue 11 May 09:00–10:00.',
      '“Sails” is cancelled.',
      '“Maps” is on Wed 12 May, all day.',
      '“Lunch” is a break or a service, which plans do not have.',
      '“Tides” has no time yet.',
    ]);
  });

  test('go before starred ones, whatever narrows the others down', async () => {
    const planned = await plan({ day: 'wednesday', must_see: ['once'], room: 'Quay' }, { stars: ['also'] });
    expect(lines(planned)).toEqual(['once 09 must_see']);
    expect(lines(await plan({ must_see: ['once'] }, { stars: ['also'] }))).toEqual(['once 09 must_see']);
  });
});

describe('starred talks', () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['all of a day', { day: 'wednesday' }, ['also 09 starred', 'twice 11 starred']],
    ['from a time on', { day: 'wednesday', from: '10:00' }, ['twice 11 starred']],
    ['in a room', { day: 'wednesday', room: 'Pilot' }, ['also 09 starred']],
  ])('are narrowed down like others: %s', async (_, args, planned) => {
    expect(lines(await plan(args, { stars: ['twice', 'also'] }))).toEqual(planned);
  });

  test('on other days say nothing of what is wanted on this one', async () => {
    const stars = new Map([['Lighthouse Days', new Set(['twice'])]]);
    const { refusal } = await openAssistant({ loaded: loadedWith(week), stars });
    expect(await refusal('plan_day', { day: 'tuesday' })).toMatch(
      /^Nothing says what the person wants to see on Tue 11 May: give topics/,
    );
  });
});

describe('topics', () => {
  const storage = programme([
    talk({ id: 'ceph', title: 'Ceph for ferries and their captains', abstract: 'Ceph.', slots: [at(11, 9)] }),
    talk({ id: 'more', title: 'More Ceph', abstract: '', slots: [at(11, 9)] }),
    talk({ id: 'boats', title: 'Boats', abstract: '', track: 'Harbour', slots: [at(11, 11)] }),
  ]);

  test.each<[string, readonly string[], readonly string[]]>([
    ['a whole title', ['Ceph for ferries and their captains'], ['ceph 09 topic']],
    [
      'a title and a word',
      ['Boats', 'Ceph for ferries and their captains'],
      ['ceph 09 topic', 'boats 11 topic'],
    ],
  ])('%s plans the talk that it names', async (_, topics, planned) => {
    expect(lines(await plan({ topics }, { of: storage }))).toEqual(planned);
  });

  test('a link plans the talk that it leads to, although no word of it fits', async () => {
    const url = 'https://example.org/talks/8231';
    const links = [{ kind: 'web' as const, url, title: 'Page' }];
    const of = programme([
      talk({ id: 'linked', title: 'Boats', abstract: '', links, slots: [at(11, 9), at(11, 11)] }),
      talk({ id: 'ceph', title: 'Ceph', slots: [at(11, 9)] }),
      talk({ id: 'more', title: 'More Ceph', slots: [at(11, 11)] }),
    ]);
    expect(lines(await plan({ topics: [url, 'ceph'] }, { of }))).toEqual([
      'ceph 09 topic',
      'linked 11 topic',
    ]);
  });

  test('that were corrected, or fit nothing, are told, and so is a room', async () => {
    const { notes } = await plan({ topics: ['cehp', 'zzzzz'], room: 'Quai Hall' }, { of: storage });
    expect(notes).toEqual([
      'Showing room “Quay Hall” (“Quai Hall” was given).',
      'Showing ceph (you typed cehp).',
      'No talk fits “zzzzz”.',
    ]);
  });
});

describe('free time', () => {
  const endless = { ...at(11, 9), end: undefined };
  const must = { must_see: ['a', 'b'] };
  const pair = (slots: readonly Slot[], timeZone?: string) =>
    programme(
      slots.map((slot, place) => talk({ id: 'ab'.charAt(place), title: 'ab'.charAt(place), slots: [slot] })),
      { timeZone },
    );

  test('is not claimed behind a talk whose end nobody wrote down', async () => {
    expect((await plan(must, { of: pair([endless, at(11, 14)]) })).free).toEqual([]);
  });

  test('begins and ends on the same clocks', async () => {
    const utc = { ...at(11, 7), start: '2027-05-11T07:00:00+00:00', end: '2027-05-11T08:00:00+00:00' };
    const planned = await plan(must, { of: pair([utc, at(11, 14)]) });
    expect(planned.free).toEqual([{ from: '2027-05-11T10:00:00+02:00', to: '2027-05-11T14:00:00+02:00' }]);
  });
});

test('the present time is on the clocks of the nearest session if no zone is known', async () => {
  const of = programme([talk({ id: 'a', slots: [at(11, 9)] })], { timeZone: undefined });
  expect(await plan({ must_see: ['a'] }, { of })).toMatchObject({
    conference: { now: '2027-05-11T08:55:00+02:00' },
  });
});

test('after the conference the agenda says that it is over', async () => {
  const { ask } = await openAssistant({ loaded: loadedWith(week), at: '2027-06-01T10:00+02:00' });
  const notes = async (args: Record<string, unknown>) => (await ask<Planned>('get_agenda', args)).notes;
  expect([await notes({}), await notes({ day: '2027-05-11' })]).toEqual([
    ['The conference is over: this is its first day.'],
    [],
  ]);
});

test('a plan for a day without sessions says so, and which days there are', async () => {
  const notes = async (args: Record<string, unknown>, at: string) => {
    const { ask } = await openAssistant({ loaded: loadedWith(week), at });
    const { plan: those, notes: told } = await ask<Planned>('plan_day', args);
    return [those.length, told];
  };
  const days = 'The days are Tue 11 May and Wed 12 May.';
  expect(await notes({ day: '2027-05-14' }, '2027-05-11T08:55+02:00')).toEqual([
    ...[0, [`Nothing is scheduled on Fri 14 May. ${days}`]],
  ]);
  const after = '2027-06-01T10:00+02:00';
  expect(await notes({ day: 'today', topics: ['ropes'] }, after)).toEqual([
    ...[0, [`Nothing is scheduled on Tue 1 Jun. ${days}`, 'The conference is over.']],
  ]);
  expect(await notes({ topics: ['buoys'] }, after)).toEqual([
    ...[1, ['The conference is over: this is its first day.']],
  ]);
});
