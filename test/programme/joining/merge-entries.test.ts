import { describe, expect, it, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { mergePauses } from '../../../src/programme/joining/merge-entries.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

const at = (start: string, room = 'Quay Hall') => ({ start, end: undefined, rooms: [room] });
const speakers = [
  { name: 'Ada Lund', bio: '' },
  { name: 'Tom Okafor', bio: '' },
];
const ceph = draftTalk({ speakers, slots: [at('2027-05-11T09:00')] });
const tape = draftTalk({ title: 'Tape ashore', line: 2, slots: [at('2027-05-11T10:00')] });
const coffee = draftTalk({ title: 'Coffee', kind: 'break', slots: [at('2027-05-11T11:00')] });

/** The titles and times of what two sheets make together, and what is said of it. */
function made(one: readonly DraftTalk[], other: readonly DraftTalk[]): object {
  const { programme, problems } = buildProgramme(conference(), [
    draft(one, { file: 'a.csv' }),
    draft(other, { file: 'a (copy).csv' }),
  ]);
  return {
    talks: programme.talks.map(({ title, slots }) => [
      title,
      ...slots.map(({ start }) => start.slice(0, 16)),
    ]),
    problems: problems.map(({ file, line, item, message }) => [file, line, item, message]),
  };
}

test('a sheet and its copy make each talk and break once', () => {
  expect(made([ceph, tape, coffee], [ceph, tape, coffee])).toEqual({
    talks: [
      ['Ceph at sea', '2027-05-11T09:00'],
      ['Tape ashore', '2027-05-11T10:00'],
      ['Coffee', '2027-05-11T11:00'],
    ],
    problems: [
      [
        'a (copy).csv',
        1,
        'Ceph at sea',
        'This and 1 more are in a.csv, too, at the same time and place, and listed once.',
      ],
    ],
  });
});

test('what is the same is so in other words for it, and under another id', () => {
  const again = draftTalk({
    id: 'X1',
    title: 'CEPH at Sea',
    speakers: [...speakers].reverse(),
    slots: [at('2027-05-11T07:00:00Z', 'quay hall')],
  });
  expect(made([ceph], [again])).toEqual({
    talks: [['Ceph at sea', '2027-05-11T09:00']],
    problems: [
      [
        'a (copy).csv',
        1,
        'CEPH at Sea',
        'This is in a.csv, too, at the same time and place, and listed once.',
      ],
    ],
  });
});

test('without times, a talk of the same abstract is the same', () => {
  const [one, other] = [draftTalk({ speakers }), draftTalk({ speakers, abstract: 'Another.' })];
  expect(made([one], [one])).toMatchObject({ talks: [['Ceph at sea']] });
  expect(made([one], [other])).toMatchObject({ talks: [['Ceph at sea'], ['Ceph at sea']] });
});

test('a talk that is at other times in another file is listed apart, and said to be', () => {
  const nextDay = { ...ceph, line: 7, slots: [at('2027-05-12T09:00')] };
  expect(made([ceph], [nextDay])).toEqual({
    talks: [
      ['Ceph at sea', '2027-05-11T09:00'],
      ['Ceph at sea', '2027-05-12T09:00'],
    ],
    problems: [
      [
        'a (copy).csv',
        7,
        'Ceph at sea',
        'This is in a.csv, too, at another time or place, and listed apart.',
      ],
    ],
  });
});

test('what nobody speaks at may be on two days', () => {
  const [one, other] = ['2027-05-11T18:00', '2027-05-12T18:00'].map(start =>
    draftTalk({ title: 'Lightning talks', slots: [at(start)] }),
  );
  expect(
    made(
      [one].flatMap(talk => talk ?? []),
      [other].flatMap(talk => talk ?? []),
    ),
  ).toMatchObject({
    problems: [],
  });
});

const AT_NINE = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
};

/** What becomes of talks that stand in a file each. */
function check(talks: readonly DraftTalk[], expected: readonly unknown[]): void {
  const drafts = talks.map((talk, i) => draft([talk], { file: `${i}.json` }));
  const { programme } = buildProgramme(conference(), drafts);
  expect(
    programme.talks.map(({ id, abstract, slots }) => ({
      id,
      abstract,
      slots: slots.map(({ start, end, rooms }) => ({ start, end, rooms })),
    })),
  ).toEqual(expected);
}

