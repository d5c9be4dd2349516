import { expect, test } from 'vitest';
import { numberButtons } from '../../../src/cli/chat/chat-session.ts';

const button = (actionId: string, label: string) => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: label },
});

test('numbers each button as a person reads them, and leaves everything else as it is', () => {
  const menu = { type: 'static_select', action_id: 'menu' };
  const text = { type: 'section', block_id: 'a', text: { type: 'plain_text', text: 'Hello' } };
  const image = { type: 'image', alt_text: 'A harbour' };
  expect(
    numberButtons([
      text,
      { ...text, block_id: 'b', accessory: button('open', 'Open') },
      { ...text, block_id: 'c', accessory: image },
      {
        type: 'actions',
        block_id: 'd',
        elements: [button('details', 'Details'), menu, button('share', 'Share')],
      },
    ]),
  ).toEqual({
    blocks: [
      text,
      { ...text, block_id: 'b', accessory: button('open', 'Open :1') },
      { ...text, block_id: 'c', accessory: image },
      {
        type: 'actions',
        block_id: 'd',
        elements: [button('details', 'Details :2'), menu, button('share', 'Share :3')],
      },
    ],
    buttons: [
      { blockId: 'b', actionId: 'open' },
      { blockId: 'd', actionId: 'details' },
      { blockId: 'd', actionId: 'share' },
    ],
  });
});
