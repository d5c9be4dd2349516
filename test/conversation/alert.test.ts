import { expect, test } from 'vitest';
import { answer, answerWithoutOrders } from '../../src/conversation/answer.ts';
import { answeringFor } from '../support/answering.ts';
import { lighthouseDays, lighthouseTalks, session } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';

const programme = lighthouseDays([...lighthouseTalks, session('Alert fatigue', '2027-05-12', '10:00')]);
const context = answeringFor(loadedWith(programme), { at: '2027-05-11T07:00:00Z' });

function awaited(typed: string): string | undefined {
  const answered = answer(typed, context);
  return answered.kind === 'alert' ? (answered.words ?? 'all of them') : undefined;
}

test.each([
  ['alert ceph', 'ceph'],
  ['Alert: ceph operations', 'ceph operations'],
  ['notify me about lamps', 'lamps'],
  ['benachrichtige mich bei lampen', 'lampen'],
  ['alert fog on wednesday', 'day:2027-05-12 fog'],
  ['alert today', 'day:2027-05-11'],
  ['alert "sea fog" -lamps', '"sea fog" -lamps'],
  ['alert', 'all of them'],
  ['alerts', 'all of them'],
  ['my alerts', 'all of them'],
  ['alert now', 'all of them'],
  ['alert room:', 'all of them'],
  ['alert list', 'all of them'],
  ['alert off', 'all of them'],
  ['alert help', 'all of them'],
  ['alert remove', 'all of them'],
  ['alert remove ceph', 'all of them'],
  ['alerts delete fog on wednesday', 'all of them'],
  ['alert ????', 'all of them'],
  ['alert stop motion', 'stop motion'],
])('%s waits for %s', (typed, words) => {
  expect(awaited(typed)).toBe(words);
});

test.each(['alert fatigue', 'alerting', '"alert ceph"', 'lamps alert'])('%s is searched', typed => {
  expect(awaited(typed)).toBe(undefined);
});

test('where no order is taken, an alert is searched, and it says how to set it', () => {
  const answered = answerWithoutOrders('alert fog', context);
  expect(answered.kind === 'results' || answered.kind === 'none' ? answered.results.notes : []).toContain(
    'To set an alert, type `/talk alert` and a topic, without conference:.',
  );
});
