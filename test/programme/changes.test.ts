import { describe, expect, test } from 'vitest';
import { findChanges } from '../../src/programme/changes.ts';
import { describeChange } from '../../src/programme/describe-change.ts';
import { succeed } from '../../src/programme/joining/counterparts.ts';
import type { Talk } from '../../src/programme/talk.ts';
import { finish } from '../../src/text/steps.ts';
import { programme, speaker, talk } from '../support/conference.ts';

const slot = {
  start: '2027-05-13T13:00:00+02:00',
  end: '2027-05-13T13:30:00+02:00',
  rooms: ['S1'],
  day: '2027-05-13',
};
const later = {
  ...slot,
  start: '2027-05-14T14:00:00+02:00',
  end: '2027-05-14T14:30:00+02:00',
  day: '2027-05-14',
};
const before = talk({ slots: [slot] });

/** In both programmes, since a programme without a common talk is another event. */
const same = talk({ id: 'same', title: 'Opening', speakers: [], slots: [] });

function check(after: readonly Talk[], words: readonly string[], from: readonly Talk[] = [before]) {
  const former = programme([...from, same]);
  const now = finish(succeed(former, programme([...after, same]))).programme;
  expect(finish(findChanges(former, now)).map(change => describeChange(change))).toEqual(words);
}

