import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../../../src/programme/sessions.ts';
import { textLength } from '../../../../src/slack/views/blocks/message.ts';
import { detailsMenu } from '../../../../src/slack/views/details-menu.ts';
import {
  composeLines,
  fitsMessage,
  type Line,
  optionLabel,
  sessionText,
  splitIntoPages,
  talkParagraphs,
  timeBlocks,
} from '../../../../src/slack/views/digest/lines.ts';
import { SUMMARY_LINES } from '../../../../src/slack/views/row.ts';
import { wordsIn } from '../../../../src/words/catalogue.ts';
import { ENGLISH } from '../../../../src/words/en.ts';
import { cases, isThorough } from '../../../support/cases.ts';
import { programme, speaker, talk } from '../../../support/conference.ts';
import { hostileTalk } from '../../../support/hostile.ts';
import { read } from '../../../support/read.ts';

/** So many sessions at each of these times, with a title of this length. */
function sessions(perTime: readonly number[], titleLength = 10): readonly Session[] {
  return programme(
    perTime.flatMap((count, hour) =>
      Array.from({ length: count }, (_, index) =>
        talk({
          id: `${hour} ${index}`,
          title: `${hour} ${index} ${'x'.repeat(titleLength)}`,
          slots: [
            {
              start: `2027-05-11T${String(8 + hour).padStart(2, '0')}:00:00+02:00`,
              end: undefined,
              rooms: ['Quay Hall'],
              day: '2027-05-11',
            },
          ],
        }),
      ),
    ),
  ).sessions;
}

const pageSizes = (perTime: readonly number[], titleLength?: number) =>
  splitIntoPages(composeLines(sessions(perTime, titleLength), SUMMARY_LINES, ENGLISH)).map(
    page => page.length,
  );

describe('sessions are split', () => {
  test.each([
    ['one time that fits', [30], [30]],
    ['one time that does not', [31], [30, 1]],
    ['two times that fit together', [20, 10], [30]],
    ['two times that do not', [20, 11], [20, 11]],
    ['a time after one that was split', [35, 20], [30, 25]],
    ['nothing', [], []],
  ])('%s', (_what, perTime, pages) => {
    expect(pageSizes(perTime)).toEqual(pages);
  });

  test('by their text too', () => {
    const line = { session: sessions([1])[0] as Session, paragraphs: [], length: 400 };
    const lines = Array.from({ length: 30 }, () => line);
    expect(splitIntoPages(lines).map(page => page.length)).toEqual([21, 9]);
  });

  test('into pages that Slack takes, each session once and in order', () => {
    const times = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 150 }), (perTime, titleLength) => {
        const lines = composeLines(sessions(perTime, titleLength), SUMMARY_LINES, ENGLISH);
        const pages = splitIntoPages(lines);
        expect(pages.flat()).toEqual(lines);
        for (const page of pages) expect(fitsMessage(page)).toBe(true);
      }),
      { numRuns: cases(200) },
    );
  });
});

test('a line counts at least the text that it takes of a message', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(hostileTalk, { minLength: 1, maxLength: 6, selector: each => each.id }),
      talks => {
        const of = programme(talks);
        const lines = composeLines(of.sessions, SUMMARY_LINES, ENGLISH);
        const menu = detailsMenu(
          of.sessions.map(each => ({ talk: each.talk, label: optionLabel(each, ENGLISH) })),
          '',
        );
        const counted = lines.reduce((sum, line) => sum + line.length, 'Details of...'.length);
        expect(textLength([...timeBlocks(lines, '2027-05-11', ENGLISH), menu])).toBeLessThanOrEqual(counted);
      },
    ),
    { numRuns: isThorough ? 300 : 10 },
  );
});

describe('a message takes', () => {
  const line = (length: number): Line => ({ session: sessions([1])[0] as Session, paragraphs: [], length });

  test.each([
    // Slack refuses somewhere above 11,000 characters, so the budget must not grow unnoticed.
    ['8,700 characters', [line(8600)], 100, true],
    ['no more text', [line(8600)], 101, false],
    ['thirty sessions', Array.from({ length: 30 }, () => line(0)), 0, true],
    ['no more sessions', Array.from({ length: 31 }, () => line(0)), 0, false],
  ])('%s', (_what, lines, besides, isFitting) => {
    expect(fitsMessage(lines, besides)).toBe(isFitting);
  });
});

describe('a time', () => {
  test('stands once above all that begins then', () => {
    expect(read(timeBlocks(composeLines(sessions([2, 1], 0), 0, ENGLISH), '2027-05-11', ENGLISH))).toEqual([
      '08:00 | • 0 0 | Quay Hall · Ada Lund | • 0 1 | Quay Hall · Ada Lund',
      '09:00 | • 1 0 | Quay Hall · Ada Lund',
    ]);
  });

  test('after midnight has its own date', () => {
    const [block] = read(
      timeBlocks(composeLines(sessions([1]), SUMMARY_LINES, ENGLISH), '2027-05-10', ENGLISH),
    );
    expect(block).toMatch(/^Tue 11 May 08:00 \| • /);
  });
});

test('a talk without a room, speakers and an abstract is its title', () => {
  const bare = talk({ title: 'Fog', speakers: [], abstract: '' });
  expect(
    read([{ elements: talkParagraphs(bare, { place: '', summaryLines: SUMMARY_LINES }, ENGLISH).flat() }]),
  ).toEqual(['• Fog']);
});

test.each([
  [{}, '09:00 Quay Hall: Ceph at sea, Ada Lund'],
  [{ speakers: [] }, '09:00 Quay Hall: Ceph at sea'],
  [{ status: 'cancelled' as const }, '09:00 Quay Hall: CANCELLED: Ceph at sea, Ada Lund'],
  [{ speakers: [speaker({ name: 'n'.repeat(100) })] }, `09:00 Quay Hall: Ceph at sea, ${'n'.repeat(79)}…`],
])('for screen readers a session is one line: %j', (given, line) => {
  const slot = {
    start: '2027-05-11T09:00:00+02:00',
    end: undefined,
    rooms: ['Quay Hall'],
    day: '2027-05-11',
  };
  expect(
    programme([talk({ ...given, slots: [slot] })]).sessions.map(each => sessionText(each, ENGLISH)),
  ).toEqual([line]);
});

test.each([
  ['fr', '09:00 Quay Hall\u00a0: Ceph at sea, Ada Lund'],
  ['ja', '09:00 Quay Hall：Ceph at sea, Ada Lund'],
] as const)('a line has the colon of its language: %s', (language, line) => {
  const slot = {
    start: '2027-05-11T09:00:00+02:00',
    end: undefined,
    rooms: ['Quay Hall'],
    day: '2027-05-11',
  };
  const { sessions } = programme([talk({ slots: [slot] })]);
  expect(sessions.map(each => sessionText(each, wordsIn(language)))).toEqual([line]);
});

test('a talk keeps two lines of its abstract below a title of two lines', () => {
  const keynote = talk({
    title: 'Keynote: what a harbour master knows about shared infrastructure',
    abstract: 'You will hear about the night on which the crane stopped, and who was called first of all.',
  });
  const [, , summary] = talkParagraphs(keynote, { place: '', summaryLines: SUMMARY_LINES }, ENGLISH);
  expect(summary).toEqual([
    {
      type: 'text',
      text: 'You will hear about the night on which the crane stopped, and who was called first…',
    },
  ]);
});