describe('copies of a talk in several files', () => {
  it('are one talk with one slot where id and title are the same', () => {
    const inUtc = { start: '2027-05-11T07:00:00Z', end: undefined, rooms: ['Quay Hall', 'Foyer'] };
    check(
      [
        draftTalk({ id: 'A1', abstract: '', slots: [inUtc] }),
        draftTalk({ id: 'A1', title: 'Ceph at Sea', abstract: 'How?', slots: [AT_NINE] }),
      ],
      [{ id: 'A1', abstract: 'How?', slots: [{ ...AT_NINE, rooms: ['Quay Hall', 'Foyer'] }] }],
    );
  });

  it('are two talks where only the id is the same', () => {
    check(
      [
        draftTalk({ id: '1', abstract: 'How?', slots: [AT_NINE] }),
        draftTalk({ id: '1', title: 'Ferries', abstract: 'Why?', slots: [AT_NINE] }),
      ],
      [
        { id: '1', abstract: 'How?', slots: [AT_NINE] },
        { id: '1-2', abstract: 'Why?', slots: [AT_NINE] },
      ],
    );
  });

  it('are two talks where only the title is the same', () => {
    const inLoft = { ...AT_NINE, rooms: ['Net Loft'] };
    check(
      [draftTalk({ id: 'A1', slots: [AT_NINE] }), draftTalk({ id: 'B1', slots: [inLoft] })],
      [
        { id: 'A1', abstract: 'How a ferry line runs Ceph on board.', slots: [AT_NINE] },
        { id: 'B1', abstract: 'How a ferry line runs Ceph on board.', slots: [inLoft] },
      ],
    );
  });
});

it('are found among thousands of one id and title', () => {
  const twins = Array.from({ length: 3000 }, (_, place) => draftTalk({ id: '1', abstract: `${place}` }));
  const { programme } = buildProgramme(conference(), [
    draft(twins, { file: 'a.json' }),
    draft(
      twins.map(twin => ({ ...twin, abstract: '' })),
      { file: 'b.json' },
    ),
  ]);
  expect(programme.talks.map(({ abstract }) => abstract)).toEqual(twins.map(({ abstract }) => abstract));
});

describe('breaks without an id', () => {
  it('are told apart by when they are', () => {
    const [one, other] = ['2027-05-11T10:00', '2027-05-12T10:00'].map(start =>
      draftTalk({ kind: 'break', title: 'Coffee', slots: [{ start, end: undefined, rooms: [] }] }),
    );
    const { programme, problems } = buildProgramme(conference(), [
      draft([one, other].flatMap(talk => talk ?? [])),
    ]);
    expect(new Set(programme.talks.map(talk => talk.id)).size).toBe(2);
    expect(problems).toEqual([]);
  });
});

test('a pause that stands once for each room is one pause in several rooms', () => {
  const lunch = (id: string, room: string, start = '2027-05-11T12:00') =>
    draftTalk({ id, title: 'Lunch', kind: 'break', slots: [at(start, room)] });
  const file = draft([lunch('2', 'Quay'), lunch('1', 'Net'), lunch('3', 'Quay', '2027-05-12T12:00')]);
  const entries = file.talks.map(talk => ({ draft: file, talk }));
  expect(mergePauses(entries).map(({ talk }) => [talk.id, talk.slots.flatMap(slot => slot.rooms)])).toEqual([
    ['1', ['Quay', 'Net']],
    ['3', ['Quay']],
  ]);
});

test('talks of one name and time stay apart, and so do pauses of several files', () => {
  const talks = [
    draftTalk({ id: '1', slots: [at('2027-05-11T12:00', 'Quay')] }),
    draftTalk({ id: '2', slots: [at('2027-05-11T12:00', 'Net')] }),
  ];
  const file = draft(talks);
  expect(mergePauses(talks.map(talk => ({ draft: file, talk })))).toHaveLength(2);
  const pause = draftTalk({ kind: 'service', slots: [at('2027-05-11T12:00', 'Quay')] });
  const files = [draft([pause], { file: 'a' }), draft([pause], { file: 'b' })];
  expect(mergePauses(files.map(one => ({ draft: one, talk: pause })))).toHaveLength(2);
});
