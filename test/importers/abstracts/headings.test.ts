import { expect, test } from 'vitest';
import { findHeadings } from '../../../src/importers/abstracts/headings.ts';

/** Each heading as `style: title`, with a question mark where it is doubtful. */
function check(text: string, headings: readonly string[]) {
  const found = findHeadings(text.split('\n'));
  expect(found.map(({ style, title, doubt }) => `${style}: ${title}${doubt ? '?' : ''}`)).toEqual(headings);
}

test.each([
  ['a title with a line below', 'Ceph\n~~~~', ['under ~: Ceph']],
  ['a title between two lines', '====\nCeph\n====', ['over and under =: Ceph']],
  ['a title that is set in between two lines', '======\n Ceph\n======', ['over and under =: Ceph']],
  [
    'titles one below the other',
    'A b\n===\n\nC d\n---\nE f\n---',
    ['under =: A b', 'under -: C d', 'under -: E f'],
  ],
  ['a title of two letters', 'Go\n--', ['under -: Go']],
  ['a title with a line that is too short', 'Ceph at sea\n~~~~', ['under ~: Ceph at sea?']],
  ['a title in wide letters', '東京の海\n========', ['under =: 東京の海']],
  ['a title with an emoji', 'Ceph 🚢\n~~~~~~~', ['under ~: Ceph 🚢']],
  ['a title that counts what cannot be seen', 'Ceph\u2028\n~~~~~', ['under ~: Ceph']],
  ['a title right after text where the line fits', 'text.\nCeph\n~~~~', ['under ~: Ceph']],
])('finds %s', (_, text, headings) => check(text, headings));

test.each([
  ['nothing', ''],
  ['a line between two paragraphs', 'one\n\n----\n\ntwo'],
  ['a line after a paragraph', 'one two\nthree four\n-----'],
  ['a table', '==== ====\nCeph Disk\n==== ===='],
  ['text that is set in', '  Ceph\n  ~~~~'],
  ['an entry of a list', '* Ceph\n------'],
  ['a comment', '.. Ceph\n-------'],
  ['front matter', '---\ntitle: Ceph\n---'],
  ['lines alone', '====\n----\n===='],
])('takes %s for no heading', (_, text) => check(text, []));
