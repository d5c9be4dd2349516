import type { Logger } from 'pino';
import { StoreFault } from '../../store/store-fault.ts';

/** A full disk can be read from, so that not everything fails; only after a while without a fault is it over. */
const OVER_AFTER_MS = 5000;

/** Says a fault once, though it comes again with everything that is tried, and says when it is over. */
export class FaultLog {
  readonly #log: Logger;
  readonly #now: () => number;
  #last: { readonly message: string; readonly at: number } | undefined;

  constructor(log: Logger, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  report(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const isNew = message !== this.#last?.message;
    this.#last = { message, at: this.#now() };
    if (!isNew) return;
    if (error instanceof StoreFault)
      this.#log.error(`${message} Until then no digest is posted; searches are answered.`);
    else this.#log.error({ err: error }, 'Digests could not be looked after; it is tried again.');
  }

  /** To be told whenever something went well. */
  wentWell(): void {
    if (this.#last === undefined || this.#now() - this.#last.at < OVER_AFTER_MS) return;
    this.#log.info('Digests are looked after again.');
    this.#last = undefined;
  }
}
