import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { SlackPeople } from '../mcp/caller.ts';
import { mcpListener } from '../mcp/http/listener.ts';
import type { Member } from '../people/stars.ts';
import type { Loaded } from '../search/loaded.ts';
import { readStars } from '../slack/app-context.ts';
import type { TokenFacts } from '../slack/calling/known-token.ts';
import { keepStar } from '../slack/listeners/keep-star.ts';
import { RefusalLog } from '../slack/receiving/refusal-log.ts';
import { type RequestLimits, TOO_MUCH } from '../slack/receiving/request-limits.ts';
import { claimsSlackSignature, isSignedBySlack } from '../slack/receiving/signature.ts';
import type { SlackMode } from '../slack/receiving/slack-server.ts';
import { UnknownWorkspace, type Workspaces } from '../slack/workspace-tokens.ts';
import type { Store } from '../store/open.ts';
import type { Config } from './config.ts';
import { version } from './version.ts';

export interface McpOptions extends Pick<Config, 'mcpToken' | 'publicUrl' | 'host'> {
  readonly mode: SlackMode;
  /** Whether the local workspace stands in for Slack, so that only this machine reaches Lectern. */
  readonly isLocal: boolean;
  readonly workspaces: Workspaces;
  /** The bot token of the configuration as Slack knows it; undefined if there are many, or as long as Slack did not tell. */
  readonly token: () => Pick<TokenFacts, 'isOrgWide' | 'team'> | undefined;
  readonly store: Pick<Store, 'acts' | 'stars'>;
  /** All conferences that are loaded. */
  readonly current: () => Loaded;
  /** The conferences that a workspace sees now. */
  readonly seenIn: (workspace: string) => Loaded;
  /** Those of Slack's requests, so that a person who asks here and there is counted once. */
  readonly limits: RequestLimits;
  readonly refreshHome: (member: Member) => void;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
}

/**
 * Answers assistants at `POST /mcp`: what Slack has signed, and the bearers of MCP_TOKEN. In the local workspace, to which
 * nobody signs in either, everybody on this machine, unless there is a token.
 */
export function wireMcp(options: McpOptions): RequestListener {
  const { mode, mcpToken, isLocal, limits, current, now, log } = options;
  const { signingSecret } = mode;
  const refusals = new RefusalLog(log);
  const onFault = (error: unknown) => log.error({ err: error }, 'A request of an assistant failed.');
  const onRejected = (error: unknown) =>
    log.debug({ err: error }, 'A request of an assistant was not in the form of the protocol.');
  return mcpListener({
    signature:
      signingSecret === undefined
        ? undefined
        : {
            isClaimed: claimsSlackSignature,
            isTrue: (headers, body) => isSignedBySlack(headers, body, signingSecret),
          },
    token: mcpToken,
    isOpen: isLocal,
    hosts: hostsOf(options),
    takesOther: () => limits.takeOfToken() === undefined,
    onRefusal: kind => refusals.refuse(kind),
    onFault,
    load: async () => {
      // Loaded at the first call: the protocol takes longer to load than all else that a start without it needs.
      const { createAnswer } = await import('../mcp/http/answer.ts');
      const { slackbotRenderer } = await import('../slack/slackbot/renderer.ts');
      return createAnswer({
        version: version(),
        people: slackPeople(options, refusals),
        current,
        now,
        renderer: slackbotRenderer,
        onFault,
        onRejected,
      });
    },
  });
}

/** The names by which Lectern is reached: PUBLIC_URL's, this machine's own, and HOST if that is an address. */
function hostsOf({ publicUrl, host }: McpOptions): readonly string[] {
  const named = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const own = isEverywhere ? [] : [host.includes(':') ? `[${host}]` : host];
  return ['localhost', '127.0.0.1', '[::1]', ...named, ...own];
}

/** Slack is asked again once a minute. */
const TOKEN_UNKNOWN =
  'Lectern does not know yet for which workspace it answers. Please try again in a minute.';
const NOT_INSTALLED = 'Lectern is not installed in this workspace.';

function slackPeople(
  { mode, workspaces, token, store, seenIn, limits, refreshHome, now, log }: McpOptions,
  refusals: RefusalLog,
): SlackPeople {
  const { acts, stars } = store;
  return {
    workspaceOf: async ({ team, enterprise }) => {
      const known = token();
      // Slack alone knows whether a configured token is the workspace's or the whole organisation's.
      if (mode.kind !== 'oauth' && enterprise !== undefined && known === undefined)
        return { refusal: TOKEN_UNKNOWN, says: TOKEN_UNKNOWN };
      try {
        // Slack says for whom it asks, and of `/talk` alone whether it is of an organisation that has Lectern as a whole.
        const { workspace } = await workspaces.authorize({
          teamId: team ?? known?.team,
          enterpriseId: enterprise,
          isEnterpriseInstall: known?.isOrgWide ?? team === undefined,
        });
        return { workspace };
      } catch (error) {
        if (error instanceof UnknownWorkspace) return { refusal: NOT_INSTALLED, says: NOT_INSTALLED };
        throw error;
      }
    },
    seenIn,
    refuseTooMuch: member => {
      const which = limits.take(member);
      if (which === undefined) return undefined;
      refusals.refuse(`One ${which} asked more through an assistant than the limit; it was left aside.`);
      return { refusal: TOO_MUCH[which], says: TOO_MUCH[which] };
    },
    starsOf: member => readStars(member, { stars, log }),
    keepStar: async (member, { conference, talk, starred }) => {
      const wish = starred ? 'star' : 'unstar';
      const isChanged = await keepStar({ ...member, conference, talk }, wish, { acts, now });
      refreshHome(member);
      return isChanged;
    },
  };
}
