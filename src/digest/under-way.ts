import type { Logger } from 'pino';

/** Calls to Slack that are waited for elsewhere, so that one that takes its time holds up no other. */
export class UnderWay {
  readonly #calls = new Set<Promise<void>>();
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  get count(): number {
    return this.#calls.size;
  }

  add(work: Promise<void>): void {
    const call = work
      .catch(error => this.#log.error({ err: error }, 'A message of a digest failed.'))
      .finally(() => this.#calls.delete(call));
    this.#calls.add(call);
  }

  /** Resolves once nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#calls.size > 0) await Promise.all(this.#calls);
  }
}
