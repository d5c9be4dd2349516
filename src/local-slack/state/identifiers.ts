import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Makes ids of Slack's shape that are unique in this workspace. */
export class Identifiers {
  readonly #clock: Clock;
  #lastMicroseconds = 0;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A message's `ts`: seconds and microseconds, never the same twice, even while the clock stands still. */
  nextTimestamp(): string {
    this.#lastMicroseconds = Math.max(this.#lastMicroseconds + 1, Math.floor(this.#clock.now()) * 1000);
    const seconds = Math.floor(this.#lastMicroseconds / 1_000_000);
    return `${seconds}.${String(this.#lastMicroseconds % 1_000_000).padStart(6, '0')}`;
  }

  /** A prefix and a running number: `V…` for a view, `Ev…` for an event. */
  nextId(prefix: string): string {
    this.#count += 1;
    return `${prefix}0LOCAL${String(this.#count).padStart(4, '0')}`;
  }

  /** views.open: «The expected format for the trigger_id argument is "132456.7890123.abcdef"». */
  nextTriggerId(): string {
    this.#count += 1;
    return `${Math.floor(this.#clock.now())}.${this.#count}.${randomBytes(16).toString('hex')}`;
  }

  /** A random text that nobody can guess. */
  newSecret(): string {
    return randomBytes(18).toString('base64url');
  }
}
