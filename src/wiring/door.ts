import type { WorkspacePage } from '../local-slack/serving/page.ts';
import { startWorkspace, type Workspace } from '../local-slack/workspace.ts';
import { healthListener, type SlackMode } from '../slack/receiver.ts';
import type { Config } from './config.ts';

/** What stands between Lectern and the people who ask. */
export interface Door {
  readonly mode: SlackMode;
  readonly apiUrl: string | undefined;
  readonly host: string;
  /** Where Lectern itself listens. */
  readonly port: number;
  /** The workspace on this machine, where that stands in for Slack. */
  readonly workspace: Workspace | undefined;
}

export interface DoorOptions {
  readonly ready: () => boolean;
  /** Shows the local workspace to whoever opens its address. */
  readonly page: WorkspacePage | undefined;
}

export async function doorFor({ slack, ...config }: Config, options: DoorOptions): Promise<Door> {
  if (slack.kind === 'local') return localDoor(config.port, options);
  const { apiUrl, host, port } = config;
  return { mode: slack, apiUrl, host, port, workspace: undefined };
}

/**
 * Whoever reaches the local workspace is let in, so it keeps to the loopback whatever HOST says. People come to PORT;
 * Lectern behind it takes any port.
 */
async function localDoor(port: number, { ready, page }: DoorOptions): Promise<Door> {
  const workspace = await startWorkspace({
    port,
    otherwise: healthListener(ready),
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
