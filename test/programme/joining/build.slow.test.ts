import { describe, expect, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftTalk } from '../../../src/programme/joining/draft.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

const SLOT = { start: '2027-05-11T09:00', end: '2027-05-11T09:40', rooms: ['Quay Hall'] };
const PLACED = {
  start: '2027-05-11T09:00:00+02:00',
  end: '2027-05-11T09:40:00+02:00',
  rooms: ['Quay Hall'],
  day: '2027-05-11',
};

const ADA = { name: 'Ada Lund', bio: '' };
/** As a schedule has a talk. */
function row(given: Partial<DraftTalk>): DraftTalk {
  return draftTalk({ abstract: '', slots: [SLOT], ...given });
}

/** Words of letters only, each far from all others. */
function wordFor(place: number): string {
  const letters = [...place.toString(26)].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  return letters.map(letter => letter.repeat(3)).join('');
}

/** With so many, work that grows with the square of the rows runs into the timeout. */
describe('buildProgramme', { timeout: 60_000 }, () => {
  test.each<[string, (word: string) => Partial<DraftTalk>, (word: string) => Partial<DraftTalk>]>([
    [
      'talks of one speaker with rows that have a slip',
      word => ({ title: `The ropes of ${word}`, speakers: [ADA] }),
      word => ({ title: `The rope of ${word}`, speakers: [ADA] }),
    ],
    [
      'numbered talks of one speaker with rows that have a slip',
      word => ({ title: `Ferry ${word.length} ${word}`, speakers: [ADA] }),
      word => ({ title: `Fery ${word.length} ${word}`, speakers: [ADA] }),
    ],
    [
      'talks of one title with those of the same speaker',
      word => ({ title: 'Keynote', speakers: [{ name: `Ada ${word}`, bio: '' }] }),
      word => ({ title: 'Keynote', speakers: [{ name: `${word}, Ada`, bio: '' }] }),
    ],
    [
      'talks of one title with those of the same id',
      word => ({ id: word, title: 'Keynote' }),
      word => ({ id: word, title: 'Keynote' }),
    ],
    [
      'talks of one title with a row each',
      () => ({ title: 'Keynote', speakers: [ADA] }),
      () => ({ title: 'Keynote', speakers: [ADA] }),
    ],
    [
      'talks of one id with those of the same speaker',
      word => ({ id: '1', title: 'Working title', speakers: [{ name: `Ada ${word}`, bio: '' }] }),
      word => ({ id: '1', title: 'Final title', speakers: [{ name: `Ada ${word}`, bio: '' }] }),
    ],
  ])('joins thousands of %s', (_, told, listed) => {
    const words = Array.from({ length: 2500 }, (_, place) => wordFor(place));
    const rooms = (word: string) => [{ ...SLOT, rooms: [word] }];
    const { programme } = buildProgramme(conference(), [
      draft(words.map(word => draftTalk({ abstract: word, ...told(word) }))),
      draft(
        words.map(word => row({ slots: rooms(word), ...listed(word) })),
        {
          file: 'schedule.csv',
        },
      ),
    ]);
    expect(programme.talks.map(talk => talk.slots.flatMap(slot => slot.rooms))).toEqual(
      words.map(word => [word]),
    );
  });

  test('joins one talk with thousands of rows and their links', () => {
    const links = Array.from({ length: 20_000 }, (_, place) => ({
      url: `https://ferry.example/${place}`,
      title: `${place}`,
      kind: 'web' as const,
    }));
    const { programme } = buildProgramme(conference(), [
      draft([draftTalk()]),
      draft(links.map(link => row({ links: [link] }), { file: 'schedule.csv' })),
    ]);
    expect(programme.talks.map(talk => [talk.links, talk.slots])).toEqual([[links, [PLACED]]]);
  });

  test('numbers thousands of talks that come to one id', () => {
    const talks = Array.from({ length: 50_000 }, () => draftTalk({ id: '7' }));
    const { programme } = buildProgramme(conference(), [draft(talks)]);
    expect(programme.talks.map(talk => talk.id)).toEqual(
      talks.map((_, place) => (place === 0 ? '7' : `7-${place + 1}`)),
    );
  });
});
