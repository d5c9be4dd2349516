import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { manualClock } from '../support.ts';

let workspace: Workspace;
const clock = manualClock();

beforeEach(async () => {
  workspace = await startWorkspace({ clock });
});
afterEach(() => workspace.close());

interface Answered {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: unknown;
}

async function post(signal?: AbortSignal): Promise<Answered | 'cut'> {
  try {
    const response = await fetch(`${workspace.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${workspace.tokens.bot}` },
      body: JSON.stringify({ channel: 'C0LOBBY001', text: 'a' }),
      ...(signal !== undefined && { signal }),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: await response.json(),
    };
  } catch {
    return 'cut';
  }
}

const posted = () => workspace.messages.length;

describe('a fault', () => {
  it('befalls as many calls as it is told to, one after the other', async () => {
    workspace.fail('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 7 });
    workspace.fail('chat.postMessage', { kind: 'status', status: 503 }, { times: 2 });
    workspace.fail('chat.postMessage', { kind: 'error', error: 'invalid_auth' });
    const answers = [await post(), await post(), await post(), await post(), await post()];
    expect(answers).toMatchObject([
      { status: 429, retryAfter: '7', body: { error: 'ratelimited' } },
      { status: 503 },
      { status: 503 },
      { status: 200, body: { ok: false, error: 'invalid_auth' } },
      { status: 200, body: { ok: true } },
    ]);
    expect(posted()).toBe(1);
    expect(workspace.callsOf('chat.postMessage').map(each => each.response?.status)).toEqual([
      429, 503, 503, 200, 200,
    ]);
  });

  it('may hold for everything until it is healed', async () => {
    workspace.fail('*', { kind: 'status', status: 500 }, { times: Number.POSITIVE_INFINITY });
    expect([await post(), await post()]).toMatchObject([{ status: 500 }, { status: 500 }]);
    workspace.heal('*');
    expect(await post()).toMatchObject({ status: 200 });
    workspace.fail('chat.postMessage', { kind: 'reset' });
    workspace.heal();
    expect(await post()).toMatchObject({ status: 200 });
  });

  it('cuts the connection before or after the message is posted', async () => {
    workspace.fail('chat.postMessage', { kind: 'reset' });
    workspace.fail('chat.postMessage', { kind: 'reset' }, { afterDoing: true });
    expect([await post(), posted()]).toEqual(['cut', 0]);
    expect([await post(), posted()]).toEqual(['cut', 1]);
    expect(workspace.calls.map(each => each.response)).toEqual([undefined, undefined]);
  });

  it('answers slowly by the workspace’s clock', async () => {
    workspace.fail('chat.postMessage', { kind: 'slow', delayMs: 60_000 });
    const answer = post();
    await workspace.when(() => (clock.pending.includes(60_000) ? true : undefined));
    expect(posted()).toBe(0);
    clock.advance(60_000);
    expect(await answer).toMatchObject({ status: 200 });
  });

  it('posts at once and answers slowly', async () => {
    workspace.fail('chat.postMessage', { kind: 'slow', delayMs: 60_000 }, { afterDoing: true });
    const answer = post();
    await workspace.when(() => (clock.pending.includes(60_000) ? true : undefined));
    expect(posted()).toBe(1);
    clock.advance(60_000);
    expect([await answer, posted()]).toMatchObject([{ status: 200 }, 1]);
  });

  it('never answers, and does not hinder the workspace from closing', async () => {
    workspace.fail('chat.postMessage', { kind: 'never' }, { afterDoing: true });
    const answer = post();
    await workspace.when(() => (posted() > 0 ? true : undefined));
    await workspace.close();
    expect(await answer).toBe('cut');
    workspace = await startWorkspace();
  });

  it('befalls response_urls, too', async () => {
    const { responseUrl } = await workspace.command({
      user: 'U0MIRA0001',
      channel: 'C0LOBBY001',
      command: '/talk',
    });
    workspace.fail('response_url', { kind: 'status', status: 502 });
    const respond = async () => (await fetch(responseUrl, { method: 'POST', body: '{"text":"a"}' })).status;
    expect([await respond(), await respond()]).toEqual([502, 200]);
  });
});

describe('the server', () => {
  it('knows nothing but the API and the response_urls', async () => {
    for (const path of ['/', '/api', '/api/', '/api/auth.test/more', '/other/auth.test']) {
      expect((await fetch(workspace.url + path)).status).toBe(404);
    }
  });

  it('does not read a body without end', async () => {
    const response = await fetch(`${workspace.apiUrl}auth.test`, {
      method: 'POST',
      body: 'x'.repeat(5_000_000),
    }).catch(() => undefined);
    expect(response?.status ?? 413).toBe(413);
  });
});
