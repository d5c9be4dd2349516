import type { Logger } from 'pino';
import type { Digest } from '../../store/digests.ts';
import { StoreFault } from '../../store/store-fault.ts';

/** With a full disk reading still works, so a fault is over only after this time without one. */
const OVER_AFTER_MS = 5000;

/** Logs a fault once, although each look meets it again, and logs when it is over. */
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
    else this.#log.error({ err: error }, 'Digest delivery failed; retrying.');
  }

  /** Must be called after each look that met no fault. */
  reportSuccess(): void {
    if (this.#last === undefined || this.#now() - this.#last.at < OVER_AFTER_MS) return;
    this.#log.info('Digest delivery works again.');
    this.#last = undefined;
  }
}

/** Keeps an error in one digest from holding up the others, and logs it once. */
export class DigestFaults {
  readonly #log: Logger;
  readonly #logged = new Set<string>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Returns undefined if `make` fails. A StoreFault concerns all digests and is thrown. */
  async isolate<T>({ id }: Digest, make: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await make();
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      this.#logOnce(id, error);
      return undefined;
    }
  }

  #logOnce(digest: string, error: unknown): void {
    const key = `${digest} ${error}`;
    if (this.#logged.has(key)) return;
    this.#logged.add(key);
    this.#log.error({ err: error, digest }, 'A digest failed and is not posted; other digests are posted.');
  }
}
