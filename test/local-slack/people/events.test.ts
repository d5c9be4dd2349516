import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Acknowledgement } from '../../../src/local-slack/delivery/envelope.ts';
import { sendEvent } from '../../../src/local-slack/people/events.ts';
import { manualClock, type Running, startOverHttp, testContext } from '../support.ts';

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

  it('comes three times more, by the reason why it was not taken', async () => {
    const clock = manualClock();
    const context = testContext({ kind: 'refused', status: 500, noRetry: false }, { clock });
    await sendEvent({ type: 'app_uninstalled' }, context);
    const waits: (readonly number[])[] = [];
    for (let retry = 0; retry < 4; retry += 1) {
      waits.push(clock.pending);
      clock.advance(clock.pending[0] ?? 0);
      await new Promise(setImmediate);
    }
    expect(waits).toEqual([[0], [60_000], [300_000], []]);
    expect(context.sent.map(({ retry }) => retry)).toEqual([
      undefined,
      { number: 1, reason: 'http_error' },
      { number: 2, reason: 'http_error' },
      { number: 3, reason: 'http_error' },
    ]);
    expect(new Set(context.sent.map(({ payload }) => payload)).size).toBe(1);
  });

  const rows: readonly (readonly [Acknowledgement, string | undefined])[] = [
    [{ kind: 'acknowledged', body: undefined }, undefined],
    [{ kind: 'held' }, undefined],
    [{ kind: 'refused', status: 503, noRetry: true }, undefined],
    [{ kind: 'refused', status: 503, noRetry: false }, 'http_error'],
    [{ kind: 'timeout' }, 'http_timeout'],
    [{ kind: 'unreachable' }, 'connection_failed'],
  ];
  it.each(rows)('after %j comes again because of %s', async (acknowledgement, reason) => {
    const clock = manualClock();
    const context = testContext(acknowledgement, { clock });
    expect((await sendEvent({ type: 'app_uninstalled' }, context)).acknowledgement).toBe(acknowledgement);
    clock.advance(0);
    await new Promise(setImmediate);
    expect(context.sent.slice(1).map(({ retry }) => retry?.reason)).toEqual(
      reason === undefined ? [] : [reason],
    );
  });
});
