import { expect, test } from 'vitest';
import type { Slot } from '../../../../src/programme/talk.ts';
import { composeDigest } from '../../../../src/slack/views/digest/compose.ts';
import { timeRange } from '../../../../src/slack/views/digest/pages.ts';
import { ENGLISH } from '../../../../src/words/en.ts';
import { LANGUAGES } from '../../../../src/words/languages.ts';
import { expectValidMessage } from '../../../support/block-kit.ts';
import { programme, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { session } from '../../../support/lighthouse-days.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { inTime } from '../../../support/post-time.ts';

const week = programme([
  ...Array.from({ length: 35 }, (_, index) => session(`Lamp ${index}`, '2027-05-11', '09:00')),
  session('Fog', '2027-05-13', '10:30', { status: 'cancelled' }),
  session('Tide', '2027-05-13', '17:00'),
  session('Later', '2027-05-18', '09:00'),
]);

function partsOf(given: Parameters<typeof digest>[0] = {}, day = '2027-05-10') {
  const order = digest({ span: 'week', ...given });
  return composeDigest(order, day, {
    loaded: loadedWith(week),
    posted: inTime(order, day),
    changes: [],
    toldTalks: new Set(),
    rehearsal: false,
  });
}

test('a week is an overview by day, with its days in the thread', () => {
  const parts = partsOf({ intro: 'Welcome!' });
  for (const { message } of parts) expectValidMessage(message);
  expect(parts.map(({ message }) => message.text.split('\n')[0])).toEqual([
    'Lighthouse Days: the week ahead',
    'Tue 11 May · 1 of 2: 09:00',
    'Tue 11 May · 2 of 2: 09:00',
    'Thu 13 May · 10:30 to 18:00',
  ]);
  expect(parts[0]?.message.text.split('\n')).toEqual([
    'Lighthouse Days: the week ahead',
    'Welcome!',
    'Mon 10 May to Sun 16 May · 37 sessions, 1 of them cancelled · times in Europe/Madrid',
    'Tue 11 May: 35 sessions, 09:00 to 10:00',
    'Thu 13 May: 2 sessions, 10:30 to 18:00',
    'The sessions of each day are in the thread of this message.',
  ]);
  expect(new Set(parts.flatMap(({ talks }) => talks)).size).toBe(37);
});

/** The talk of a session at these times, or at none. */
function timed(title: string, given: Partial<Slot> = {}) {
  const slot = { start: '2027-05-12T09:00:00+02:00', end: undefined, rooms: [], day: '2027-05-12', ...given };
  return talk({ id: title, title, slots: [slot] });
}

test.each<[string, readonly Partial<Slot>[]]>([
  ['09:00 to 17:30', [{}, { end: '2027-05-12T17:30:00+02:00' }, { start: '2027-05-12T16:15:00+02:00' }]],
  ['09:00 to 01:00', [{ end: '2027-05-13T01:00:00+02:00' }, { start: '2027-05-12T16:15:00+02:00' }]],
  ['09:00', [{ untimed: 'all day' }, {}, { untimed: 'to come' }]],
  ['all day', [{ untimed: 'all day' }]],
  ['all day, time to come', [{ untimed: 'all day' }, { untimed: 'to come' }]],
])('a day lasts from its first start to its last end, whatever has no time: %s', (range, slots) => {
  const { sessions } = programme(slots.map((slot, index) => timed(`Lamp ${index}`, slot)));
  expect(timeRange(sessions, ENGLISH)).toBe(range);
});

test('a week that begins on another day than that of the post says so, and one of nothing is none', () => {
  const [first] = partsOf({ eve: true, timeOfDay: '18:00' });
  expect(first?.message.text.split('\n')[0]).toBe('Lighthouse Days: the week from Mon 10 May');
  expect(partsOf({}, '2027-05-19')).toEqual([]);
});

test.each(LANGUAGES)('a week is valid in %s', language => {
  for (const { message } of partsOf({ language })) expectValidMessage(message);
});
