import type { webApi } from '@slack/bolt';

const KNOWN_FOR_MS = 60 * 60 * 1000;

/**
 * The zones that people's Slack is set to. An answer never waits for one: it is asked for after the first answer, and
 * until it is known the answer shows the conference's time and the device's.
 */
export class Readers {
  readonly #known = new Map<string, { readonly zone: string | undefined; readonly askedAt: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  zoneOf(userId: string): string | undefined {
    return this.#known.get(userId)?.zone;
  }

  async learn(userId: string, client: webApi.WebClient): Promise<void> {
    const known = this.#known.get(userId);
    if (known !== undefined && this.#now() - known.askedAt < KNOWN_FOR_MS) return;
    this.#known.set(userId, { zone: known?.zone, askedAt: this.#now() });
    const { user } = await client.users.info({ user: userId });
    this.#known.set(userId, { zone: user?.tz, askedAt: this.#now() });
  }
}
