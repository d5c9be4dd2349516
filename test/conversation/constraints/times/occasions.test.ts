import { expect, test } from 'vitest';
import { answer } from '../../../../src/conversation/answer.ts';
import { answeringFor } from '../../../support/answering.ts';
import { lighthouseDays, session } from '../../../support/lighthouse-days.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { sampleContext, understand } from '../../../support/understand.ts';

const context = await sampleContext('2027-05-11T10:40+02:00');
const day = 'agenda 2027-05-11';

test.each([
  ['after lunch', `${day} after 14:00`],
  ['during lunch', `${day} 12:15-14:00`],
  ['昼食後', `${day} after 14:00`],
  ['après le déjeuner', `${day} after 14:00`],
  ['after coffee', `${day} after 11:30`],
  ['nach der Kaffeepause', `${day} after 11:30`],
  ['después del café', `${day} after 11:30`],
  ['pendant la pause', `${day} 11:15-11:30`],
  ['before the keynote', `${day} before 09:00`],
  ['wednesday after coffee', 'agenda 2027-05-12 after 10:30'],
  ['ceph after the break', 'search time:11:30- day:2027-05-11 ceph'],
  ['who is speaking after hana', `${day} after 15:30`],
  ['whats on after cilium at scale', `${day} after 11:10`],
  ['ceph after hana', 'search ceph after hana'],
  ['life after kubernetes', 'search life after kubernetes'],
  ['after dinner', 'practical'],
])('%s', (typed, request) => {
  expect(understand(typed, context).replace('time:"11:30-"', 'time:11:30-')).toBe(request);
});

const noted = lighthouseDays([
  session('Opening', '2027-05-11', '09:00'),
  { ...session('Coffee break', '2027-05-11', '10:00'), kind: 'break' },
  session('Fog', '2027-05-11', '11:00'),
]);

/** What is said beside an agenda. */
function notesOf(typed: string, programme = noted): readonly string[] {
  const answered = answer(typed, answeringFor(loadedWith(programme), { at: '2027-05-11T06:00:00Z' }));
  return answered.kind === 'agenda' ? answered.agenda.notes : [answered.kind];
}

test('a break that the programme names needs no note', () => {
  expect(notesOf('after coffee')).toEqual([]);
});

test('a day without such a talk says so', () => {
  expect(notesOf('2027-05-12 before the opening')[0]).toBe('The programme of that day names no opening.');
});
