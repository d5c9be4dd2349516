import { expect, test } from 'vitest';
import { call } from '../support.ts';
import { JUNE, LOBBY, MIRA, type Served, servePage } from './support.ts';

const URL_OF_TALK = 'https://talks.example.org/5';
const card = {
  app_unfurl_url: URL_OF_TALK,
  url: URL_OF_TALK,
  external_ref: { id: '5' },
  entity_type: 'slack#/entities/item',
  entity_payload: {
    attributes: { title: { text: 'Ceph at sea' } },
    actions: { primary_actions: [{ text: 'Star', action_id: 'star' }] },
  },
};

function serveCards(): Promise<Served> {
  return servePage({ scopes: ['links:read', 'links:write'], unfurlDomains: () => ['talks.example.org'] });
}

/** Posts the link for Mira, with its card. */
async function post({ workspace }: Served) {
  const { message, events } = await workspace.say({ user: MIRA, channel: LOBBY, text: URL_OF_TALK });
  const { unfurl_id, source } = (events[0]?.payload.event ?? {}) as Record<string, unknown>;
  await call(workspace, 'chat.unfurl', { unfurl_id, source, metadata: { entities: [card] } });
  return { channel: LOBBY, ts: message.ts, url: URL_OF_TALK };
}

test('everyone sees a card, and one person the pane that they opened', async () => {
  const served = await serveCards();
  const { act, state } = served;
  const place = await post(served);
  expect((await state(JUNE)).messages.map(({ cards }) => cards)).toEqual([[card]]);
  expect(await act({ act: 'openCard', ...place })).toEqual({});
  expect((await state()).pane).toEqual({ link: { url: URL_OF_TALK, channel: LOBBY, ts: place.ts } });
  expect((await state(JUNE)).pane).toBeUndefined();
  expect(await act({ act: 'closeCard' })).toEqual({});
  expect((await state()).pane).toBeUndefined();
});

test('a button that is not there, and a card of another link, are named', async () => {
  const served = await serveCards();
  const place = await post(served);
  const { act } = served;
  expect(await act({ act: 'pressCard', ...place, label: 'Star' })).toEqual({ error: 'dispatch_failed' });
  expect(await act({ act: 'pressCard', ...place, label: 'Share' })).toEqual({
    error: 'There is no button Share, only Star.',
  });
  expect(await act({ act: 'pressCard', inPane: true, label: 'Star' })).toEqual({
    error: `${MIRA} sees no work object in a pane.`,
  });
  expect(await act({ act: 'openCard', ...place, url: 'https://talks.example.org/6' })).toEqual({
    error: `${MIRA} sees no card for https://talks.example.org/6 below the message ${place.ts}.`,
  });
});

test('a text that is typed has its cards where it is typed', async () => {
  const { act, state, workspace } = await serveCards();
  await act({ act: 'draft', channel: LOBBY, text: `See ${URL_OF_TALK}` });
  expect((await state()).draft).toEqual({ channel: LOBBY, cards: [] });
  expect((await state(JUNE)).draft).toBeUndefined();
  await act({ act: 'draft', channel: LOBBY, text: 'See' });
  expect((await state()).draft).toBeUndefined();
  expect(workspace.messages).toEqual([]);
});
