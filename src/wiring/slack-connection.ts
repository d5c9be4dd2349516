import type { RequestListener } from 'node:http';
import type { WorkspacePage } from '../local-slack/serving/contract.ts';
import type { KeptChannels } from '../local-slack/state/directory.ts';
import { startWorkspace, usualScopes, type Workspace } from '../local-slack/workspace.ts';
import { type KnownToken, knownToken } from '../slack/calling/known-token.ts';
import { OPTIONAL_SCOPES } from '../slack/offers.ts';
import { outsideListener } from '../slack/receiving/outside.ts';
import type { ReceiverOptions, SlackMode } from '../slack/receiving/slack-server.ts';
import type { SlackClientOptions } from '../slack/web-client.ts';
import type { Store } from '../store/open.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Config } from './config.ts';
import { defaultDatabase } from './digests.ts';
import { keptChannels } from './local/kept-channels.ts';

/** The Slack that Lectern answers in: the real one, or the local workspace. */
export interface SlackConnection {
  readonly mode: SlackMode;
  readonly apiUrl: string | undefined;
  readonly host: string;
  /** Where Lectern itself listens. */
  readonly port: number;
  /** The local workspace, if it stands in for Slack. */
  readonly workspace: Workspace | undefined;
}

export interface SlackConnectionOptions {
  readonly health: ReceiverOptions['health'];
  readonly serveCalendar: RequestListener;
  readonly serveMcp?: RequestListener;
  /** The page of the local workspace. */
  readonly page: WorkspacePage | undefined;
  /** The domains of talks' pages, which the local workspace has registered. */
  readonly linkDomains: () => readonly string[];
}

export async function connectSlack(
  { slack, ...config }: Config,
  options: SlackConnectionOptions,
): Promise<SlackConnection> {
  if (slack.kind === 'local') {
    const url = config.databaseUrl ?? defaultDatabase({ slack, ...config });
    return openLocalWorkspace(config.port, keptChannels(url), options);
  }
  const { apiUrl, host, port } = config;
  return { mode: slack, apiUrl, host, port, workspace: undefined };
}

/**
 * Asks Slack about the token of the configuration. Slack answers while the programme is read, and if it refuses the token,
 * that is thrown at the start. The workspace on this machine makes its token when it starts.
 */
export function askAboutToken(
  { slack, apiUrl }: Config,
  options: Pick<SlackClientOptions, 'observer' | 'log'>,
): KnownToken | undefined {
  if (slack.kind === 'local' || slack.kind === 'oauth') return undefined;
  const known = knownToken(slack.botToken, { apiUrl, ...options });
  void known.learnOnce().catch(() => {});
  return known;
}

/**
 * Lets the local workspace send to a port what people do, with the bot in the channels of digests, where it was before a restart. If
 * the database cannot be used, the loop that delivers says so.
 */
export async function joinWorkspace(
  workspace: Workspace,
  { host, port }: { readonly host: string; readonly port: number },
  { digests }: Pick<Store, 'digests'>,
): Promise<void> {
  workspace.deliverTo(`http://${host}:${port}/slack/events`);
  const { directory } = workspace;
  const kept = await digests.all().catch(error => {
    if (error instanceof StoreFault) return [];
    throw error;
  });
  for (const { channel } of kept)
    if (directory.channel(channel) !== undefined) directory.join(channel, directory.bot.userId);
}

/**
 * The local workspace asks nobody to sign in, so it listens on the loopback whatever HOST says. It takes PORT; Lectern
 * behind it takes any free port.
 */
async function openLocalWorkspace(
  port: number,
  kept: KeptChannels | undefined,
  { page, linkDomains, ...options }: SlackConnectionOptions,
): Promise<SlackConnection> {
  const workspace = await startWorkspace({
    port,
    scopes: [...usualScopes, ...OPTIONAL_SCOPES],
    unfurlDomains: linkDomains,
    keptChannels: kept,
    otherwise: outsideListener(options, () => 'http'),
    ...(page !== undefined && { page }),
  });
  const { bot: botToken, signingSecret } = workspace.tokens;
  return {
    mode: { kind: 'http', signingSecret, botToken },
    apiUrl: workspace.apiUrl,
    host: '127.0.0.1',
    port: 0,
    workspace,
  };
}
