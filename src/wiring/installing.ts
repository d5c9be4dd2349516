import type { Logger } from 'pino';
import { installListener } from '../slack/installing/install-server.ts';
import { InstalledWorkspaces } from '../slack/installing/installed-workspaces.ts';
import { oauthAccess } from '../slack/installing/oauth-access.ts';
import { TokenRenewal } from '../slack/installing/token-renewal.ts';
import { endInstallation } from '../slack/installing/uninstall.ts';
import { UnreadableTokens } from '../slack/installing/unreadable-tokens.ts';
import { BOT_SCOPES } from '../slack/offers.ts';
import { RefusalLog } from '../slack/receiving/refusal-log.ts';
import type { Installing, OauthMode, SlackMode } from '../slack/receiving/slack-server.ts';
import { clientOptions } from '../slack/web-client.ts';
import { configuredToken, type Workspaces } from '../slack/workspace-tokens.ts';
import type { Store } from '../store/open.ts';
import { StoreFault } from '../store/store-fault.ts';

export interface WorkspacesOptions {
  readonly mode: SlackMode;
  readonly store: Pick<Store, 'installations' | 'forgetWorkspace'>;
  readonly apiUrl: string | undefined;
  /** Where the outside reaches Lectern, without a slash at its end. */
  readonly publicUrl: string | undefined;
  /** Scopes that people are asked for besides those of the manifest. */
  readonly optionalScopes: readonly string[];
  /** Hears of each workspace whose rows were deleted. */
  readonly onForgotten: (workspace: string) => void;
  readonly log: Logger;
}

/** The workspaces in which Lectern answers, and how people install it if there are many. */
export interface WiredWorkspaces {
  readonly workspaces: Workspaces;
  readonly installing: Installing | undefined;
  /** Encrypts tokens with the newest key. Never rejects. */
  sealAgain(): Promise<void>;
  /** How many workspaces have a token that cannot be decrypted; undefined if there is one workspace. */
  unreadableTokens(): number | undefined;
}

export function wireWorkspaces({ mode, ...options }: WorkspacesOptions): WiredWorkspaces {
  if (mode.kind === 'oauth') return wireInstalling({ ...options, mode });
  return {
    workspaces: configuredToken(mode.botToken),
    installing: undefined,
    sealAgain: async () => {},
    unreadableTokens: () => undefined,
  };
}

function wireInstalling({
  mode,
  store,
  apiUrl,
  publicUrl = '',
  optionalScopes,
  onForgotten,
  log,
}: WorkspacesOptions & { readonly mode: OauthMode }): WiredWorkspaces {
  const { installations } = store;
  const now = Date.now;
  const redirectUri = `${publicUrl}/slack/oauth_redirect`;
  const access = oauthAccess({
    ...mode,
    redirectUri,
    clientOptions: clientOptions({ apiUrl, log }),
    now,
    log,
  });
  const renewal = new TokenRenewal({ store: installations, renew: access.renew, now, log });
  const refusals = new RefusalLog(log);
  const unreadable = new UnreadableTokens(refusals);
  const workspaces = new InstalledWorkspaces({ store: installations, renewal, unreadable, now, log });
  const serve = installListener({
    ...mode,
    redirectUri,
    slackUrl: new URL(apiUrl ?? 'https://slack.com').origin,
    scopes: [...BOT_SCOPES, ...optionalScopes],
    takeCode: access.takeCode,
    keep: async installation => {
      await installations.save(installation);
      workspaces.forget(installation.workspace);
    },
    now,
    log,
    refusals,
  });
  const forgetWorkspace: Store['forgetWorkspace'] = async (workspace, before) => {
    const isForgotten = await store.forgetWorkspace(workspace, before);
    workspaces.forget(workspace);
    if (isForgotten) onForgotten(workspace);
    return isForgotten;
  };
  return {
    workspaces,
    installing: {
      serve,
      address: `${publicUrl}/slack/install`,
      endInstallation: endInstallation({ forgetWorkspace, log }),
    },
    sealAgain: () => sealAgain(installations, unreadable, log),
    unreadableTokens: () => unreadable.count,
  };
}

async function sealAgain(
  installations: Store['installations'],
  unreadable: UnreadableTokens,
  log: Logger,
): Promise<void> {
  try {
    const again = await installations.sealAgain();
    for (const fault of again.unreadable) unreadable.add(fault);
    if (again.sealed > 0)
      log.info({ installations: again.sealed }, 'Tokens were encrypted again with the first TOKEN_KEY.');
  } catch (error) {
    log.warn(
      error instanceof StoreFault ? { reason: error.message } : { err: error },
      'Tokens were not encrypted again with the first TOKEN_KEY. Keep the other key, and start Lectern again.',
    );
  }
}
