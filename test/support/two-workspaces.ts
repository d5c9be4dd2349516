import { onTestFinished } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { compose } from '../../src/wiring/compose.ts';
import { type Environment, readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { CLIENT, type OauthSlack, type OauthSlackOptions, openOauthSlack, sendEvent } from './oauth-slack.ts';
import { TOKEN_KEY } from './store.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const SIGNING_SECRET = 'a-secret-of-tests';

/** Lectern before anybody has installed it, and a Slack with two workspaces, whose people and channels have the same ids. */
export interface TwoWorkspaces {
  readonly url: string;
  readonly slack: OauthSlack;
  /** The database. */
  readonly file: string;
  /** The team T1. */
  readonly harbour: Workspace;
  /** The team T2. */
  readonly lagoon: Workspace;
  readonly log: string[];
  /** Slack tells Lectern of something that is no person's doing. Returns the status of the answer. */
  readonly tell: (event: Parameters<typeof sendEvent>[2]) => Promise<number>;
}

/** Lectern as it is run; all ends with the test. */
export async function openTwoWorkspaces(
  env: Environment = {},
  tokens: Pick<OauthSlackOptions, 'rotates' | 'firstLivesSeconds'> = {},
): Promise<TwoWorkspaces> {
  const open = (id: string, domain: string) =>
    startWorkspace({ team: { id, domain, name: domain }, tokens: { signingSecret: SIGNING_SECRET } });
  const [harbour, lagoon] = await Promise.all([open('T1', 'harbour'), open('T2', 'lagoon')]);
  const publicUrl = 'https://talks.example.org';
  const redirectUri = `${publicUrl}/slack/oauth_redirect`;
  const workspaces = { T1: harbour, T2: lagoon };
  const slack = await openOauthSlack({ ...tokens, workspaces, redirectUri, now: Date.now });
  const file = `${temporaryFolder({})}/lectern.sqlite`;
  const read = readConfig({
    ...{ PORT: '0', DATABASE_URL: `file:${file}`, PUBLIC_URL: publicUrl },
    ...{ SLACK_API_URL: slack.apiUrl, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_STATE_SECRET: 'state' },
    ...{ SLACK_CLIENT_ID: CLIENT.id, SLACK_CLIENT_SECRET: CLIENT.secret, TOKEN_KEY },
    ...{ DATA_DIR: env.DATA_DIR ?? temporaryFolder(LIGHTHOUSE), ...env },
  });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const log: string[] = [];
  const lectern = await compose(
    read.config,
    createLog({ level: read.config.logLevel, secrets: [], write: line => log.push(line) }),
  );
  const { url } = await lectern.start();
  onTestFinished(async () => {
    await lectern.stop();
    await Promise.all([harbour.close(), lagoon.close()]);
  });
  for (const each of [harbour, lagoon]) each.deliverTo(`${url}/slack/events`);
  const tell = (event: Parameters<typeof sendEvent>[2]) =>
    sendEvent(`${url}/slack/events`, SIGNING_SECRET, event);
  return { url, slack, file, harbour, lagoon, log, tell };
}
