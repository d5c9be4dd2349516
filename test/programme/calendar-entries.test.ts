import { describe, expect, test } from 'vitest';
import {
  type CalendarEntry,
  type CalendarEvent,
  eventsOf,
  nextEntries,
} from '../../src/programme/calendar-entries.ts';
import { compareWithKnown } from '../../src/programme/changes.ts';
import type { Slot, Talk } from '../../src/programme/talk.ts';
import { finish } from '../../src/text/steps.ts';
import { conference, programme, speaker, talk } from '../support/conference.ts';
import { hour } from '../support/lighthouse-days.ts';

const TUESDAY = '2027-05-11';
const WEDNESDAY = '2027-05-12';
const ten = hour(TUESDAY, '10:00');
const two = hour(TUESDAY, '14:00');
const opening = talk({ id: 'opening', title: 'Opening', speakers: [] });

/** The entries and events after each of some programmes, the first of which nobody knew before. */
function follow(...programmes: readonly (readonly Talk[])[]) {
  let known: readonly Talk[] = [...(programmes[0] ?? []), opening];
  let entries: readonly CalendarEntry[] = [];
  for (const [place, talks] of programmes.entries()) {
    if (place === 0) continue;
    const read = programme([...talks, opening]);
    const { programme: whole, formerOf } = finish(compareWithKnown(known, read));
    entries = nextEntries(entries, { conference: conference(), talks: whole.talks, formerOf }, place * 1000);
    known = whole.talks;
  }
  const events = known.flatMap(each =>
    eventsOf(
      each,
      conference(),
      entries.filter(({ talkId }) => talkId === each.id),
    ),
  );
  return { entries, events };
}

const brief = ({ talk: { title }, slot, sequence, modifiedAt, isLost }: CalendarEvent) => ({
  title,
  start: slot.start.slice(8, 16),
  sequence,
  modifiedAt,
  isLost,
});

const [ceph, twice] = [talk({ slots: [ten] }), talk({ slots: [ten, two] })];
const untouched = { sequence: 0, modifiedAt: undefined, isLost: false };

test('what never changed has no entry, and the same UID with and without memory', () => {
  const { entries, events } = follow([twice], [{ ...twice }], [{ ...twice }]);
  expect(entries).toEqual([]);
  expect(events).toEqual(eventsOf(twice, conference()));
  expect(events.map(brief)).toEqual([
    { title: 'Ceph at sea', start: '11T10:00', ...untouched },
    { title: 'Ceph at sea', start: '11T14:00', ...untouched },
  ]);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
});

describe('a slot keeps its UID and has a higher sequence', () => {
  test.each<[string, Partial<Talk>]>([
    ['moved to another day and room', { slots: [hour(WEDNESDAY, '09:00', 'Net Loft')] }],
    ['longer', { slots: [{ ...ten, end: `${TUESDAY}T12:00:00+00:00` }] }],
    ['of a talk with another title', { title: 'Ceph ashore' }],
    ['of a talk with another title and id', { title: 'Ceph ashore', id: 'ashore' }],
    ['of a talk with another abstract', { abstract: 'Another text.' }],
    ['of a talk with another speaker', { speakers: [speaker({ id: 'bo-ek', name: 'Bo Ek' })] }],
    ['of a talk that is cancelled', { status: 'cancelled' }],
  ])('%s', (_, change) => {
    const [before] = eventsOf(ceph, conference());
    const { events } = follow([ceph], [{ ...ceph, ...change }]);
    const [{ uid, sequence, modifiedAt, isLost }] = events as [CalendarEvent];
    expect({ uid, sequence, modifiedAt, isLost }).toEqual({
      uid: before?.uid,
      sequence: 1,
      modifiedAt: 1000,
      isLost: false,
    });
  });

  test('of a talk that is gone, and is back', () => {
    const [gone] = follow([ceph], []).events as [CalendarEvent];
    expect([gone.talk.status, gone.sequence]).toEqual(['cancelled', 1]);
    const [back] = follow([ceph], [], [ceph]).events as [CalendarEvent];
    expect([back.talk.status, back.uid, back.sequence]).toEqual(['confirmed', gone.uid, 2]);
  });

  test('each time', () => {
    const at = (time: string) => [{ ...ceph, slots: [hour(TUESDAY, time)] }];
    const { entries } = follow(at('10:00'), at('11:00'), at('11:00'), at('12:00'));
    expect(entries).toEqual([
      { talkId: ceph.id, uid: eventsOf(ceph, conference())[0]?.uid, sequence: 2, modifiedAt: 3000, slot: 0 },
    ]);
  });
});

