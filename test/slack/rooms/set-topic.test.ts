import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startWorkspace } from '../../../src/local-slack/workspace.ts';
import { posterTo } from '../../../src/slack/post.ts';
import { configuredToken } from '../../../src/slack/workspace-tokens.ts';

const LOBBY = 'C0LOBBY001';
const SCOPES = ['chat:write', 'channels:read', 'channels:write.topic'];

async function withPoster(
  scopes: readonly string[],
  use: (of: {
    readonly workspace: Awaited<ReturnType<typeof startWorkspace>>;
    readonly set: (words: string, channel?: string) => Promise<unknown>;
  }) => Promise<void>,
): Promise<void> {
  const workspace = await startWorkspace({ scopes });
  const log = pino({ level: 'silent' });
  const poster = posterTo({ tokens: configuredToken(workspace.tokens.bot), apiUrl: workspace.apiUrl, log });
  try {
    const inside = { workspace: workspace.team.id };
    await use({ workspace, set: (words, channel = LOBBY) => poster.setTopic(channel, words, inside) });
  } finally {
    await poster.close();
    await workspace.close();
  }
}

test('a topic is set behind what people wrote, only if it differs, and taken away again', async () => {
  await withPoster(SCOPES, async ({ workspace, set }) => {
    workspace.directory.setTopic(LOBBY, 'Welcome &amp; be kind');
    const topic = () => workspace.directory.channel(LOBBY)?.topic;
    expect(await set('Now: Fog')).toEqual({ kind: 'posted', channel: LOBBY, ts: '0' });
    expect(topic()).toBe('Welcome &amp; be kind ▶ Now: Fog ◀');
    await set('Now: Fog');
    expect(workspace.callsOf('conversations.setTopic')).toHaveLength(1);
    await set('');
    expect(topic()).toBe('Welcome &amp; be kind');
  });
});

test.each([
  ['without the scope to read it', ['chat:write', 'channels:write.topic'], LOBBY, 'missing_scope'],
  ['without the scope to set it', ['chat:write', 'channels:read'], LOBBY, 'missing_scope'],
  ['where Lectern is no member', SCOPES, 'C0CORRIDOR', 'not_in_channel'],
  ['of a channel that it does not see', SCOPES, 'C0ORGANISE', 'channel_not_found'],
])('a topic %s is forbidden', async (_, scopes, channel, reason) => {
  await withPoster(scopes, async ({ set }) => {
    expect(await set('Now: Fog', channel)).toEqual({ kind: 'forbidden', reason });
  });
});
