import { expect, test } from 'vitest';
import { outlineOf } from '../../src/importers/outline.ts';

/** Each talk as `track / title`, and after a colon the lines that are about it. */
function check(text: string, talks: readonly string[], strayAt: readonly number[] = []) {
  const lines = text.split('\n');
  const outline = outlineOf(lines);
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

test('takes no longer for a long text than it must', () => {
  const started = performance.now();
  for (const unit of ['ab\n--\n', `x\n${MARK}\n`, `${MARK}\n`, 'ab\n--\n\ncd\n==\n'])
    outlineOf(unit.repeat(2 ** 20 / unit.length).split('\n'));
  expect(performance.now() - started).toBeLessThan(10_000);
});
