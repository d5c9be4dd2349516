import { expect, test } from 'vitest';
import { findOutline } from '../../../src/importers/abstracts/outline.ts';

/** Each talk as `track / title`, and after a colon the lines that are about it. */
function check(text: string, talks: readonly string[], strayAt: readonly number[] = []) {
  const lines = text.split('\n');
  const outline = findOutline(lines);
  expect({
    talks: outline.talks.map(({ track, heading, from, to }) => {
      const body = lines.slice(from, to).filter(line => line !== '');
      return `${track ?? '-'} / ${heading.title}: ${body.join(' ')}`;
    }),
    strayAt: outline.strayAt,
  }).toEqual({ talks, strayAt });
}

const MARK = '**Abstract:**';

test.each([
  ['one talk', `Ceph\n~~~~\n${MARK}\na`, [`- / Ceph: ${MARK} a`]],
  ['talks of one style without marks', 'Ceph\n----\na\n\nDisk\n----\nb', ['- / Ceph: a', '- / Disk: b']],
  ['a track above talks', `Sea\n===\n\nCeph\n~~~~\n${MARK}`, [`Sea / Ceph: ${MARK}`]],
  ['a track above talks without marks', 'Sea\n===\n\nCeph\n~~~~\na', ['Sea / Ceph: a']],
  ['a conference above a track', `Days\n****\n\nSea\n===\n\nCeph\n~~~~\n${MARK}`, [`Sea / Ceph: ${MARK}`]],
  [
    'a track after a talk',
    `Ceph\n~~~~\n${MARK}\n\nSea\n===\n\nDisk\n~~~~\n${MARK}`,
    [`- / Ceph: ${MARK}`, `Sea / Disk: ${MARK}`],
  ],
  ['a heading inside an abstract', `Ceph\n~~~~\n${MARK}\n\nPlan\n----\nb`, [`- / Ceph: ${MARK} Plan ---- b`]],
  ['a heading inside one without a mark', 'Ceph\n====\na\n\nPlan\n----\nb', ['- / Ceph: a Plan ---- b']],
  [
    'a talk of another style after speakers',
    `Ceph\n~~~~\n${MARK}\n\n* **A** *(b)*\n\nDisk\n----\nb`,
    [`- / Ceph: ${MARK} * **A** *(b)*`, '- / Disk: b'],
  ],
  ['a talk without underline', `Ceph\n\n${MARK}\na`, [`- / Ceph: ${MARK} a`]],
  ['an empty talk', 'Ceph\n~~~~', ['- / Ceph: ']],
  ['no talks', 'just text', []],
])('finds %s', (what, text, talks) => check(text, talks, what === 'no talks' ? [0] : []));

test('tells where text stands under no talk', () => {
  check(`.. comment\n\nlost\n\nSea\n===\n\nlost too\n\nCeph\n~~~~\n${MARK}`, [`Sea / Ceph: ${MARK}`], [2, 7]);
});

// Work that grew faster than the text would not end before the test's timeout.
test.each([
  ['ab\n--\n', { talks: 65_536, stray: 0 }],
  [`x\n${MARK}\n`, { talks: 65_536, stray: 0 }],
  [`${MARK}\n`, { talks: 0, stray: 65_536 }],
  ['ab\n--\n\ncd\n==\n', { talks: 65_536, stray: 0 }],
])('finds every talk of %j, 65,536 times over', (unit, counts) => {
  const { talks, strayAt } = findOutline(unit.repeat(65_536).split('\n'));
  expect({ talks: talks.length, stray: strayAt.length }).toEqual(counts);
});
