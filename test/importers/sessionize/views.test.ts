import { describe, expect, it } from 'vitest';
import { sessionizeSpeakers } from '../../../src/importers/sessionize/views.ts';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { conference } from '../../support/conference.ts';
import { counted, hasRealProgrammes, importReal } from '../../support/real-programme.ts';
import { ADA, BIOLESS, CEPH, check, NAMED, READ, read, SECRET } from '../../support/sessionize.ts';

describe("Sessionize's view Sessions", () => {
  it('has rooms, speakers and categories by name', () => {
    const groups = [
      { groupId: null, groupName: 'All', sessions: [{ ...NAMED, ...SECRET }], isDefault: true },
    ];
    check(groups, 'sessionize-sessions', [BIOLESS]);
  });

  it('has a session in several groups once', () => {
    const groups = ['Storage', 'Ferries'].map(groupName => ({
      groupId: groupName,
      groupName,
      sessions: [NAMED],
    }));
    check(groups, 'sessionize-sessions', [BIOLESS]);
  });

  it('has its bios in the view Speakers', () => {
    const speakers = read(
      [{ ...ADA, ...SECRET, sessions: [{ id: 31, name: 'Ceph at sea' }] }],
      'speakers.json',
    );
    const sessions = read([{ groupId: null, groupName: 'All', sessions: [NAMED] }], 'sessions.json');
    expect(speakers).toMatchObject({
      format: 'sessionize-speakers',
      talks: [],
      people: READ.speakers,
      problems: [],
    });
    const { programme, problems } = buildProgramme(conference(), [speakers, sessions]);
    expect(programme.speakers).toEqual([
      { id: 'ada-lund', name: 'Ada Lund', bio: 'Sails.\nWrites.', affiliation: 'Captain' },
    ]);
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!hasRealProgrammes)('Sessionize of real conferences is read whole', () => {
  const none = { talks: 0, breaks: 0, speakers: 0, days: 0, people: 0, problems: [] };
  it.each([
    ['scottishsummit-sessionize', { ...none, format: 'sessionize-all', talks: 61, speakers: 76, days: 2 }],
    ['scottishsummit-speakers', { ...none, format: 'sessionize-speakers', people: 73 }],
    ['cdkday-sessions', { ...none, format: 'sessionize-sessions', talks: 39, speakers: 46, days: 1 }],
    [
      'cdkday-speakers',
      {
        ...none,
        format: 'sessionize-speakers',
        people: 46,
        problems: ['--', 'tbd'].map(bio => `The bio says only "${bio}"; the speaker is listed without it.`),
      },
    ],
    ['global-azure-linz-2024', { ...none, format: 'sessionize-all', talks: 15, speakers: 16, days: 1 }],
  ])('%s', (name, expected) => {
    expect(counted(importReal(`sessionize/${name}.json`))).toEqual(expected);
  });

  it('with the bios of its speakers', () => {
    const drafts = ['cdkday-sessions', 'cdkday-speakers'].map(name => importReal(`sessionize/${name}.json`));
    const { programme, problems } = buildProgramme(conference(), drafts);
    expect(programme.speakers.filter(speaker => speaker.bio !== '').length).toBe(44);
    expect(problems).toEqual([]);
  });
});

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

it('says nothing of the bio of a person without sessions', () => {
  const people = [
    { id: 'a', fullName: 'Ada Lund', tagLine: '', bio: 'none', sessions: [] },
    { id: 'b', fullName: 'Bo Ek', tagLine: '', bio: 'none', sessions: [{ id: 1 }] },
    { id: 'c', fullName: 'Cy Fry', tagLine: '', bio: 'none' },
  ];
  const { problems } = sessionizeSpeakers.read(JSON.stringify(people), 'speakers.json', {});
  expect(problems.map(({ item, message }) => `${item}: ${message}`)).toEqual([
    'Bo Ek: The bio says only "none"; the speaker is listed without it.',
    'Cy Fry: The bio says only "none"; the speaker is listed without it.',
  ]);
});
