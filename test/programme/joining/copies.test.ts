import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

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
  const twins = Array.from({ length: 10_000 }, (_, place) => draftTalk({ id: '1', abstract: `${place}` }));
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
