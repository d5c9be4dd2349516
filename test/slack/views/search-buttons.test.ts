import { describe, expect, test } from 'vitest';
import { searchButtons, trackButtons, widerButtons } from '../../../src/slack/views/search-buttons.ts';
import { programme, talk } from '../../support/conference.ts';
import { read } from '../../support/read.ts';

function buttons(blocks: ReturnType<typeof searchButtons>) {
  const elements = blocks.flatMap(block => (block.type === 'actions' ? block.elements : []));
  return elements.map(each =>
    each.type === 'button' ? [each.text.text, each.action_id, each.value, each.accessibility_label] : [],
  );
}

const suggest = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `L${index}`, query: `q${index}` }));

describe('search buttons', () => {
  test('run their query, each with an id of its own', () => {
    const blocks = searchButtons({ heading: 'Try', row: 'example', suggestions: suggest(2) });
    expect(read(blocks)).toEqual(['Try', '[L0][L1]']);
    expect(buttons(blocks)).toEqual([
      ['L0', 'search:run:example:0', 'q0', 'Search: L0'],
      ['L1', 'search:run:example:1', 'q1', 'Search: L1'],
    ]);
  });

  test.each([
    [24, 24],
    [25, 25],
    [26, 25],
  ])('of %i suggestions, %i are shown', (count, shown) => {
    expect(buttons(searchButtons({ heading: 'Try', row: 'x', suggestions: suggest(count) }))).toHaveLength(
      shown,
    );
  });

  test.each([
    ['a label without letters', { label: '  ', query: 'q' }, 0],
    ['a query that a button carries', { label: 'Q', query: 'q'.repeat(900) }, 1],
    ['a query that is too long', { label: 'Q', query: 'q'.repeat(901) }, 0],
  ])('%s', (_what, suggestion, shown) => {
    expect(buttons(searchButtons({ heading: 'Try', row: 'x', suggestions: [suggestion] }))).toHaveLength(
      shown,
    );
  });

  test('without suggestions there is no heading either', () => {
    expect(widerButtons([])).toEqual([]);
  });
});

test('tracks are searched by a filter, in their conference', () => {
  const of = programme([talk({ track: 'Storage' }), talk({ id: 'b', track: 'Deep Sea' })]);
  const blocks = trackButtons(of, { heading: 'Tracks', prefix: 'conference:"Bow" ' });
  expect(buttons(blocks).map(([label, , query]) => [label, query])).toEqual([
    ['Deep Sea', 'conference:"Bow" track:"Deep Sea"'],
    ['Storage', 'conference:"Bow" track:Storage'],
  ]);
});
