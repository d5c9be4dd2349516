import { expect, test } from 'vitest';
import { onStageAt } from '../../../src/digests/rooms/on-stage.ts';
import { programme } from '../../support/conference.ts';
import { hour, lighthouseTalks, session } from '../../support/lighthouse-days.ts';

const at = (time: string, talks = lighthouseTalks) => {
  const stage = onStageAt(programme(talks, { timeZone: 'UTC' }).sessions, Date.parse(`2027-05-${time}Z`));
  const iso = (instant: number) => new Date(instant).toISOString().slice(8, 16);
  return (
    stage && [stage.now.map(({ talk }) => talk.title).join('+'), stage.next?.talk.title, iso(stage.until)]
  );
};

test.each([
  ['11T07:59', undefined],
  ['11T08:00', ['', 'Lamps', '11T09:00']],
  ['11T09:00', ['Lamps', 'Lenses', '11T10:00']],
  ['11T12:30', ['', 'Foghorns', '11T15:00']],
  ['11T15:59', ['Foghorns', undefined, '11T16:00']],
  ['11T16:00', undefined],
  ['12T08:30', ['', 'Keepers', '12T09:00']],
  ['20T09:00', undefined],
])('on the stage at %s', (time, expected) => {
  expect(at(time)).toEqual(expected);
});

test('of two talks at once the one that began last is named first, and a night belongs to its day', () => {
  const talks = [
    session('Long', '2027-05-11', '22:00', {
      slots: [{ ...hour('2027-05-11', '22:00'), end: '2027-05-12T01:00:00+00:00' }],
    }),
    session('Short', '2027-05-11', '22:30'),
    session('Party', '2027-05-11', '23:30', {
      slots: [{ ...hour('2027-05-12', '01:30'), day: '2027-05-11' }],
    }),
  ];
  expect(at('11T22:40', talks)?.slice(0, 2)).toEqual(['Short+Long', 'Party']);
  expect(at('12T00:10', talks)?.slice(0, 2)).toEqual(['Long', 'Party']);
});
