import { describe, expect, it } from 'vitest';
import { checkUniqueIds, completeBlocks, elementsOf } from '../../../src/local-slack/block-kit/ids.ts';
import { actions, button, input, plain } from './rows.ts';

const text = plain('a');
const image = { type: 'image', alt_text: 'a', image_url: 'https://example.org/a.png' };

describe('elementsOf', () => {
  it.each([
    ['the buttons of actions', actions(button(), button({ action_id: 'b' })), ['/elements/0', '/elements/1']],
    ['an accessory', { type: 'section', text, accessory: button() }, ['/accessory']],
    ['a field', input({ type: 'plain_text_input' }), ['/element']],
    ['no image', { type: 'section', text, accessory: image }, []],
    ['no text of a context', { type: 'context', elements: [text, image] }, []],
    ['nothing that is not an object', { type: 'actions', elements: ['a', null] }, []],
    ['nothing of a divider', { type: 'divider' }, []],
  ])('finds %s', (_name, block, expected) => {
    expect(elementsOf(block).map(({ at }) => at)).toEqual(expected);
  });
});

describe('checkUniqueIds', () => {
  const check = (...blocks: unknown[]) => checkUniqueIds(blocks, '/blocks');

  it('lets an action_id repeat in another block, but not in the same one', () => {
    const twice = actions(button(), button(), button({ action_id: 'other' }), button());
    expect(check(actions(button()), actions(button()))).toEqual([]);
    expect(check(actions(button()), twice)).toEqual([
      { path: '/blocks/1/elements/1/action_id', rule: '`action_id` "details" already exists' },
      { path: '/blocks/1/elements/3/action_id', rule: '`action_id` "details" already exists' },
    ]);
  });

  it('names every block_id that was there before', () => {
    const divider = { type: 'divider', block_id: 'a' };
    expect(check(divider, { type: 'divider' }, divider, 'none', divider)).toEqual([
      { path: '/blocks/2/block_id', rule: '`block_id` "a" already exists' },
      { path: '/blocks/4/block_id', rule: '`block_id` "a" already exists' },
    ]);
  });

  it('takes blocks and elements without ids', () => {
    const nameless = actions({ type: 'overflow' }, { type: 'overflow' });
    expect(check(nameless, nameless)).toEqual([]);
  });
});

describe('completeBlocks', () => {
  it('gives an id to each block and element that has none, and keeps those there are', () => {
    let count = 0;
    const nextId = (): string => `id${++count}`;
    const blocks = [
      { type: 'divider' },
      {
        type: 'actions',
        block_id: 'mine',
        elements: [
          { type: 'button', text },
          { type: 'button', text, action_id: 'own' },
        ],
      },
      { type: 'section', text, accessory: { type: 'button', text } },
      { type: 'section', block_id: 'pictured', text, accessory: image },
      { type: 'input', block_id: 'field', label: text, element: { type: 'plain_text_input' } },
      { type: 'context', block_id: 'small', elements: [text] },
    ];
    expect(completeBlocks(blocks, nextId)).toEqual([
      { type: 'divider', block_id: 'id1' },
      {
        type: 'actions',
        block_id: 'mine',
        elements: [
          { type: 'button', text, action_id: 'id2' },
          { type: 'button', text, action_id: 'own' },
        ],
      },
      { type: 'section', block_id: 'id3', text, accessory: { type: 'button', text, action_id: 'id4' } },
      { type: 'section', block_id: 'pictured', text, accessory: image },
      {
        type: 'input',
        block_id: 'field',
        label: text,
        element: { type: 'plain_text_input', action_id: 'id5' },
      },
      { type: 'context', block_id: 'small', elements: [text] },
    ]);
  });
});