/** The names of the slots of a talk with two, and of those that come after. */
function uidsOf(slots: readonly Slot[]): readonly (readonly [string, string])[] {
  const names = new Map(
    eventsOf(twice, conference()).map(({ uid }, place) => [uid, ['first', 'second'][place]]),
  );
  return follow([twice], [{ ...twice, slots }]).events.map(({ uid, slot, sequence, isLost }) => [
    slot.start.slice(8, 16),
    `${names.get(uid) ?? 'new'} ${sequence}${isLost ? ' lost' : ''}`,
  ]);
}

describe('of several slots', () => {
  test('an inserted one shifts no other', () => {
    expect(uidsOf([hour(TUESDAY, '08:00'), ten, two])).toEqual([
      ['11T08:00', 'new 0'],
      ['11T10:00', 'first 0'],
      ['11T14:00', 'second 0'],
    ]);
  });

  test('one that is gone stays as lost', () => {
    expect(uidsOf([two])).toEqual([
      ['11T14:00', 'second 0'],
      ['11T10:00', 'first 1 lost'],
    ]);
  });

  test('one that is moved is still the same', () => {
    expect(uidsOf([ten, hour(WEDNESDAY, '09:00', 'Net Loft')])).toEqual([
      ['11T10:00', 'first 0'],
      ['12T09:00', 'second 1'],
    ]);
  });

  test('one in another room at its own time is still the same', () => {
    expect(uidsOf([{ ...ten, rooms: ['Net Loft'] }, two])).toEqual([
      ['11T10:00', 'first 1'],
      ['11T14:00', 'second 0'],
    ]);
  });

  test('one that was lost comes back at its own time, and not for another', () => {
    const lost = follow([twice], [{ ...twice, slots: [two] }]);
    const back = follow([twice], [{ ...twice, slots: [two] }], [twice]);
    expect(back.events.map(({ uid, sequence, isLost }) => ({ uid, sequence, isLost }))).toEqual([
      { uid: lost.events[1]?.uid, sequence: 2, isLost: false },
      { uid: lost.events[0]?.uid, sequence: 0, isLost: false },
    ]);
    const other = follow(
      [twice],
      [{ ...twice, slots: [two] }],
      [{ ...twice, slots: [two, hour(WEDNESDAY, '09:00')] }],
    );
    expect(new Set(other.events.map(({ uid }) => uid)).size).toBe(3);
  });
});

test('numbers that go to other talks take no UID along', () => {
  const numbered = (titles: readonly string[]) =>
    titles.map((title, at) => talk({ id: `${at + 1}`, title, slots: [hour(TUESDAY, `1${at}:00`)] }));
  const before = follow(numbered(['Lamps', 'Lenses', 'Fog']));
  const later = follow(numbered(['Lamps', 'Lenses', 'Fog']), numbered(['Tides', 'Lamps', 'Lenses', 'Fog']));
  const uids = (of: typeof before) => new Map(of.events.map(event => [event.talk.title, event.uid]));
  for (const title of ['Lamps', 'Lenses', 'Fog'])
    expect(uids(later).get(title)).toBe(uids(before).get(title));
  expect(new Set(uids(later).values()).size).toBe(4);
});

test('the UID of a talk that stays is taken by no new one', () => {
  const lamps = talk({ id: '2', title: 'Lamps', slots: [ten] });
  const tides = talk({ id: '1', title: 'Tides', slots: [two] });
  const { entries, events } = follow([{ ...lamps, id: '1' }], [lamps], [lamps, tides]);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(entries.map(({ talkId, sequence }) => [talkId, sequence]).sort()).toEqual([
    ['1', 0],
    ['2', 0],
  ]);
});
