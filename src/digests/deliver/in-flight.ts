/** The work that is under way, so that a process that is asked to end can finish it first. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  /** Returns a promise that ends as the work does. */
  async track(work: Promise<unknown>): Promise<void> {
    this.#work.add(work);
    try {
      await work;
    } finally {
      this.#work.delete(work);
    }
  }

  /** Resolves once nothing is under way, however the work ended. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
