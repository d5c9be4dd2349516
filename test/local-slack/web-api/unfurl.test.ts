import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call, manualClock } from '../support.ts';

const MIRA = 'U0MIRA0001';
const LOBBY = 'C0LOBBY001';
const URL_OF_TALK = 'https://talks.example.org/talk/5?a=1&b=2';
const clock = manualClock();

let workspace: Workspace;
beforeEach(async () => {
  workspace = await startWorkspace({
    clock,
    scopes: ['links:read', 'links:write', 'chat:write'],
    unfurlDomains: () => ['example.org'],
  });
});
afterEach(() => workspace.close());

const entity = {
  app_unfurl_url: URL_OF_TALK,
  url: 'https://talks.example.org/talk/5',
  external_ref: { id: '5' },
  entity_type: 'slack#/entities/item',
  entity_payload: {
    attributes: { title: { text: 'Ceph at sea' } },
    custom_fields: [{ key: 'room', label: 'Room', type: 'string', value: 'Quay Hall' }],
    actions: { primary_actions: [{ text: 'Star', action_id: 'star', value: '5' }] },
  },
};
const withPayload = (payload: object) => ({
  ...entity,
  entity_payload: { ...entity.entity_payload, ...payload },
});
const metadata = { entities: [entity] };

async function post(text = `See ${URL_OF_TALK}`) {
  const { message, events } = await workspace.say({ user: MIRA, channel: LOBBY, text });
  return { message, event: events.map(({ payload }) => payload.event as Record<string, unknown>)[0] };
}

describe('link_shared', () => {
  it('tells of the links to registered domains, wherever they are posted', async () => {
    const { message, event } = await post(`${URL_OF_TALK}, https://example.org and https://example.com/`);
    expect(event).toEqual({
      type: 'link_shared',
      user: MIRA,
      channel: LOBBY,
      message_ts: message.ts,
      is_bot_user_member: true,
      links: [
        { url: URL_OF_TALK, domain: 'example.org' },
        { url: 'https://example.org', domain: 'example.org' },
      ],
      unfurl_id: expect.any(String),
      source: 'conversations_history',
      event_ts: expect.any(String),
    });
  });

  it('tells nothing of other texts, of posts of the app, or without the scope', async () => {
    expect((await post('example.org, https://badexample.org/')).event).toBeUndefined();
    const before = workspace.calls.length;
    await call(workspace, 'chat.postMessage', { channel: LOBBY, text: `<${URL_OF_TALK}>` });
    expect(workspace.calls).toHaveLength(before + 1);
    const other = await startWorkspace({ scopes: ['links:write'], unfurlDomains: () => ['example.org'] });
    expect((await other.say({ user: MIRA, channel: LOBBY, text: URL_OF_TALK })).events).toEqual([]);
    await other.close();
  });

  it.each([
    [['Example.org']],
    [['example.org:80']],
    [['127.0.0.1']],
    [['a.b', 'c.d', 'e.f', 'g.h', 'i.j', 'k.l']],
  ])('cannot be had for %s', async domains => {
    const other = await startWorkspace({ scopes: ['links:read'], unfurlDomains: () => domains });
    await expect(other.say({ user: MIRA, channel: LOBBY, text: URL_OF_TALK })).rejects.toThrow('Slack takes');
    await other.close();
  });
});

describe('chat.unfurl', () => {
  it('shows cards below a message, by its place or by the id of the event', async () => {
    const { message, event } = await post();
    expect(await call(workspace, 'chat.unfurl', { channel: LOBBY, ts: message.ts, metadata })).toEqual({
      ok: true,
    });
    const { unfurl_id, source } = event ?? {};
    const again = { entities: [withPayload({ display_order: ['room'] })] };
    expect(await call(workspace, 'chat.unfurl', { unfurl_id, source, metadata: again })).toEqual({
      ok: true,
    });
    const shown = workspace.messages.find(({ ts }) => ts === message.ts);
    expect(shown).toEqual({ ...message, cards: again.entities });
  });

  it('shows the cards of a text that is typed until it is another one or sent', async () => {
    const typed = await workspace.cards.type({ user: MIRA, channel: LOBBY, text: URL_OF_TALK });
    const { unfurl_id, source, channel } = (typed?.payload.event ?? {}) as Record<string, unknown>;
    expect([source, channel]).toEqual(['composer', 'COMPOSER']);
    await call(workspace, 'chat.unfurl', { unfurl_id, source, metadata });
    expect(workspace.cards.ofDraft(MIRA)).toEqual([entity]);
    await post();
    expect(workspace.cards.ofDraft(MIRA)).toEqual([]);
    expect(await call(workspace, 'chat.unfurl', { unfurl_id, source, metadata })).toEqual({ ok: true });
    expect(workspace.cards.ofDraft(MIRA)).toEqual([]);
  });

  it.each([
    [{}, 'missing_channel'],
    [{ channel: LOBBY }, 'missing_ts'],
    [{ channel: LOBBY, ts: '1.0' }, 'cannot_unfurl_message'],
    [{ unfurl_id: 'U1' }, 'missing_source'],
    [{ source: 'composer' }, 'missing_unfurl_id'],
    [{ unfurl_id: 'U1', source: 'composer' }, 'invalid_unfurl_id'],
  ])('refuses %j', async (target, error) => {
    expect(await call(workspace, 'chat.unfurl', { ...target, metadata })).toMatchObject({ ok: false, error });
  });

  const button = { text: 'Star', action_id: 'star' };
  it.each([
    ['nothing', {}, 'missing_unfurls'],
    ['no entity', { metadata: { entities: [] } }, 'invalid_metadata'],
    [
      'another link',
      { metadata: { entities: [{ ...entity, app_unfurl_url: 'https://example.org/' }] } },
      'cannot_unfurl_url',
    ],
    [
      'the link in another form',
      { metadata: { entities: [{ ...entity, app_unfurl_url: `${URL_OF_TALK}#a` }] } },
      'cannot_unfurl_url',
    ],
    [
      'three primary buttons',
      { metadata: { entities: [withPayload({ actions: { primary_actions: [button, button, button] } })] } },
      'invalid_metadata',
    ],
    [
      'six more buttons',
      { metadata: { entities: [withPayload({ actions: { overflow_actions: Array(6).fill(button) } })] } },
      'invalid_metadata',
    ],
    [
      'markdown',
      {
        metadata: {
          entities: [
            withPayload({
              custom_fields: [{ key: 'a', label: 'A', type: 'string', value: 'a', format: 'markdown' }],
            }),
          ],
        },
      },
      'invalid_metadata',
    ],
    [
      'an empty field',
      {
        metadata: {
          entities: [withPayload({ custom_fields: [{ key: 'a', label: 'A', type: 'string', value: '' }] })],
        },
      },
      'invalid_metadata',
    ],
    [
      'a field twice',
      {
        metadata: {
          entities: [
            withPayload({ custom_fields: [1, 2].map(() => entity.entity_payload.custom_fields[0]) }),
          ],
        },
      },
      'invalid_metadata',
    ],
    [
      'an order of fields that are not there',
      { metadata: { entities: [withPayload({ display_order: ['track'] })] } },
      'invalid_metadata',
    ],
    [
      'rich text',
      { unfurls: { [URL_OF_TALK]: { blocks: [{ type: 'rich_text', elements: [] }] } } },
      'invalid_blocks',
    ],
  ])('refuses %s', async (_, content, error) => {
    const { message } = await post();
    expect(
      await call(workspace, 'chat.unfurl', { channel: LOBBY, ts: message.ts, ...content }),
    ).toMatchObject({
      ok: false,
      error,
    });
    expect(workspace.messages.find(({ ts }) => ts === message.ts)).toEqual(message);
  });
});

