import { expect, test } from 'vitest';
import { requestContext } from '../../../../src/conversation/answer.ts';
import { answeringFor } from '../../../support/answering.ts';
import { speaker } from '../../../support/conference.ts';
import { lighthouseDays, session } from '../../../support/lighthouse-days.ts';
import { loadedWith } from '../../../support/loaded.ts';
import { sampleContext, understand } from '../../../support/understand.ts';

const context = await sampleContext('2027-05-11T08:40+02:00');

const at = (time: string) => `agenda 2027-05-11 ${time}`;

test.each([
  ['at two thirty', at('14:30')],
  ['two thirty', at('14:30')],
  ['two thirty pm', at('14:30')],
  ['whats on at ten fifteen', at('10:15')],
  ['at eleven forty five', at('11:45')],
  ['at 10 30', at('10:30')],
  ['at 1030', at('10:30')],
  ['1030', at('10:30')],
  ['three o clock', at('15:00')],
  ['at three o clock', at('15:00')],
  ['ten to three', at('14:50')],
  ['zehn vor drei', at('14:50')],
  ['zehn nach drei', at('15:10')],
  ['um drei Uhr fünfzehn', at('15:15')],
  ['deux heures trente', at('14:30')],
  ['ten to twelve', 'agenda 2027-05-11 10:00-12:00'],
  ['from two thirty to four', 'agenda 2027-05-11 14:30-16:00'],
  ['ceph at two thirty', 'search time:"14:30-15:30" ceph'],
  ['uh whats on at two thirty in quay hall', 'agenda 2027-05-11 14:30 room:"Quay Hall"'],
])('%s', (typed, request) => {
  expect(understand(typed, context)).toBe(request);
});

test.each([
  'ceph at 1000 nodes',
  '2027',
  '1045 nodes',
  'two thirty node clusters',
  'ten to twelve nodes',
  '2 33',
])('%s is a topic', typed => {
  expect(understand(typed, context)).toBe(`search ${typed}`);
});

const odd = requestContext(
  answeringFor(
    loadedWith(
      lighthouseDays([
        session('A mast of 1000 lamps', '2027-05-11', '10:00', {
          speakers: [speaker({ id: 'it', name: 'IT' })],
        }),
      ]),
    ),
  ),
);

test.each(['1000', 'before it'])('%s is a topic where a talk or a speaker has it', typed => {
  expect(understand(typed, odd)).toBe(`search ${typed}`);
});
