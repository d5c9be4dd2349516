import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Asks Slack at the start whether the bot token is good, so that a wrong one is known at once and not by the first
 * reply that fails. A refusal is thrown; a Slack that cannot be reached proves nothing, and is no reason not to start.
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
    if (error instanceof webApi.WebAPIPlatformError) throw error;
    log.warn(
      { err: error },
      'Slack could not be asked whether the bot token is good; it will show at the first reply.',
    );
  }
}
