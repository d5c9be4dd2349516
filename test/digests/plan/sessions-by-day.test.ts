import { describe, expect, test } from 'vitest';
import { lastEndOf, matchingTalks, sessionsByDay } from '../../../src/digests/plan/sessions-by-day.ts';
import type { Talk } from '../../../src/programme/talk.ts';
import { talk } from '../../support/conference.ts';
import { hour, lighthouse, lighthouseDays, lighthouseTalks, session } from '../../support/lighthouse-days.ts';
import { loadedWith } from '../../support/loaded.ts';

const coffee = session('Coffee', '2027-05-11', '10:30', { kind: 'break' });
const people = session('Keepers at home', '2027-05-11', '12:00', { track: 'People' });

/** The titles of each day. */
function titlesOf(filters: string, talks: readonly Talk[]): Record<string, readonly string[]> {
  const byDay = sessionsByDay(filters, loadedWith(lighthouseDays(talks)));
  return Object.fromEntries(
    [...byDay].map(([day, sessions]) => [day, sessions.map(each => each.talk.title)]),
  );
}

describe('the sessions of a digest', () => {
  test('stand under their days by time, breaks and cancelled ones too', () => {
    const [lamps, ...others] = lighthouseTalks;
    const cancelled: readonly Talk[] = lamps === undefined ? [] : [{ ...lamps, status: 'cancelled' }];
    expect(titlesOf('', [...others, coffee, ...cancelled])).toEqual({
      '2027-05-11': ['Lamps', 'Lenses', 'Coffee', 'Fog', 'Foghorns'],
      '2027-05-12': ['Keepers'],
    });
  });

  test('leave out a day of which nothing is left but breaks and cancelled ones', () => {
    const fog = session('Fog', '2027-05-11', '11:00', { status: 'cancelled' });
    expect(titlesOf('', [coffee, fog])).toEqual({});
    expect(titlesOf('', [coffee, fog, people])).toEqual({
      '2027-05-11': ['Coffee', 'Fog', 'Keepers at home'],
    });
  });

  test('pass the filters one by one, so that a talk may have one of its slots left', () => {
    const twice = session('Twice', '2027-05-11', '09:00', {
      slots: [hour('2027-05-11', '09:00', 'Net Loft'), hour('2027-05-12', '09:00', 'Quay Hall')],
    });
    expect(titlesOf('room:"Net Loft"', [twice, people])).toEqual({ '2027-05-11': ['Twice'] });
    expect(titlesOf('track:people', [twice, people])).toEqual({ '2027-05-11': ['Keepers at home'] });
  });

  test('are looked up once for a programme and filters', () => {
    const loaded = loadedWith(lighthouse);
    expect(sessionsByDay('track:storage', loaded)).toBe(sessionsByDay('track:storage', loaded));
    expect(sessionsByDay('', loaded)).not.toBe(sessionsByDay('track:storage', loaded));
    expect(sessionsByDay('', { ...loaded })).not.toBe(sessionsByDay('', loaded));
  });
});

describe('the last end', () => {
  const endOf = (talks: readonly Talk[]) => lastEndOf(lighthouseDays(talks).sessions);

  test('is that of the session that ends last', () => {
    const long = session('Long', '2027-05-11', '09:00', {
      slots: [{ ...hour('2027-05-11', '09:00'), end: '2027-05-11T18:00:00+00:00' }],
    });
    expect(endOf([long, session('Late', '2027-05-11', '15:00')])).toBe(Date.parse('2027-05-11T18:00Z'));
  });

  test('is not that of a break or of a cancelled session', () => {
    const dinner = session('Dinner', '2027-05-11', '20:00', { kind: 'break' });
    const off = session('Off', '2027-05-11', '21:00', { status: 'cancelled' });
    expect(endOf([dinner, off, session('Fog', '2027-05-11', '11:00')])).toBe(Date.parse('2027-05-11T12:00Z'));
  });

  test('is not known without a zone, or without sessions', () => {
    const slot = { start: '2027-05-11T09:00:00', end: '2027-05-11T10:00:00', rooms: [], day: '2027-05-11' };
    expect(endOf([talk({ slots: [slot] })])).toBe(undefined);
    expect(endOf([])).toBe(undefined);
  });
});

test('talks match with or without a time', () => {
  const loaded = loadedWith(
    lighthouseDays([...lighthouseTalks, people, talk({ id: 'someday', track: 'People' })]),
  );
  expect(matchingTalks('track:people', loaded)).toEqual(new Set(['keepers at home', 'someday']));
  expect(matchingTalks('', loaded).size).toBe(7);
});
