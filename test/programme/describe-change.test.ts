import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/programme/changes.ts';
import { describeChange, describeDifference } from '../../src/programme/describe-change.ts';
import type { Talk } from '../../src/programme/talk.ts';
import { wordsIn } from '../../src/words/catalogue.ts';
import { speaker, talk } from '../support/conference.ts';
import { hour, session } from '../support/lighthouse-days.ts';

const DAY = '2027-05-11';
const fog = session('Fog', DAY, '10:00');
const at = (slots: Talk['slots'], given: Partial<Talk> = {}): Talk => ({ ...fog, slots, ...given });
const moved = (slots: Talk['slots'], before = fog): Change => ({ kind: 'moved', talk: at(slots), before });
const longer = { ...hour(DAY, '11:30'), end: '2027-05-11T13:00:00+00:00' };
const night = { ...hour('2027-05-12', '01:00'), day: DAY };

test.each<[string, Change, string]>([
  ['another time', moved([hour(DAY, '11:00')]), 'Fog: 10:00 → 11:00'],
  ['another time and length', moved([longer]), 'Fog: 10:00–11:00 → 11:30–13:00'],
  [
    'another time and room',
    moved([hour(DAY, '11:00', 'Net Loft')]),
    'Fog: 10:00 → 11:00, Quay Hall → Net Loft',
  ],
  ['another day', moved([hour('2027-05-12', '11:00')]), 'Fog: Tue 11 May 10:00 → Wed 12 May 11:00'],
  [
    'a day that it comes from',
    moved([hour(DAY, '11:00')], at([hour('2027-05-12', '10:00')])),
    'Fog: Wed 12 May 10:00 → Tue 11 May 11:00',
  ],
  ['the night of that day', moved([night]), 'Fog: 10:00 → 01:00'],
  ['no time any more', moved([]), 'Fog: 10:00–11:00, Quay Hall → not scheduled'],
  [
    'several times',
    moved([hour(DAY, '11:00'), hour(DAY, '15:00')]),
    'Fog: 10:00 → 11:00; + 15:00–16:00, Quay Hall',
  ],
  [
    'another room',
    { kind: 'room', talk: at([hour(DAY, '10:00', 'Pier')]), before: fog },
    'Fog: Quay Hall → Pier',
  ],
  [
    'a room where it had none',
    { kind: 'room', talk: fog, before: at([{ ...hour(DAY, '10:00'), rooms: [] }]) },
    'Fog: no room → Quay Hall',
  ],
  [
    'another day, and a room where it had none',
    moved([hour('2027-05-12', '10:00')], at([{ ...hour(DAY, '10:00'), rooms: [] }])),
    'Fog: Tue 11 May 10:00 → Wed 12 May 10:00, no room → Quay Hall',
  ],
  [
    'a time that it lost of two',
    moved([hour(DAY, '14:00')], at([hour(DAY, '10:00'), hour(DAY, '14:00')])),
    'Fog: − 10:00–11:00, Quay Hall',
  ],
  [
    'a time between two',
    moved(
      [hour(DAY, '10:00'), hour(DAY, '12:00'), hour(DAY, '14:00')],
      at([hour(DAY, '10:00'), hour(DAY, '14:00')]),
    ),
    'Fog: + 12:00–13:00, Quay Hall',
  ],
  [
    'the second of its times',
    moved(
      [hour(DAY, '10:00'), hour('2027-05-12', '15:00')],
      at([hour(DAY, '10:00'), hour('2027-05-12', '14:00')]),
    ),
    'Fog: Wed 12 May 14:00 → 15:00',
  ],
  [
    'the room of the second of its times',
    {
      kind: 'room',
      talk: at([hour(DAY, '10:00'), hour('2027-05-12', '14:00', 'Pier')]),
      before: at([hour(DAY, '10:00'), hour('2027-05-12', '14:00')]),
    },
    'Fog: Wed 12 May 14:00–15:00, Quay Hall → Pier',
  ],
  [
    'a time and the room of another',
    moved([hour(DAY, '10:00', 'Pier'), hour(DAY, '15:00')], at([hour(DAY, '10:00'), hour(DAY, '14:00')])),
    'Fog: 10:00–11:00, Quay Hall → Pier; 14:00 → 15:00',
  ],
  ['a cancellation', { kind: 'cancelled', talk: fog }, 'Cancelled: Fog (was 10:00–11:00, Quay Hall)'],
  [
    'a talk that is new',
    { kind: 'added', talk: at(fog.slots, { speakers: [speaker()] }) },
    'New: Fog, Ada Lund, 10:00–11:00, Quay Hall',
  ],
])('below its day, a change names %s and nothing else', (_, change, line) => {
  expect(describeChange(change, undefined, DAY)).toBe(line);
});

test('a line that begins with no room does so with a capital', () => {
  const before = at([{ ...hour(DAY, '10:00'), rooms: [] }]);
  expect(describeDifference({ kind: 'room', talk: fog, before })).toBe('No room → Quay Hall');
});

describe('of the speakers', () => {
  const people = (...names: string[]) => talk({ speakers: names.map(name => speaker({ id: name, name })) });

  test.each([
    [people('Ada', 'Bo'), people('Ada', 'Cy'), 'Ceph at sea: Bo → Cy'],
    [people('Ada'), people('Ada', 'Bo', 'Cy'), 'Ceph at sea: + Bo, Cy'],
    [people('Ada', 'Bo'), people('Ada'), 'Ceph at sea: − Bo'],
    [people('Ada', 'Bo'), people('Bo', 'Ada'), 'Ceph at sea: Ada, Bo → Bo, Ada'],
  ])('those who stay are not named: %#', (before, now, line) => {
    expect(describeChange({ kind: 'speakers', talk: now, before })).toBe(line);
  });
});

test('a change is said in the language of its digest', () => {
  const cancelled: Change = { kind: 'cancelled', talk: fog };
  expect(describeChange(cancelled, wordsIn('de'), DAY)).toBe('Abgesagt: Fog (war: 10:00–11:00, Quay Hall)');
  expect(describeChange(moved([hour('2027-05-12', '11:00')]), wordsIn('fr'))).toBe(
    'Fog\u00a0: mar. 11 mai 10:00 → mer. 12 mai 11:00',
  );
  expect(describeDifference(cancelled, wordsIn('nl'))).toContain('Quay Hall');
});
