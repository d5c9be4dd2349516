import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';

const KNOWN_FOR_MS = 60 * 60 * 1000;

/**
 * The zones that people's Slack is set to. An answer never waits for one: it is asked for after the first answer, and
 * until it is known the answer shows the conference's time and the device's. Where Slack does not tell it, nothing is
 * lost but that comfort, so the log says it and nobody else.
 */
export class Readers {
  readonly #known = new Map<string, { readonly zone: string | undefined; readonly askedAt: number }>();
  readonly #now: () => number;
  readonly #log: Logger;

  constructor(now: () => number, log: Logger) {
    this.#now = now;
    this.#log = log;
  }

  zoneOf(userId: string): string | undefined {
    return this.#known.get(userId)?.zone;
  }

  /** Asks anew after the next answer. */
  forget(userId: string): void {
    this.#known.delete(userId);
  }

  async learn(userId: string, client: webApi.WebClient): Promise<void> {
    const known = this.#known.get(userId);
    if (known !== undefined && this.#now() - known.askedAt < KNOWN_FOR_MS) return;
    this.#known.set(userId, { zone: known?.zone, askedAt: this.#now() });
    try {
      const { user } = await client.users.info({ user: userId });
      this.#known.set(userId, { zone: user?.tz, askedAt: this.#now() });
    } catch (error) {
      this.#log.warn({ err: error }, "Slack does not tell a reader's time zone; both times are shown.");
    }
  }
}
