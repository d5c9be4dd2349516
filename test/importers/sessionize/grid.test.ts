import { describe, it } from 'vitest';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { BIOLESS, CEPH, check, NAMED, READ } from '../../support/sessionize.ts';

describe("Sessionize's view GridSmart", () => {
  const lunch = {
    ...CEPH,
    id: 'lunch',
    title: 'Lunch',
    description: null,
    startsAt: '2027-05-11T12:00:00',
    endsAt: '2027-05-11T13:00:00',
    isServiceSession: true,
    isPlenumSession: true,
    speakers: [],
    categories: [],
    room: '',
  };
  const day = {
    date: '2027-05-11T00:00:00',
    isDefault: false,
    rooms: [
      { id: 7, name: 'Quay Hall (33)', sessions: [NAMED, lunch], hasOnlyPlenumSessions: false },
      { id: 8, name: 'Foyer', sessions: [lunch], hasOnlyPlenumSessions: true },
    ],
    timeSlots: [
      { slotStart: '09:00:00', rooms: [{ id: 7, name: 'Quay Hall (33)', session: NAMED, index: 0 }] },
      {
        slotStart: '12:00:00',
        rooms: [
          { id: 7, name: 'Quay Hall (33)', session: lunch, index: 0 },
          { id: 8, name: 'Foyer', session: lunch, index: 1 },
        ],
      },
    ],
  };
  const readLunch: DraftTalk = {
    ...READ,
    id: 'lunch',
    title: 'Lunch',
    abstract: '',
    speakers: [],
    track: undefined,
    level: undefined,
    languages: [],
    kind: 'break',
    slots: [{ start: lunch.startsAt, end: lunch.endsAt, rooms: ['Quay Hall (33)', 'Foyer'] }],
  };

  it('has each session twice and a plenum once a room: each is one', () => {
    check([day], 'sessionize-grid', [BIOLESS, readLunch]);
  });

  it('may lack one of its two views', () => {
    check([{ ...day, timeSlots: [] }], 'sessionize-grid', [BIOLESS, readLunch]);
    check([{ ...day, rooms: [] }], 'sessionize-grid', [BIOLESS, readLunch]);
  });

  it('has a session of two days once, with a slot a day', () => {
    const again = { ...NAMED, startsAt: '2027-05-12T09:00:00', endsAt: '2027-05-12T09:40:00' };
    const next = { ...day, rooms: [{ name: 'Quay Hall (33)', sessions: [again] }], timeSlots: [] };
    check([{ ...day, timeSlots: [], rooms: day.rooms.slice(0, 1) }, next], 'sessionize-grid', [
      {
        ...BIOLESS,
        slots: [...READ.slots, { start: again.startsAt, end: again.endsAt, rooms: ['Quay Hall (33)'] }],
      },
      { ...readLunch, slots: [{ start: lunch.startsAt, end: lunch.endsAt, rooms: ['Quay Hall (33)'] }] },
    ]);
  });
});
