import { expect, it } from 'vitest';
import { Directory } from '../../../src/local-slack/state/directory.ts';
import type { Message } from '../../../src/local-slack/state/messages.ts';
import { buildMessagePayload, buildViewPayload } from '../../../src/local-slack/state/payloads.ts';
import type { View } from '../../../src/local-slack/state/views.ts';

const directory = new Directory();
const MESSAGE: Message = {
  channel: 'C0LOBBY001',
  ts: '1.000001',
  author: 'U0MIRA0001',
  text: 'ceph',
  blocks: [],
  edited: false,
};

it('sends a person’s message', () => {
  expect(buildMessagePayload(MESSAGE, directory)).toEqual({
    type: 'message',
    user: 'U0MIRA0001',
    ts: '1.000001',
    text: 'ceph',
    team: 'T0HARBOUR1',
    blocks: [],
  });
});

it('sends the app’s own message with its ids, its thread, its edit and its metadata', () => {
  const metadata = { event_type: 'digest', event_payload: {} };
  const blocks = [{ type: 'divider' }];
  const message = { ...MESSAGE, author: 'U0LECTERN1', threadTs: '1.000000', edited: true, metadata, blocks };
  expect(buildMessagePayload(message, directory)).toEqual({
    type: 'message',
    user: 'U0LECTERN1',
    bot_id: 'B0LECTERN1',
    app_id: 'A0LECTERN1',
    ts: '1.000001',
    thread_ts: '1.000000',
    text: 'ceph',
    team: 'T0HARBOUR1',
    blocks,
    edited: { user: 'U0LECTERN1', ts: '1.000001' },
    metadata,
  });
});

const VIEW: View = {
  id: 'V2',
  hash: 'h',
  user: 'U0MIRA0001',
  rootId: 'V1',
  previousId: 'V1',
  content: {
    type: 'modal',
    title: { type: 'plain_text', text: 'Find' },
    submit: { type: 'plain_text', text: 'Go' },
    private_metadata: 'm',
    callback_id: 'c',
    external_id: 'e',
    clear_on_close: true,
    notify_on_close: true,
    blocks: [{ type: 'input', block_id: 'b', element: { type: 'plain_text_input', action_id: 'a' } }],
  },
  entered: { b: { a: { type: 'plain_text_input', value: 'ceph' } } },
};
const APP = { app_id: 'A0LECTERN1', app_installed_team_id: 'T0HARBOUR1', bot_id: 'B0LECTERN1' };

it('sends a modal with its entries', () => {
  expect(buildViewPayload(VIEW, directory)).toEqual({
    ...VIEW.content,
    ...APP,
    id: 'V2',
    team_id: 'T0HARBOUR1',
    close: null,
    state: { values: VIEW.entered },
    hash: 'h',
    previous_view_id: 'V1',
    root_view_id: 'V1',
  });
});

it('sends a home with everything that the app did not say as Slack has it', () => {
  const { previousId: _, ...first } = VIEW;
  const home = { ...first, id: 'V1', content: { type: 'home', blocks: [] }, entered: {} };
  expect(buildViewPayload(home, directory)).toEqual({
    ...APP,
    id: 'V1',
    team_id: 'T0HARBOUR1',
    type: 'home',
    blocks: [],
    private_metadata: '',
    callback_id: '',
    external_id: '',
    state: { values: {} },
    hash: 'h',
    clear_on_close: false,
    notify_on_close: false,
    previous_view_id: null,
    root_view_id: 'V1',
  });
});
