import { describe, expect, test } from 'vitest';
import type { Content, DayContent } from '../../../../src/digests/compose/content.ts';
import { countsText, footer, headingBlocks, titleText } from '../../../../src/slack/views/digest/heading.ts';
import type { Digest } from '../../../../src/store/digests.ts';
import { ENGLISH } from '../../../../src/words/en.ts';
import { conference, programme, talk } from '../../../support/conference.ts';
import { digest } from '../../../support/digests.ts';
import { harbour } from '../../../support/harbour.ts';
import { read } from '../../../support/read.ts';

const DAY: DayContent = {
  kind: 'day',
  day: '2027-05-11',
  number: 1,
  days: 3,
  sessions: harbour.sessions,
  breaks: [],
  changes: [],
  when: 'today',
};

function heading(
  content: Content,
  given: Partial<Digest> = {},
  of: { name?: string | undefined; timeZone?: string | undefined } = {},
  rehearsal = false,
) {
  return { digest: digest(given), words: ENGLISH, content, conference: conference(of), rehearsal };
}

describe('the title', () => {
  test.each([
    [1, 1, 'Lighthouse Days is today', 'Lighthouse Days is tomorrow', 'Lighthouse Days: the programme'],
    [
      1,
      3,
      'Lighthouse Days starts today',
      'Lighthouse Days starts tomorrow',
      'Lighthouse Days: the first day',
    ],
    [
      2,
      3,
      'Lighthouse Days today: day 2 of 3',
      'Lighthouse Days tomorrow: day 2 of 3',
      'Lighthouse Days: day 2 of 3',
    ],
    [
      3,
      3,
      'The last day of Lighthouse Days',
      'Tomorrow is the last day of Lighthouse Days',
      'Lighthouse Days: the last day',
    ],
  ])('of day %i of %i', (number, days, today, eve, other) => {
    const content = { ...DAY, number, days };
    const read = [{ when: 'today' }, { when: 'tomorrow' }, { when: 'another day' }] as const;
    expect(read.map(when => titleText(heading({ ...content, ...when })))).toEqual([today, eve, other]);
  });

  test('of talks without times', () => {
    const content = { kind: 'spotlight', day: '2027-05-11', talks: [talk()], left: 3 } as const;
    expect(titleText(heading(content))).toBe('Lighthouse Days: talks to look forward to');
  });

  test.each([undefined, '', '  '])('of a conference named %j', name => {
    expect(titleText(heading(DAY, {}, { name }))).toBe('The conference starts today');
  });

  test('is shortened, and says that it is rehearsed', () => {
    const title = titleText(heading(DAY, {}, { name: 'N'.repeat(90) }, true));
    expect(title).toBe(`Rehearsal: ${'N'.repeat(79)}… starts today`);
  });
});

describe('the counts', () => {
  const cancelled = programme([
    ...harbour.talks,
    talk({ id: 'fog', status: 'cancelled', slots: harbour.sessions.slice(0, 1).map(({ slot }) => slot) }),
  ]);

  test.each([
    ['of sessions', heading(DAY), 'Tue 11 May · 7 sessions · times in Europe/Madrid'],
    [
      'of cancelled sessions',
      heading({ ...DAY, sessions: cancelled.sessions }),
      'Tue 11 May · 8 sessions, 1 of them cancelled · times in Europe/Madrid',
    ],
    [
      'without a time zone',
      heading({ ...DAY, sessions: DAY.sessions.slice(0, 1) }, {}, { timeZone: undefined }),
      'Tue 11 May · 1 session',
    ],
    [
      'with filters',
      heading(DAY, { filters: 'track:storage' }),
      'Tue 11 May · 7 sessions · times in Europe/Madrid · only track:storage',
    ],
    [
      'of talks to come',
      heading({ kind: 'spotlight', day: '2027-05-11', talks: [talk(), talk()], left: 3 }),
      'Tue 11 May · 2 of the 5 talks still to come',
    ],
    [
      'of the last talks',
      heading({ kind: 'spotlight', day: '2027-05-11', talks: [talk(), talk()], left: 0 }),
      'Tue 11 May · the last 2 talks: every talk has now been featured',
    ],
  ])('%s', (_what, given, text) => {
    expect(countsText(given)).toBe(text);
  });

  test('stand below the title', () => {
    expect(read(headingBlocks(heading(DAY), []))).toEqual([
      'Lighthouse Days starts today',
      'Tue 11 May · 7 sessions · times in Europe/Madrid: 09:00 ({Tue 11 May 09:00–09:40} your time)',
    ]);
  });
});

test('the footer names the owner', () => {
  expect(read([footer(digest())])).toEqual([
    'Set up by @U0MIRA0001. To change or stop it, type /talk digest in this channel.',
  ]);
});
