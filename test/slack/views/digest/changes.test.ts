import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../src/programme/changes.ts';
import { ABOVE, APART, changePages, changesBlock } from '../../../../src/slack/views/digest/changes.ts';
import { ENGLISH } from '../../../../src/words/en.ts';
import { cases } from '../../../support/cases.ts';
import { talk } from '../../../support/conference.ts';
import { read } from '../../../support/read.ts';

function cancelled(title: string): Change {
  return { kind: 'cancelled', talk: talk({ title, speakers: [] }) };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => cancelled(`T${index}`));

describe('the changes fill', () => {
  test.each([
    [0, []],
    [10, [10]],
    [11, [10, 1]],
    [70, [10, 60]],
    [71, [10, 60, 1]],
  ])('with %i lines, messages of %j', (count, lengths) => {
    expect(changePages(many(count), ABOVE, { words: ENGLISH }).map(page => page.length)).toEqual(lengths);
  });

  test('a first message of their own up to its larger limit', () => {
    expect(changePages(many(61), APART, { words: ENGLISH }).map(page => page.length)).toEqual([60, 1]);
  });

  test('no message beyond its characters, and lose nothing', () => {
    const titles = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 700 }), { maxLength: 90 });
    fc.assert(
      fc.property(titles, fc.constantFrom(ABOVE, APART), (all, first) => {
        const changes = all.map(cancelled);
        const pages = changePages(changes, first, { words: ENGLISH });
        for (const [index, page] of pages.entries()) {
          const limit = index === 0 ? first : APART;
          expect(page.length).toBeLessThanOrEqual(limit.lines);
          expect(page.join('').length).toBeLessThanOrEqual(limit.length);
          for (const line of page) expect(line.length).toBeLessThanOrEqual(500);
        }
        expect(pages.flat()).toEqual(
          changePages(changes, { lines: 1000, length: 100_000 }, { words: ENGLISH }).flat(),
        );
      }),
      { numRuns: cases(300) },
    );
  });
});

test('the same sentence is said once', () => {
  expect(changePages([cancelled('Fog'), cancelled('Fog')], ABOVE, { words: ENGLISH })).toEqual([
    ['Cancelled: Fog'],
  ]);
});

test('the block has a heading and a bullet for each change', () => {
  expect(read([changesBlock('Changed', ['Cancelled: Fog', 'New: Lamps'])])).toEqual([
    'Changed | • Cancelled: Fog | • New: Lamps',
  ]);
});
