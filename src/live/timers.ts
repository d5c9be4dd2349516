/** Runs work later. A test passes timers of its own, so that nothing has to sleep. */
export interface Timers {
  /** Runs work once, later. The returned function cancels it if it has not begun. */
  after(delayMs: number, work: () => Promise<void>): () => void;
}

/** The timers of this process, which they alone do not keep running. */
export const realTimers: Timers = {
  after: (delayMs, work) => {
    const timer = setTimeout(() => void work(), delayMs).unref();
    return () => clearTimeout(timer);
  },
};
