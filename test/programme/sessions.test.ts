import { describe, expect, test } from 'vitest';
import { filterByDay, findNext, findRunning, findToday, type Session } from '../../src/programme/sessions.ts';
import type { Slot } from '../../src/programme/talk.ts';
import { programme, talk } from '../support/conference.ts';

function slot(start: string, end: string | undefined, room: string, day = start.slice(0, 10)): Slot {
  return { start: `${start}:00+02:00`, end: end && `${end}:00+02:00`, rooms: [room], day };
}

const all = programme([
  talk({ id: 'late', title: 'Late', slots: [slot('2027-05-12T01:30', undefined, 'Bar', '2027-05-11')] }),
  talk({ id: 'b', title: 'B', slots: [slot('2027-05-11T09:00', '2027-05-11T09:40', 'Quay')] }),
  talk({ id: 'a', title: 'A', slots: [slot('2027-05-11T10:00', '2027-05-11T10:40', 'Net')] }),
  talk({ id: 'c', title: 'C', slots: [slot('2027-05-11T10:00', '2027-05-11T10:40', 'Quay')] }),
  talk({ id: 'd', title: 'D', slots: [slot('2027-05-12T09:00', '2027-05-12T09:40', 'Quay')] }),
  talk({ id: 'none', title: 'Unscheduled' }),
]).sessions;
const titles = (sessions: readonly Session[]) => sessions.map(session => session.talk.title);
const at = (time: string) => ({ epochMs: Date.parse(`${time}:00+02:00`), today: time.slice(0, 10) });

test('sessions stand by time, then by room', () => {
  expect(titles(all)).toEqual(['B', 'C', 'A', 'Late', 'D']);
});

test('when clocks go back, the first 02:45 comes before the second 02:15', () => {
  const night = (title: string, start: string) =>
    talk({ id: title, title, slots: [{ start, end: undefined, rooms: [], day: '2027-10-30' }] });
  const { sessions } = programme([
    night('second', '2027-10-31T02:15:00+01:00'),
    night('first', '2027-10-31T02:45:00+02:00'),
  ]);
  expect(titles(sessions)).toEqual(['first', 'second']);
});

test('a day has what belongs to it, the small hours after it too', () => {
  expect(titles(filterByDay('2027-05-11', all))).toEqual(['B', 'C', 'A', 'Late']);
  expect(titles(filterByDay('2027-05-13', all))).toEqual([]);
});

test('today is another day from the first millisecond on, and the same one however often it is asked', () => {
  const slots = [all[0], all[4]].flatMap(session => session?.slot ?? []);
  const held = programme([talk({ slots })], { dayStart: '05:00' });
  const todayAt = (time: string) => findToday(Date.parse(`${time}+02:00`), held);
  const days = [
    ['2027-05-11T04:59:59.999', '2027-05-11'],
    ['2027-05-12T04:59:00.000', '2027-05-11'],
    ['2027-05-12T04:59:59.999', '2027-05-11'],
    ['2027-05-12T05:00:00.000', '2027-05-12'],
    ['2027-05-12T04:59:59.999', '2027-05-11'],
    ['2027-05-13T23:59:59.999', '2027-05-13'],
    ['2027-05-14T00:00:00.000', '2027-05-14'],
  ] as const;
  expect(days.map(([time]) => [time, todayAt(time)])).toEqual(days);
});

describe('at an instant', () => {
  test.each([
    ['2027-05-11T08:59', [], ['B']],
    ['2027-05-11T09:00', ['B'], ['C', 'A']],
    ['2027-05-11T09:39', ['B'], ['C', 'A']],
    ['2027-05-11T09:40', [], ['C', 'A']],
    ['2027-05-11T10:10', ['C', 'A'], ['Late']],
    ['2027-05-12T02:29', ['Late'], ['D']],
    ['2027-05-12T02:30', [], ['D']],
    ['2027-05-12T09:00', ['D'], []],
  ])('%s: %j run and %j are next', (time, running, next) => {
    expect([titles(findRunning(at(time), all)), titles(findNext(at(time), all))]).toEqual([running, next]);
  });

  test('what is cancelled does not run, and is next only beside what takes place', () => {
    const off = { status: 'cancelled' } as const;
    const some = programme([
      talk({ id: 'x', title: 'X', ...off, slots: [slot('2027-05-11T09:00', '2027-05-11T09:40', 'Quay')] }),
      talk({ id: 'y', title: 'Y', ...off, slots: [slot('2027-05-11T10:00', '2027-05-11T10:40', 'Quay')] }),
      talk({ id: 'z', title: 'Z', ...off, slots: [slot('2027-05-11T11:00', '2027-05-11T11:40', 'Quay')] }),
      talk({ id: 'a', title: 'A', slots: [slot('2027-05-11T11:00', '2027-05-11T11:40', 'Net')] }),
    ]).sessions;
    expect([
      titles(findRunning(at('2027-05-11T09:10'), some)),
      titles(findNext(at('2027-05-11T09:10'), some)),
    ]).toEqual([[], ['Z', 'A']]);
  });

  test('nothing runs and nothing is next where no zone is known', () => {
    const zoneless = programme([
      talk({ slots: [{ start: '2027-05-11T09:00:00', end: undefined, rooms: [], day: '2027-05-11' }] }),
    ]).sessions;
    expect([
      findRunning(at('2027-05-11T09:10'), zoneless),
      findNext(at('2027-05-10T09:10'), zoneless),
    ]).toEqual([[], []]);
  });
});

describe('what has no clock time', () => {
  const untimed = (title: string, days: readonly string[], what: 'all day' | 'to come') =>
    talk({
      id: title,
      title,
      slots: days.map(day => ({ start: day, end: undefined, rooms: ['Deck'], day, untimed: what })),
    });
  const some = programme([
    untimed('Sails', ['2027-05-12'], 'to come'),
    untimed('Exhibition', ['2027-05-11', '2027-05-12'], 'all day'),
    talk({ id: 'night', title: 'Night', slots: [slot('2027-05-12T00:30', '2027-05-12T01:00', 'Bar')] }),
    talk({ id: 'noon', title: 'Noon', slots: [slot('2027-05-12T12:00', '2027-05-12T13:00', 'Quay')] }),
  ]).sessions;

  test('all day comes first in each of its days, and a time to come last', () => {
    expect(titles(filterByDay('2027-05-11', some))).toEqual(['Exhibition']);
    expect(titles(filterByDay('2027-05-12', some))).toEqual(['Exhibition', 'Night', 'Noon', 'Sails']);
  });

  test.each([
    ['2027-05-10T23:59', [], ['Night']],
    ['2027-05-11T12:00', ['Exhibition'], ['Night']],
    ['2027-05-12T12:00', ['Noon', 'Exhibition'], ['Sails']],
  ])('at %s %j run, all day last, and %j start next', (time, running, next) => {
    expect([titles(findRunning(at(time), some)), titles(findNext(at(time), some))]).toEqual([running, next]);
  });

  test('the days ahead are next once no times are left', () => {
    const days = programme([
      untimed('Sails', ['2027-05-13'], 'to come'),
      untimed('Exhibition', ['2027-05-12', '2027-05-13'], 'all day'),
    ]).sessions;
    expect(titles(findNext(at('2027-05-12T09:00'), days))).toEqual(['Exhibition', 'Sails']);
    expect(titles(findNext(at('2027-05-13T09:00'), days))).toEqual(['Sails']);
    expect(titles(findNext(at('2027-05-14T09:00'), days))).toEqual([]);
  });
});
