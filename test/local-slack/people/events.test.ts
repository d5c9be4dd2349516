import { afterEach, describe, expect, it, vi } from 'vitest';
import { manualClock, type Running, startOverHttp } from '../support.ts';

let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

interface SeenEvent {
  readonly id: unknown;
  readonly retryNum: unknown;
  readonly retryReason: unknown;
}

/** An app that notes each event of a kind, and can be made deaf. */
async function listening(type: string, options: Parameters<typeof startOverHttp>[1] = {}) {
  const seen: SeenEvent[] = [];
  running = await startOverHttp(app => {
    app.event(type, async ({ body, context }) => {
      seen.push({ id: body.event_id, retryNum: context.retryNum, retryReason: context.retryReason });
    });
  }, options);
  return { workspace: running.workspace, url: running.url, seen };
}

describe('an event', () => {
  it('can come again as it was, for an acknowledgement that was lost', async () => {
    const { workspace, seen } = await listening('app_mention');
    const { events } = await workspace.mention({ user: 'U0MIRA0001', channel: 'C0LOBBY001', text: 'ceph' });
    const [sent] = events;
    if (sent === undefined) throw new Error('not sent');
    await workspace.repeat(sent);
    await workspace.repeat(sent, { number: 2, reason: 'http_error' });
    await vi.waitFor(() => expect(seen).toHaveLength(3));
    const id = sent.payload.event_id;
    expect(seen).toEqual([
      { id, retryNum: undefined, retryReason: undefined },
      { id, retryNum: 1, retryReason: 'http_timeout' },
      { id, retryNum: 2, retryReason: 'http_error' },
    ]);
  });

  it('comes again by itself at once, after a minute and after five, where the app does not take it', async () => {
    const clock = manualClock();
    const { workspace, url, seen } = await listening('app_uninstalled', { clock });
    workspace.deliverTo(`${url}/elsewhere`);
    const { acknowledgement, payload } = await workspace.event({ type: 'app_uninstalled' });
    expect(acknowledgement).toMatchObject({ kind: 'refused', status: 404 });
    // The clock stands still: even «at once» is a moment later.
    clock.advance(0);
    await workspace.when(() => (clock.pending.includes(60_000) ? true : undefined));
    workspace.deliverTo(`${url}/slack/events`);
    clock.advance(60_000);
    await vi.waitFor(() => expect(seen).not.toEqual([]));
    expect(seen).toEqual([{ id: payload.event_id, retryNum: 2, retryReason: 'http_error' }]);
  });

  it.each([
    ['where the bot is', 'C0LOBBY001', '@lectern ceph', ['app_mention']],
    ['where the bot is not', 'C0CORRIDOR', '@lectern ceph', []],
    ['without a mention', 'C0LOBBY001', 'ceph', []],
    ['in direct messages', 'D0MIRA0001', 'ceph', ['message']],
    ['in direct messages, with a mention', 'D0MIRA0001', '@lectern ceph', ['message', 'app_mention']],
  ])('tells the app of a message %s', async (_name, channel, text, expected) => {
    const { workspace } = await listening('app_mention');
    const { events } = await workspace.say({ user: 'U0MIRA0001', channel, text });
    expect(events.map(({ payload }) => (payload.event as { type: string }).type)).toEqual(expected);
  });

  it('is not sent without its scope', async () => {
    const { workspace } = await listening('app_mention', { scopes: ['chat:write'] });
    expect(
      (await workspace.mention({ user: 'U0MIRA0001', channel: 'C0LOBBY001', text: 'a' })).events,
    ).toEqual([]);
    expect((await workspace.directMessage({ user: 'U0JUNE0002', text: 'a' })).events).toEqual([]);
  });

  it('says what the person wrote as Slack does', async () => {
    const { workspace } = await listening('app_mention');
    const { message, events } = await workspace.mention({
      user: 'U0MIRA0001',
      channel: 'C0LOBBY001',
      text: 'a & b <c> with @june, @nobody in #lobby #nowhere @here: https://example.org/x?y=1&z=2 me@lectern.example',
    });
    expect(message.text).toBe(
      '<@U0LECTERN1> a &amp; b &lt;c&gt; with <@U0JUNE0002>, @nobody in <#C0LOBBY001|lobby> #nowhere <!here>: <https://example.org/x?y=1&amp;z=2> me@lectern.example',
    );
    expect(events[0]?.payload).toMatchObject({
      type: 'event_callback',
      team_id: 'T0HARBOUR1',
      api_app_id: 'A0LECTERN1',
      authorizations: [{ user_id: 'U0LECTERN1', is_bot: true }],
      event: {
        type: 'app_mention',
        user: 'U0MIRA0001',
        channel: 'C0LOBBY001',
        ts: message.ts,
        text: message.text,
      },
    });
  });

  it('tells of an opened home with the view that is there', async () => {
    const { workspace } = await listening('app_home_opened');
    const first = await workspace.openHome({ user: 'U0MIRA0001' });
    expect(first.payload.event).toMatchObject({
      type: 'app_home_opened',
      tab: 'home',
      channel: 'D0MIRA0001',
    });
    expect(first.payload.event).not.toHaveProperty('view');
    await running?.app.client.views.publish({
      user_id: 'U0MIRA0001',
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    });
    const second = await workspace.openHome({ user: 'U0MIRA0001', tab: 'messages' });
    expect(second.payload.event).toMatchObject({ tab: 'messages', view: { type: 'home' } });
  });
});
