import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputBlock, multiSelect, option, optionValue } from '../../../../src/slack/views/blocks/inputs.ts';

const FIELD = { block: 'digest_rooms', action: 'rooms' };
const names = (count: number) => Array.from({ length: count }, (_, index) => `Room ${index}`);

function element(blocks: ReturnType<typeof multiSelect>) {
  const [block] = blocks;
  if (block?.type !== 'input' || block.element.type !== 'multi_static_select')
    throw new Error('This is not a menu.');
  return block.element;
}

test.each([
  ['needed', undefined, {}],
  ['optional', 'optional', { optional: true }],
] as const)('a field that is %s', (_what, optional, more) => {
  expect(inputBlock(FIELD, 'Rooms', { type: 'plain_text_input', max_length: 60 }, optional)).toEqual({
    type: 'input',
    block_id: 'digest_rooms',
    label: { type: 'plain_text', text: 'Rooms', emoji: false },
    element: { type: 'plain_text_input', max_length: 60, action_id: 'rooms' },
    ...more,
  });
});

describe('a menu', () => {
  test.each([
    ['nothing', []],
    ['names without letters', ['', '  ']],
  ])('of %s is left out', (_what, all) => {
    expect(multiSelect(FIELD, 'Rooms', { names: all, chosen: [] })).toEqual([]);
  });

  test('shows labels, and marks what is chosen', () => {
    const days = ['2027-05-11', '2027-05-12'];
    const menu = multiSelect(FIELD, 'Days', {
      names: days,
      chosen: ['2027-05-12', '2027-06-01'],
      labelOf: day => `Day ${day.slice(-2)}`,
    });
    expect(element(menu)).toEqual({
      type: 'multi_static_select',
      action_id: 'rooms',
      options: [option('Day 11', '2027-05-11'), option('Day 12', '2027-05-12')],
      initial_options: [option('Day 12', '2027-05-12')],
    });
  });

  test.each([
    [100, undefined],
    [101, ['1 to 100', '101 to 101']],
    [250, ['1 to 100', '101 to 200', '201 to 250']],
  ])('of %i options', (count, groups) => {
    const { options, option_groups } = element(
      multiSelect(FIELD, 'Rooms', { names: names(count), chosen: [] }),
    );
    expect(option_groups?.map(({ label }) => label.text)).toEqual(groups);
    const all = options ?? option_groups?.flatMap(group => group.options) ?? [];
    expect(all.map(({ text }) => text.text)).toEqual(names(count));
  });

  test('marks a hundred options at most', () => {
    const menu = multiSelect(FIELD, 'Rooms', { names: names(150), chosen: names(150) });
    expect(element(menu).initial_options).toHaveLength(100);
  });
});

describe('an option', () => {
  test.each([
    ['', 'No name'],
    ['x'.repeat(75), 'x'.repeat(75)],
    ['x'.repeat(76), `${'x'.repeat(74)}…`],
  ])('%#', (label, text) => {
    expect(option(label, 'v').text).toEqual({ type: 'plain_text', text, emoji: false });
  });

  test.each([
    [75, true],
    [76, false],
  ])('of %i characters carries its name: %s', (length, isSame) => {
    expect(optionValue('x'.repeat(length)) === 'x'.repeat(length)).toBe(isSame);
  });

  test('has the same value for the same name, and another one for another', () => {
    const long = fc.string({ minLength: 76, maxLength: 200 });
    fc.assert(
      fc.property(long, long, (a, b) => {
        expect(optionValue(a)).toMatch(/^#[\da-f]{32}$/);
        expect(optionValue(a) === optionValue(b)).toBe(a === b);
      }),
    );
  });
});
