import { expect, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import { conference, draft, draftTalk } from '../../support/conference.ts';

function report(...files: readonly (readonly string[] | undefined)[]) {
  const drafts = files.map((unreadKeys, at) =>
    draft([draftTalk({ title: `Talk ${at}` })], { file: `${at}.json`, unreadKeys }),
  );
  return buildProgramme(conference(), drafts).problems.map(
    ({ severity, file, message }) => `${severity} ${file}: ${message}`,
  );
}

test.each([
  ['no file', [undefined, []], []],
  ['one file', [undefined, ['prize']], ['warning 1.json: These keys were not read: prize.']],
  [
    'two files of three',
    [['prize'], undefined, ['prize', 'rope']],
    ['warning 0.json: These keys were not read in 2 files: prize, rope.'],
  ],
  [
    'a file with many',
    [Array.from({ length: 22 }, (_, n) => `k${n}`)],
    [
      `warning 0.json: These keys were not read: ${Array.from({ length: 20 }, (_, n) => `k${n}`).join(', ')} and 2 more.`,
    ],
  ],
])('names the unread keys of %s in one line', (_, files, expected) =>
  expect(report(...files)).toEqual(expected),
);
