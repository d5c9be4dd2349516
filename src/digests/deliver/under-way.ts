import type { FaultLog } from './fault-log.ts';

/** Calls to Slack that are waited for elsewhere, so that one that takes its time holds up no other. */
export class UnderWay {
  readonly #calls = new Set<Promise<void>>();
  readonly #faults: FaultLog;

  constructor(faults: FaultLog) {
    this.#faults = faults;
  }

  get count(): number {
    return this.#calls.size;
  }

  add(work: Promise<void>): void {
    const call = work.catch(error => this.#faults.report(error)).finally(() => this.#calls.delete(call));
    this.#calls.add(call);
  }

  /** Resolves once nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#calls.size > 0) await Promise.all(this.#calls);
  }
}
