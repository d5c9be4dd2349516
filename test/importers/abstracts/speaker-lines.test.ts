import { expect, test } from 'vitest';
import { splitTalk } from '../../../src/importers/abstracts/speaker-lines.ts';

/** Each speaker as `line name: bio`. */
function check(
  lines: readonly string[],
  prose: readonly string[],
  speakers: readonly string[],
  strayAt?: number,
) {
  const parted = splitTalk(lines);
  expect({
    prose: parted.prose,
    speakers: parted.speakers.map(({ at, name, bio }) => `${at} ${name}: ${bio}`),
    strayAt: parted.strayAt,
  }).toEqual({ prose, speakers, strayAt });
}

test.each([
  ['no speakers', ['a', ''], ['a', ''], []],
  ['a speaker', ['a', '* **B** *(c)*'], ['a'], ['1 B: c']],
  ['speakers alone', ['* **B** *(c)*', '* **D** *(e)*'], [], ['0 B: c', '1 D: e']],
  ['a bullet of another kind', ['- **B** *(c)*', '• **D** *(e)*'], [], ['0 B: c', '1 D: e']],
  ['no space after the name', ['* **B***(c)*'], [], ['0 B: c']],
  ['a bio without asterisks', ['* **B** (c (d))'], [], ['0 B: c (d)']],
  ['an empty bio', ['* **B** *()*'], [], ['0 B: ']],
  ['asterisks in a name', ['* **B *the* C** *(d)*'], [], ['0 B *the* C: d']],
  ['text after a bio on its line', ['* **B** *(c)* d'], [], ['0 B: c d']],
  [
    'a bold entry of a list before speakers',
    ['* **Ceph** is', '', '* **B** *(c)*'],
    ['* **Ceph** is', ''],
    ['2 B: c'],
  ],
  ['a name alone before speakers', ['a', '* **B**', '', '* **C** *(d)*'], ['a'], ['1 B: ', '3 C: d']],
])('parts %s', (_, lines, prose, speakers) => check(lines, prose, speakers));

test('keeps what follows the speakers', () => {
  check(
    ['a', '* **B** *(c)*', '', 'd', '* **E** *(f)*', 'g'],
    ['a', '', '', 'd', '', 'g'],
    ['1 B: c', '4 E: f'],
    3,
  );
});

test('reads many speakers in one pass', () => {
  const { speakers } = splitTalk(Array.from({ length: 50_000 }, () => '* **B** *(c'));
  expect(speakers).toHaveLength(50_000);
});
