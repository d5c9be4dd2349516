import { expect, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { DraftPage } from '../../../src/programme/joining/draft.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

function report(...pages: readonly (DraftPage | undefined)[]) {
  const drafts = pages.map((page, at) =>
    draft([draftTalk({ title: `Talk ${at}` })], { file: `${at}.json`, page }),
  );
  return buildProgramme(conference(), drafts).problems.map(
    ({ severity, file, message }) => `${severity} ${file}: ${message}`,
  );
}

test('a page of several is reported with both numbers', () =>
  expect(report({ here: 2, total: 9 })).toEqual([
    'error 0.json: This is one page of several, with 2 of 9 entries; 7 are missing. Put the other pages beside it.',
  ]));

test('a page that does not say how many there are is reported too', () =>
  expect(report({ here: 2, total: undefined })).toEqual([
    'error 0.json: This is one page of several, with 2 entries; the others are missing. Put the other pages beside it.',
  ]));

test('pages that lie beside each other are whole', () =>
  expect(report({ here: 5, total: 9 }, { here: 4, total: 9 }, undefined)).toEqual([]));

test.each<[string, readonly DraftPage[], boolean]>([
  ['all three', [1, 2, 3].map(number => ({ here: 2, total: undefined, number, pages: 3 })), true],
  ['two of three', [1, 3].map(number => ({ here: 2, total: undefined, number, pages: 3 })), false],
  ['one of them twice', [1, 1, 3].map(number => ({ here: 2, total: undefined, number, pages: 3 })), false],
  [
    'a last one that alone says how many',
    [
      { here: 2, total: undefined, number: 1 },
      { here: 1, total: undefined, number: 2, pages: 2 },
    ],
    true,
  ],
  ['two without a last one', [1, 2].map(number => ({ here: 2, total: undefined, number })), false],
])('numbered pages are whole if all are here: %s', (_, pages, isWhole) =>
  expect(report(...pages)).toHaveLength(isWhole ? 0 : 1),
);

test('a page says its number if it does not know how many entries there are', () =>
  expect(report({ here: 2, total: undefined, number: 1, pages: 3 })).toEqual([
    'error 0.json: This is one page of several, number 1 of 3; the others are missing. Put the other pages beside it.',
  ]));

test('what two of three pages lack is counted once', () =>
  expect(report({ here: 4, total: 9 }, { here: 4, total: 9 })).toEqual([
    'error 0.json: These are 2 pages of several, here and in 1.json, with 8 of 9 entries; 1 is missing. Put the other pages beside them.',
  ]));

const REASON = 'days.example answered with status 503.';

test.each<[DraftPage, string]>([
  [
    { here: 2, total: 9, reason: REASON },
    `9 entries are announced, 2 were read. ${REASON} A talk that is missing from them stays as it was.`,
  ],
  [
    { here: 1, total: undefined, reason: REASON },
    `There are more than 1 entry, and 1 was read. ${REASON} A talk that is missing from them stays as it was.`,
  ],
])('a list of a source that is not whole says why', (page, message) =>
  expect(report(page)).toEqual([`error 0.json: ${message}`]),
);

test('lists of two sources do not make up for each other', () =>
  expect(report({ here: 5, total: 9, reason: REASON }, { here: 5, total: 9, reason: REASON })).toHaveLength(
    2,
  ));