describe('the changes between two programmes', () => {
  test('are none where nothing changed, even when an abstract did', () => {
    check([before], []);
    check([{ ...before, abstract: 'Another text.' }], []);
  });

  test('name a move with both times and both rooms', () => {
    check(
      [{ ...before, slots: [{ ...later, rooms: ['S2'] }] }],
      ['Ceph at sea: Thu 13 May 13:00 → Fri 14 May 14:00, S1 → S2'],
    );
  });

  test('name a talk that begins as before and ends at another time', () => {
    const longer = { ...slot, end: '2027-05-13T13:45:00+02:00' };
    check([{ ...before, slots: [longer] }], ['Ceph at sea: Thu 13 May 13:00–13:30 → 13:00–13:45']);
    check(
      [{ ...before, slots: [{ ...slot, end: undefined }] }],
      ['Ceph at sea: Thu 13 May 13:00–13:30 → 13:00'],
    );
  });

  test('name another room', () => {
    check([{ ...before, slots: [{ ...slot, rooms: ['S2'] }] }], ['Ceph at sea: S1 → S2']);
  });

  test('name a time that was not there, or no longer is', () => {
    check([{ ...before, slots: [] }], ['Ceph at sea: Thu 13 May 13:00–13:30, S1 → not scheduled']);
  });

  test('name another zone, and no time that reads the same', () => {
    const inLondon = {
      ...slot,
      start: slot.start.replace('+02:00', '+01:00'),
      end: slot.end.replace('+02:00', '+01:00'),
    };
    const words = ['Times are in another zone now: UTC+02:00 → UTC+01:00'];
    check([{ ...before, slots: [inLondon] }], words);
    check([{ ...before, slots: [{ ...inLondon, rooms: ['S2'] }] }], ['Ceph at sea: S1 → S2', ...words]);
    const atTheSameTime = {
      ...inLondon,
      start: inLondon.start.replace('T13', 'T12'),
      end: inLondon.end.replace('T13', 'T12'),
    };
    check([{ ...before, slots: [atTheSameTime] }], words);
    check(
      [before],
      ['Times are in another zone now: not known → UTC+02:00'],
      [{ ...before, slots: [{ ...slot, start: slot.start.slice(0, 19), end: slot.end.slice(0, 19) }] }],
    );
    check([{ ...before, slots: [{ ...slot, end: later.end.replace('14:30', '13:30') }] }], []);
  });

  test('name another title and other speakers', () => {
    const zoe = speaker({ id: 'zoe', name: 'Zoë Meer' });
    check(
      [{ ...before, title: 'Ceph ashore', speakers: [zoe] }],
      ['“Ceph at sea” is now called “Ceph ashore”', 'Ceph ashore: Ada Lund → Zoë Meer'],
    );
    check([{ ...before, speakers: [] }], ['Ceph at sea: − Ada Lund']);
  });

  test('name a cancellation once, whether it is stated or the talk is absent', () => {
    const words = ['Cancelled: Ceph at sea (was Thu 13 May 13:00–13:30, S1)'];
    check([{ ...before, status: 'cancelled' }], words);
    check([], words);
    check([{ ...before, status: 'cancelled' }], [], [{ ...before, status: 'cancelled' }]);
    check([], [], [{ ...before, status: 'cancelled' }]);
  });

  test('name what is new, and what is back', () => {
    check([before], ['New: Ceph at sea, Ada Lund, Thu 13 May 13:00–13:30, S1'], []);
    check(
      [before],
      ['On again: Ceph at sea, Ada Lund, Thu 13 May 13:00–13:30, S1'],
      [{ ...before, status: 'cancelled' }],
    );
    check([talk({ slots: [], speakers: [] })], ['New: Ceph at sea'], []);
  });

  test('know a talk again under another id and title by who gives it when and where', () => {
    check(
      [{ ...before, id: 'other', title: 'Ceph, at sea' }],
      ['“Ceph at sea” is now called “Ceph, at sea”'],
    );
    check(
      [{ ...before, id: 'other', title: 'Tape', speakers: [] }],
      ['New: Tape, Thu 13 May 13:00–13:30, S1', 'Cancelled: Ceph at sea (was Thu 13 May 13:00–13:30, S1)'],
    );
    check(
      [{ ...before, id: 'other', title: 'Tape', slots: [] }],
      ['New: Tape, Ada Lund', 'Cancelled: Ceph at sea (was Thu 13 May 13:00–13:30, S1)'],
    );
  });

  describe('of several talks', () => {
    const zoe = speaker({ id: 'zoe', name: 'Zoë Meer' });
    const tape = talk({ id: 'tape', title: 'Tape', speakers: [zoe], slots: [later] });
    const tides = talk({ id: 'tides', title: 'Tides', speakers: [], slots: [{ ...slot, rooms: ['S3'] }] });
    const all = [before, tape, tides];
    const THU = 'Thu 13 May 13:00–13:30, S1';

    test('that change places', () => {
      check(
        [{ ...before, slots: tape.slots }, { ...tape, slots: before.slots }, tides],
        ['Ceph at sea: Thu 13 May 13:00 → Fri 14 May 14:00', 'Tape: Fri 14 May 14:00 → Thu 13 May 13:00'],
        all,
      );
    });

    test('that all have new ids are none', () => {
      check(
        all.map((each, i) => ({ ...each, id: `new-${i}` })),
        [],
        all,
      );
    });

    test('that are counted anew are those of the talks, not of the numbers', () => {
      const counted = (talks: readonly Talk[]) => talks.map((each, i) => ({ ...each, id: `${i + 1}` }));
      const dawn = talk({ title: 'Dawn', speakers: [], slots: [{ ...slot, rooms: ['S4'] }] });
      check(counted([dawn, ...all]), ['New: Dawn, Thu 13 May 13:00–13:30, S4'], counted(all));
      check(counted([tape, tides]), [`Cancelled: Ceph at sea (was ${THU})`], counted(all));
      check(
        counted([dawn, tape, { ...before, speakers: [] }]),
        [
          'New: Dawn, Thu 13 May 13:00–13:30, S4',
          'Ceph at sea: − Ada Lund',
          'Cancelled: Tides (was Thu 13 May 13:00–13:30, S3)',
        ],
        counted(all),
      );
    });

    test('without ids, of a speaker, a slip and a time at once', () => {
      check(
        [
          { ...before, id: 'x', speakers: [speaker(), zoe] },
          { ...tape, id: 'y', title: 'Tapes', slots: [slot] },
          tides,
        ],
        [
          'Ceph at sea: + Zoë Meer',
          'Tapes: Fri 14 May 14:00 → Thu 13 May 13:00',
          '“Tape” is now called “Tapes”',
        ],
        all,
      );
    });

    test('of one title are told apart by their times', () => {
      const coffee = (start: typeof slot, id: string) =>
        talk({ id, title: 'Coffee', kind: 'break', speakers: [], slots: [start] });
      const noon = { ...slot, start: '2027-05-13T12:00:00+02:00', end: '2027-05-13T12:30:00+02:00' };
      check(
        [coffee(noon, 'c'), coffee(later, 'd')],
        ['Coffee: Thu 13 May 13:00 → 12:00'],
        [coffee(slot, 'a'), coffee(later, 'b')],
      );
    });

    test('of a day that is gone', () => {
      check(
        [tape],
        [`Cancelled: Ceph at sea (was ${THU})`, 'Cancelled: Tides (was Thu 13 May 13:00–13:30, S3)'],
        all,
      );
    });
  });

  test('know a talk again under another id by its title and speakers', () => {
    check([{ ...before, id: 'other' }], []);
  });

  test('are found among hundreds of talks by one speaker, at one time or at none', () => {
    const words = Array.from({ length: 200 }, (_, place) =>
      [...place.toString(26)]
        .map(digit => String.fromCharCode(97 + Number.parseInt(digit, 26)).repeat(3))
        .join(''),
    );
    const called = (titleOf: (word: string) => string, slots: Talk['slots'], from: string) =>
      words.map((word, place) => talk({ id: `${from}${place}`, title: titleOf(word), slots }));
    for (const slots of [[], [slot]]) {
      const former = programme(called(word => `The ropes of ${word}`, slots, 'a'));
      const now = programme(called(word => `The rope of ${word}`, slots, 'b'));
      expect(finish(findChanges(former, now)).map(({ kind, talk: { title } }) => [kind, title])).toEqual(
        words.map(word => ['retitled', `The rope of ${word}`]),
      );
    }
  });
});
