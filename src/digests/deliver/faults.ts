import type { Logger } from 'pino';
import type { Digest } from '../../store/digests.ts';
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

/** Mistakes of ours in what is made for one digest: the log tells of each once, and the other digests do not wait for it. */
export class Mistakes {
  readonly #log: Logger;
  readonly #told = new Set<string>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** What is made for a digest; nothing where that fails. What the database does not allow concerns all and is thrown. */
  async apart<T>({ id }: Digest, make: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await make();
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      this.#tell(id, error);
      return undefined;
    }
  }

  /** It comes again with each look. */
  #tell(digest: string, error: unknown): void {
    const name = `${digest} ${error}`;
    if (this.#told.has(name)) return;
    this.#told.add(name);
    this.#log.error({ err: error, digest }, 'A digest could not be made and is not posted; the others are.');
  }
}
