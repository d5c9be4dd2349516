import type { Logger } from 'pino';
import { underNoId, underSameId } from '../../text/work-id.ts';

const QUIET_MS = 60_000;

/** Runs work once, later, unless the process ends before. */
export type After = (delayMs: number, work: () => void) => void;

const afterwards: After = (delayMs, work) => void setTimeout(underNoId, delayMs, work).unref();

/**
 * Logs refused requests: the first of a kind at once, and how many more there were once a minute. Anybody can send
 * requests, and a line for each would fill the disk.
 */
export class RefusalLog {
  readonly #log: Pick<Logger, 'warn'>;
  readonly #after: After;
  /** How many were not logged yet, by kind. */
  readonly #more = new Map<string, number>();

  constructor(log: Pick<Logger, 'warn'>, after: After = afterwards) {
    this.#log = log;
    this.#after = after;
  }

  /** `kind` must be one of a few sentences, without anything that was sent. */
  refuse(kind: string): void {
    const more = this.#more.get(kind);
    if (more !== undefined) this.#more.set(kind, more + 1);
    else void underSameId(async () => this.#say(kind, 1));
  }

  #say(kind: string, times: number): void {
    this.#log.warn({ times }, kind);
    this.#more.set(kind, 0);
    this.#after(QUIET_MS, () => {
      const more = this.#more.get(kind) ?? 0;
      this.#more.delete(kind);
      if (more > 0) this.#say(kind, more);
    });
  }
}
