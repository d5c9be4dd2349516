import type { Logger } from 'pino';
import type { Digest } from '../../store/digests.ts';
import { StoreFault } from '../../store/store-fault.ts';

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
