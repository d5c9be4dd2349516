import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Slot, Talk } from '../../../../src/programme/talk.ts';
import { calendarLinks, googleUrl, outlookUrl } from '../../../../src/slack/views/calendar/calendar-links.ts';
import { cases } from '../../../support/cases.ts';
import { programme, talk } from '../../../support/conference.ts';
import { hostileTalk } from '../../../support/hostile.ts';
import { hour } from '../../../support/lighthouse-days.ts';

const SLOT: Slot = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall', 'Deck'],
  day: '2027-05-11',
};
const sessionsOf = (given: Partial<Talk>) => programme([talk(given)]).sessions;
const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

/** The fields of both forms for a talk in one slot. */
function forms(slot: Slot) {
  const [session] = sessionsOf({ title: 'Rock & roll + tides', slots: [slot] });
  if (session === undefined) throw new Error('It has no session.');
  return { google: parametersOf(googleUrl(session)), outlook: parametersOf(outlookUrl(session)), session };
}

describe('the forms are filled in', () => {
  test('with all that a talk says', () => {
    const { google, outlook, session } = forms(SLOT);
    const text = 'Ada Lund\n\nHow a ferry line runs Ceph on board. In this session we show what broke.';
    expect(google).toEqual({
      action: 'TEMPLATE',
      text: 'Rock & roll + tides',
      dates: '20270511T070000Z/20270511T074000Z',
      location: 'Quay Hall, Deck',
      details: text,
    });
    expect(outlook).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: 'Rock & roll + tides',
      startdt: '2027-05-11T07:00:00Z',
      enddt: '2027-05-11T07:40:00Z',
      location: 'Quay Hall, Deck',
      body: text,
    });
    expect(outlookUrl(session)).not.toContain('+');
  });

  test.each<[string, Partial<Slot>, string, Record<string, string>]>([
    [
      'an hour, if no end is known',
      { end: undefined },
      '20270511T070000Z/20270511T080000Z',
      { startdt: '2027-05-11T07:00:00Z', enddt: '2027-05-11T08:00:00Z' },
    ],
    [
      'a date, if it lasts all day',
      { start: '2027-05-11', end: undefined, untimed: 'all day' },
      '20270511/20270512',
      { startdt: '2027-05-11', enddt: '2027-05-12', allday: 'true' },
    ],
    [
      'a date, if its time is to come',
      { start: '2027-05-31', end: undefined, untimed: 'to come', day: '2027-05-31' },
      '20270531/20270601',
      { startdt: '2027-05-31', enddt: '2027-06-01', allday: 'true' },
    ],
    [
      'local times, if the zone is not known',
      { start: '2027-05-11T23:30:00', end: undefined },
      '20270511T233000/20270512T003000',
      { startdt: '2027-05-11T23:30:00', enddt: '2027-05-12T00:30:00' },
    ],
  ])('with %s', (_, given, dates, outlookTimes) => {
    const { google, outlook } = forms({ ...SLOT, ...given });
    expect(google.dates).toBe(dates);
    expect(outlook).toMatchObject(outlookTimes);
  });
});

test('several sessions are named by their times, and the first five are offered', () => {
  const slots = Array.from({ length: 6 }, (_, place) => hour('2027-05-11', `1${place}:00`));
  const buttons = calendarLinks(sessionsOf({ slots }));
  expect(buttons.map(({ text }) => text.text).slice(0, 3)).toEqual([
    'Google Calendar: Tue 11 May 10:00–11:00',
    'Outlook: Tue 11 May 10:00–11:00',
    'Google Calendar: Tue 11 May 11:00–12:00',
  ]);
  expect(buttons.length).toBe(10);
  expect(new Set(buttons.map(({ action_id }) => action_id)).size).toBe(10);
});

test('whatever a talk says, an address is one that Slack takes', () => {
  const long = fc.record({
    talk: hostileTalk,
    abstract: fc.constantFrom('港'.repeat(2000), '🦭'.repeat(2000), '\ud800 &+ '.repeat(500), ''),
    title: fc.constantFrom('港'.repeat(300), '🦭'.repeat(300), ''),
    rooms: fc.constantFrom([], ['港'.repeat(200)]),
  });
  fc.assert(
    fc.property(long, ({ talk: given, abstract, title, rooms }) => {
      const { sessions } = programme([{ ...given, abstract, title, slots: [{ ...SLOT, rooms }] }]);
      for (const { url = '' } of calendarLinks(sessions)) {
        expect(url.length).toBeLessThanOrEqual(3000);
        expect(url).toMatch(/^https:\/\/[\w./]+\?[\w=%&/.*~!'()-]+$/);
      }
    }),
    { numRuns: cases(50) },
  );
});
