import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Installation } from '../../store/workspaces/installations.ts';

/** Lectern as Slack knows it, and how Slack is called. */
export interface OauthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Slack sends people back to: the same address whenever a code is asked for and taken. */
  readonly redirectUri: string;
  readonly clientOptions: webApi.WebClientOptions;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Logger;
}

/** A new installation, with the name of the workspace for people. */
export interface Granted {
  readonly installation: Installation;
  readonly name: string;
  readonly appId: string;
}

type Rotation = Installation['bot']['rotation'];

/** Slack's own way of giving tokens: https://docs.slack.dev/authentication/installing-with-oauth */
export interface OauthAccess {
  /** Takes the code that a person brought back from Slack; a code is good once, for ten minutes. */
  takeCode(code: string): Promise<Granted>;
  /** Renews a token. A refresh token is good once. */
  renew(refreshToken: string): Promise<{ readonly token: string; readonly rotation: Rotation }>;
}

/** People wait for an answer, and a code or refresh token may be spent by a call of which the answer is lost. */
const BRIEFLY = { retryConfig: { retries: 1, minTimeout: 200 }, timeout: 5000, rejectRateLimitedCalls: true };

export function oauthAccess(options: OauthOptions): OauthAccess {
  const { clientId, clientSecret, redirectUri, now, log } = options;
  const clientOptions = { ...options.clientOptions, ...BRIEFLY };
  const client = new webApi.WebClient(undefined, clientOptions);
  const app = { client_id: clientId, client_secret: clientSecret };
  return {
    takeCode: async code => {
      const answer = await client.oauth.v2.access({ ...app, code, redirect_uri: redirectUri });
      const granted = GRANTED.parse(answer);
      const botId = await askBotId(new webApi.WebClient(granted.access_token, clientOptions), log);
      return readGranted(granted, botId, now());
    },
    renew: async refreshToken => {
      const askedAt = now();
      const answer = await client.oauth.v2.access({
        ...app,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      });
      const { access_token: token, ...rest } = TOKEN.parse(answer);
      return { token, rotation: rotationOf(rest, askedAt) };
    },
  };
}

/** Whether Slack does not take a code: it is used up, too old or invented. */
export function isCodeRefused(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && /code/.test(error.data.error);
}

/** Whether Slack will never take this refresh token: it is spent, or revoked with the installation. */
export function isRefreshRefused(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && error.data.error === 'invalid_refresh_token';
}

const id = z.string().min(1);
const place = z.looseObject({ id, name: z.string().nullish() }).nullish();

const TOKEN = z.looseObject({
  access_token: id,
  refresh_token: id.optional(),
  /** In seconds. */
  expires_in: z.number().optional(),
});

const GRANTED = TOKEN.extend({
  token_type: z.literal('bot'),
  app_id: id,
  bot_user_id: id,
  scope: z.string(),
  team: place,
  enterprise: place,
  is_enterprise_install: z.boolean().optional(),
});

function readGranted(granted: z.infer<typeof GRANTED>, botId: string | undefined, now: number): Granted {
  const { team, enterprise, is_enterprise_install: isOrganisation = false } = granted;
  const where = isOrganisation ? enterprise : team;
  if (where === null || where === undefined) throw new Error('Slack did not say which workspace it was.');
  return {
    installation: {
      workspace: where.id,
      bot: {
        token: granted.access_token,
        rotation: rotationOf(granted, now),
        id: botId,
        userId: granted.bot_user_id,
        scopes: granted.scope.split(','),
      },
      installedAt: now,
    },
    name: where.name ?? where.id,
    appId: granted.app_id,
  };
}

function rotationOf(
  {
    refresh_token: refreshToken,
    expires_in: seconds,
  }: Pick<z.infer<typeof TOKEN>, 'refresh_token' | 'expires_in'>,
  now: number,
): Rotation {
  if (refreshToken === undefined || seconds === undefined) return undefined;
  return { refreshToken, expiresAt: Math.floor(now / 1000) + seconds };
}

/** The code is spent by now, so that an installation without this id is better than none. */
async function askBotId(client: webApi.WebClient, log: Logger): Promise<string | undefined> {
  try {
    return (await client.auth.test()).bot_id;
  } catch (error) {
    log.warn({ err: error }, 'Slack did not tell the id of the bot that was just installed.');
    return undefined;
  }
}
