import { describe, expect, it } from 'vitest';
import {
  type ElementQuery,
  findElement,
  listElements,
} from '../../../src/local-slack/people/find-element.ts';

const button = (action_id: string, value: string, text: string) => ({
  type: 'button',
  action_id,
  value,
  text: { type: 'plain_text', text },
});
const BLOCKS = [
  { type: 'divider', block_id: 'line' },
  {
    type: 'actions',
    block_id: 'one',
    elements: [button('details', '1', 'Details'), button('share', '1', 'Share')],
  },
  { type: 'actions', block_id: 'two', elements: [button('details', '2', 'Details')] },
  { type: 'section', accessory: { type: 'users_select', action_id: 'who' } },
];

describe('findElement', () => {
  it.each([
    [{ actionId: 'share' }, 'one share'],
    [{ actionId: 'details', value: '2' }, 'two details'],
    [{ label: 'Share' }, 'one share'],
    [{ blockId: 'two' }, 'two details'],
    [{ blockId: 'one', label: 'Details' }, 'one details'],
    [{ actionId: 'who' }, ' who'],
    [{ blockId: '' }, ' who'],
  ] as const)('finds %j', (query: ElementQuery, expected) => {
    const { blockId, actionId } = findElement(BLOCKS, query);
    expect(`${blockId} ${actionId}`).toBe(expected);
  });

  it('has the block and the element', () => {
    expect(findElement(BLOCKS, { actionId: 'share' })).toEqual({
      block: BLOCKS[1],
      element: button('share', '1', 'Share'),
      blockId: 'one',
      actionId: 'share',
    });
  });

  it.each([
    [{ actionId: 'gone' }, '0 elements match {"actionId":"gone"}.'],
    [{ actionId: 'details' }, '2 elements match {"actionId":"details"}.'],
    [{ actionId: 'share', value: '2' }, '0 elements match {"actionId":"share","value":"2"}.'],
    [{ label: 'share' }, '0 elements match {"label":"share"}.'],
    [{}, '4 elements match {}.'],
  ])('says what there is in place of %j', (query, error) => {
    const there = 'There are: details "Details" 1; share "Share" 1; details "Details" 2; who "" .';
    expect(() => findElement(BLOCKS, query)).toThrow(`${error} ${there}`);
  });

  it('says that there is nothing', () => {
    expect(() => findElement([{ type: 'divider' }], {})).toThrow('0 elements match {}. There are: none.');
  });
});

it('lists the elements of all blocks', () => {
  expect(listElements(BLOCKS).map(({ blockId, actionId }) => `${blockId}/${actionId}`)).toEqual([
    'one/details',
    'one/share',
    'two/details',
    '/who',
  ]);
});