describe('entity.presentDetails', () => {
  const { app_unfurl_url: _, ...details } = entity;

  /** The trigger_id of a card that Mira opens. */
  async function open(): Promise<string> {
    const { message } = await post();
    await call(workspace, 'chat.unfurl', { channel: LOBBY, ts: message.ts, metadata });
    const { payload } = await workspace.cards.open({ user: MIRA, in: message });
    expect(payload.event).toMatchObject({
      type: 'entity_details_requested',
      external_ref: { id: '5' },
      entity_url: entity.url,
      app_unfurl_url: URL_OF_TALK,
      channel: LOBBY,
    });
    return String((payload.event as Record<string, unknown>).trigger_id);
  }
  const present = (args: object) => call(workspace, 'entity.presentDetails', args);

  it('fills the pane of the person who opened the card, once', async () => {
    const trigger_id = await open();
    expect(workspace.cards.paneOf(MIRA)?.shown).toBeUndefined();
    expect(await present({ trigger_id, metadata: details })).toEqual({ ok: true });
    expect(workspace.cards.paneOf(MIRA)?.shown).toEqual({ metadata: details });
    expect(workspace.cards.paneOf('U0JUNE0002')).toBeUndefined();
    expect(await present({ trigger_id, metadata: details })).toMatchObject({ error: 'exchanged_trigger_id' });
    workspace.cards.close(MIRA);
    expect(workspace.cards.paneOf(MIRA)).toBeUndefined();
  });

  it('says why there is nothing to show', async () => {
    const trigger_id = await open();
    expect(await present({ trigger_id, error: { status: 'gone' } })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await present({ trigger_id, error: { status: 'not_found' } })).toEqual({ ok: true });
    expect(workspace.cards.paneOf(MIRA)?.shown).toEqual({ error: { status: 'not_found' } });
  });

  it('refuses another work object, a posted link, and a trigger that is late or made up', async () => {
    const trigger_id = await open();
    expect(await present({ trigger_id })).toMatchObject({ error: 'missing_metadata' });
    expect(await present({ trigger_id, metadata: entity })).toMatchObject({ error: 'invalid_metadata' });
    const view = { type: 'modal', title: { type: 'plain_text', text: 'Talk' }, blocks: [] };
    expect(await call(workspace, 'views.open', { trigger_id, view })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    const other = { ...details, external_ref: { id: '6' } };
    expect(await present({ trigger_id: await open(), metadata: other })).toMatchObject({
      error: 'entity_metadata_does_not_match_trigger',
    });
    const late = await open();
    clock.advance(3001);
    expect(await present({ trigger_id: late, metadata: details })).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await present({ trigger_id: '1.2.3', metadata: details })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('is asked for by a button, too, in the card and in the pane', async () => {
    const trigger_id = await open();
    await present({ trigger_id, metadata: details });
    const pressed = await workspace.cards.pressInPane({ user: MIRA, label: 'Star' });
    expect(pressed.responseUrl).toBeUndefined();
    const starred = { ...details, url: 'https://talks.example.org/talk/5/' };
    expect(await present({ trigger_id: pressed.triggerId, metadata: starred })).toEqual({ ok: true });
    expect(workspace.cards.paneOf(MIRA)?.shown).toEqual({ metadata: starred });
    await expect(workspace.cards.pressInPane({ user: MIRA, label: 'Share' })).rejects.toThrow('only Star');
  });
});
