import { expect, it } from 'vitest';
import { completeBlocks } from '../../../src/local-slack/block-kit/ids.ts';

it('gives an id to each block and element that has none, and keeps those there are', () => {
  let count = 0;
  const nextId = (): string => `id${++count}`;
  const text = { type: 'plain_text', text: 'a' };
  const image = { type: 'image', alt_text: 'a', image_url: 'https://example.org/a.png' };
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
