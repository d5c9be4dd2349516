import { describe, expect, it } from 'vitest';
import {
  capText,
  readAbstract,
  readId,
  readLanguages,
  readTitle,
} from '../../../src/importers/reading/fields.ts';
import { createReport, type Report, type Spot } from '../../../src/importers/reading/report.ts';

const SPOT = { line: 3, item: 'Ceph' };

/** A text that is read, and its problems. */
function read(read: (text: string, spot: Spot, report: Report) => string, raw: string) {
  const report = createReport('a.json');
  const text = read(raw, SPOT, report);
  return {
    text,
    problems: report.problems.map(({ severity, line, item, message }) =>
      [severity, line, `${item}:`, message].join(' '),
    ),
  };
}

describe('a title', () => {
  it.each([
    [' Ceph\u00a0at\n sea ', 'Ceph at sea'],
    ['Cafe\u0301', 'Café'],
    ['', ''],
  ])('%j is read as %j', (raw, text) => expect(read(readTitle, raw)).toEqual({ text, problems: [] }));

  it.each([
    ['Ce\u200bph', 'Ceph', 'The title contains invisible characters; they were removed.'],
    ['Caf\ufffd', 'Caf\ufffd', 'The title has a damaged character; it is shown as \ufffd.'],
  ])('%j is repaired, and reported under its own name', (raw, text, problem) =>
    expect(read(readTitle, raw)).toEqual({ text, problems: [`warning 3 ${text}: ${problem}`] }),
  );

  it('contains no e-mail address, in silence, because its talk is known by it', () =>
    expect(read(readTitle, 'Ask ada@example.org')).toEqual({
      text: 'Ask [e-mail address removed]',
      problems: [],
    }));

  it('is cut, which is reported under no name', () =>
    expect(read(readTitle, 'x'.repeat(20_001))).toEqual({
      text: `${'x'.repeat(19_999)}…`,
      problems: ['error 3 undefined: The title is longer than 20,000 characters; the rest was left out.'],
    }));
});

describe('an abstract', () => {
  it.each([
    ['How.\n\n\n\nWhy. ', 'How.\n\nWhy.'],
    ['Since 2019 we ran 030 1234567 jobs.', 'Since 2019 we ran 030 1234567 jobs.'],
  ])('%j is read as %j', (raw, text) => expect(read(readAbstract, raw)).toEqual({ text, problems: [] }));

  it.each([
    [
      'Write to ada@example.org.',
      'Write to [e-mail address removed].',
      'The abstract contains an e-mail address; it was masked.',
    ],
    [
      'Call +49 30 1234567.',
      'Call [phone number removed].',
      'The abstract contains a phone number; it was masked.',
    ],
    [
      'Call +49 30 1234567 or ada@example.org.',
      'Call [phone number removed] or [e-mail address removed].',
      'The abstract contains a phone number; it was masked.',
    ],
  ])('%j is masked', (raw, text, problem) =>
    expect(read(readAbstract, raw)).toEqual({ text, problems: [`warning 3 Ceph: ${problem}`] }),
  );
});

describe('a long text', () => {
  const cap = (text: string) => read((raw, spot, report) => capText(raw, 'bio', spot, report), text);

  it('may have 20,000 characters', () =>
    expect(cap('x'.repeat(20_000))).toEqual({ text: 'x'.repeat(20_000), problems: [] }));

  it('is not cut within a character', () => {
    const { text, problems } = cap(`${'x'.repeat(19_998)}🚢🚢`);
    expect(text).toBe(`${'x'.repeat(19_998)}…`);
    expect(problems).toEqual([
      'error 3 Ceph: The bio is longer than 20,000 characters; the rest was left out.',
    ]);
  });
});

it.each([
  ['CEPH1', 'CEPH1'],
  [' guid 7 ', 'guid 7'],
  ['', undefined],
  [' \u200b', undefined],
  ['x'.repeat(100), 'x'.repeat(100)],
  ['ada@example.org', 'cfe00dde46ef'],
  ['x'.repeat(101), 'c675a2e604b0'],
])('the id %j is read as %j', (raw, expected) => expect(readId(raw)).toBe(expected));

it.each([
  ['', []],
  ['en', ['en']],
  ['EN', ['en']],
  ['de, en', ['de', 'en']],
  ['en,de,en', ['en', 'de']],
  ['pt_BR', ['pt-br']],
  ['de-formal', ['de']],
  ['Deutsch / English', ['de', 'en']],
  ['Français', ['fr']],
  ['English and Spanish', ['en', 'es']],
  ['to be announced', []],
  ['TBD', []],
  ['n/a', []],
  ['deu, eng', ['de', 'en']],
  ['ger', ['de']],
  ['fre;dut|chi', ['fr', 'nl', 'zh']],
  ['deutsch/englisch', ['de', 'en']],
  ['Deutsch - Englisch', ['de', 'en']],
  ['DE-EN', ['de', 'en']],
  ['de en', ['de', 'en']],
  ['bilingual (German/English)', ['de', 'en']],
  ['English (US)', ['en']],
  ['Portuguese (Brazil)', ['pt-br']],
  ['Chinese (Traditional)', ['zh-hant']],
  ['Englisch oder Deutsch', ['en', 'de']],
  ['English with German subtitles', ['en']],
  ['["de", "en"]', ['de', 'en']],
  ['en_US', ['en-us']],
  ['ja-jp', ['ja-jp']],
  ['mul', []],
  ['not sure', []],
  ['zh-Hant-TW', ['zh-hant-tw']],
  ['x'.repeat(1_000_000), []],
])('reads the languages %j as %j', (raw, expected) => {
  expect(readLanguages(raw)).toEqual(expected);
});
