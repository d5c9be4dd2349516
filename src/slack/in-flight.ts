/** Knows what is under way, so that a process that is asked to end can finish it first. */
export class InFlight {
  readonly #underWay = new Set<Promise<void>>();

  async track(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    try {
      await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  /** Resolves when nothing is under way any more; how a piece of work ended is the matter of whoever began it. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }
}
