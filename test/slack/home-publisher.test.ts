import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { HomePublisher } from '../../src/slack/home-publisher.ts';
import { header } from '../../src/slack/views/blocks/rich-text.ts';
import { WorkspaceClients } from '../../src/slack/web-client.ts';
import { configuredToken } from '../../src/slack/workspace-tokens.ts';
import { JUNE, linesOf, MIRA } from '../support/slack-people.ts';

const member = { workspace: 'T1', person: MIRA };

/** Publishers as two processes have them. Each draws the number of times that a Home was drawn at all. */
async function openHomes() {
  const workspace = await startWorkspace();
  onTestFinished(() => workspace.close());
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line)) });
  const clients = () =>
    new WorkspaceClients(configuredToken(workspace.tokens.bot), {
      slackApiUrl: workspace.apiUrl,
      retryConfig: { retries: 0 },
    });
  let drawn = 0;
  const draw = async () => ({ type: 'home' as const, blocks: [header(`Drawn ${++drawn}`)] });
  const publisher = () => new HomePublisher({ draw, clients: clients(), log: logger });
  return { workspace, log, homes: publisher(), others: publisher() };
}

function homeOf(workspace: Workspace, user = MIRA): readonly string[] {
  return linesOf(workspace.homeOf(user));
}

function publications(workspace: Workspace): readonly unknown[] {
  return workspace.callsOf('views.publish').map(({ response }) => response?.body.error ?? 'ok');
}

test('a burst of changes is one publication after the one that is under way', async () => {
  const { workspace, homes } = await openHomes();
  await homes.open(member, undefined);
  for (let change = 0; change < 20; change++) homes.refresh(member);
  await homes.settled();
  expect(homeOf(workspace)).toEqual(['Drawn 3']);
  expect(publications(workspace)).toEqual(['ok', 'ok', 'ok']);
});

test('each publication names the version that it replaces', async () => {
  const { workspace, homes } = await openHomes();
  await homes.open(member, undefined);
  const first = workspace.homeOf(MIRA)?.hash;
  homes.refresh(member);
  await homes.settled();
  expect(workspace.callsOf('views.publish').map(call => call.arguments.hash)).toEqual([undefined, first]);
});

test('a Home that another process has published since is drawn again, once', async () => {
  const { workspace, homes, others } = await openHomes();
  await homes.open(member, undefined);
  await others.open(member, workspace.homeOf(MIRA)?.hash);
  homes.refresh(member);
  await homes.settled();
  expect(homeOf(workspace)).toEqual(['Drawn 4']);
  expect(publications(workspace)).toEqual(['ok', 'ok', 'hash_conflict', 'ok']);
  homes.refresh(member);
  await homes.settled();
  expect(publications(workspace).slice(4)).toEqual(['ok']);
});

test('a Home that nobody has opened is not published', async () => {
  const { workspace, homes } = await openHomes();
  await homes.open(member, undefined);
  homes.refresh({ workspace: 'T1', person: JUNE });
  homes.refresh({ workspace: 'T2', person: MIRA });
  await homes.settled();
  expect([homeOf(workspace), homeOf(workspace, JUNE)]).toEqual([['Drawn 1'], []]);
});

test('a refusal is thrown to a person who opens it, and logged after a change', async () => {
  const { workspace, homes, log } = await openHomes();
  workspace.fail('views.publish', { kind: 'error', error: 'internal_error' });
  await expect(homes.open(member, undefined)).rejects.toThrow('internal_error');
  workspace.fail('views.publish', { kind: 'error', error: 'internal_error' });
  homes.refresh(member);
  await homes.settled();
  expect(log.map(({ msg }) => msg)).toEqual([
    'A Home could not be published; it is when the person opens it again.',
  ]);
  homes.refresh(member);
  await homes.settled();
  expect(homeOf(workspace)).toEqual(['Drawn 3']);
});
