import { describe, expect, test } from 'vitest';
import { feedSubject, findEvents } from '../../src/calendar/feed-request.ts';
import { answerWithoutOrders } from '../../src/conversation/answer.ts';
import type { CalendarEntry } from '../../src/programme/calendar-entries.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { answeringFor } from '../support/answering.ts';
import { talk } from '../support/conference.ts';
import { hour, lighthouseBut, lighthouseDays, lighthouseTalks } from '../support/lighthouse-days.ts';
import { loadedWith } from '../support/loaded.ts';

const twice = talk({
  id: 'tides',
  title: 'Tides',
  track: 'Water',
  slots: [hour('2027-05-11', '13:00'), hour('2027-05-12', '13:00')],
});
const shown = lighthouseDays([...lighthouseTalks, twice]);
const typedAt = Date.parse('2027-05-11T08:00Z');

/** What is on the button, typed that morning. */
function wordsFor(typed: string, programme: Programme = shown): string | undefined {
  const subject = feedSubject(
    answerWithoutOrders(typed, answeringFor(loadedWith(programme), { at: '2027-05-11T08:00Z' })),
  );
  return subject?.kind === 'search' ? subject.words : undefined;
}

function sessionsFor(
  words: string,
  programme: Programme = shown,
  entries: readonly CalendarEntry[] = [],
): readonly string[] {
  return findEvents({ words, typedAt }, loadedWith(programme), entries).map(
    ({ talk: { title }, slot, isLost }) => `${title} ${slot.start.slice(8, 16)}${isLost ? ' lost' : ''}`,
  );
}

describe('an answer is a calendar', () => {
  test.each([
    ['fog', 'fog', ['Fog 11T11:00', 'Foghorns 11T15:00']],
    ['tomorrow', '2027-05-12', ['Keepers 12T09:00', 'Tides 12T13:00']],
    ['tides tomorrow', 'day:2027-05-12 tides', ['Tides 12T13:00']],
    ['track:water', 'track:water', ['Tides 11T13:00', 'Tides 12T13:00']],
    ['tides day:today', 'tides day:today', ['Tides 11T13:00']],
    ['in Quay Hall tomorrow', '2027-05-12 room:"Quay Hall"', ['Keepers 12T09:00', 'Tides 12T13:00']],
  ])('%s', (typed, words, sessions) => {
    expect(wordsFor(typed)).toBe(words);
    expect(sessionsFor(words)).toEqual(sessions);
  });

  test.each(['now', 'next', 'help', 'zzzz', 'tracks'])('not %s', typed => {
    expect(wordsFor(typed)).toBe(undefined);
  });

  test('not if nothing of it has a time', () => {
    expect(wordsFor('ceph', lighthouseDays([talk()]))).toBe(undefined);
  });
});

test('a request is asked again of the programme as it is', () => {
  const moved = lighthouseDays(lighthouseBut('Fog', { slots: [hour('2027-05-12', '11:00')] }));
  expect(sessionsFor('2027-05-11', moved)).not.toContain('Fog 12T11:00');
  expect(sessionsFor('2027-05-12', moved)).toContain('Fog 12T11:00');
});

test.each(['fog', '2027-05-11', 'fog day:today'])('%s has the slots that a talk lost', words => {
  const entry: CalendarEntry = {
    talkId: 'fog',
    uid: 'lost',
    sequence: 1,
    modifiedAt: 0,
    slot: hour('2027-05-11', '20:00'),
  };
  const later = { ...entry, uid: 'later', slot: hour('2027-05-13', '20:00') };
  const lost = sessionsFor(words, shown, [entry, later]).filter(session => session.endsWith('lost'));
  expect(lost).toEqual(words === 'fog' ? ['Fog 11T20:00 lost', 'Fog 13T20:00 lost'] : ['Fog 11T20:00 lost']);
});
