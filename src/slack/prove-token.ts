import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';

/** What Slack says of a token that will never work. */
const REFUSALS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
]);

/**
 * Asks Slack at the start whether the bot token is good, so that a wrong one is known at once and not by the first
 * reply that fails. A refused token is thrown; anything else that goes wrong proves nothing about it, and is no reason
 * not to start.
 */
export async function proveToken(
  token: string,
  clientOptions: webApi.WebClientOptions,
  log: Logger,
): Promise<void> {
  const client = new webApi.WebClient(token, { ...clientOptions, retryConfig: { retries: 0 } });
  try {
    await client.auth.test();
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && REFUSALS.has(error.data.error)) throw error;
    log.warn(
      { err: error },
      'The bot token could not be checked with Slack; a wrong one shows at the first reply.',
    );
  }
}
