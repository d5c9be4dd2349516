/** Waits for what is to be done later. A test has timers of its own, so that nothing has to sleep. */
export interface Timers {
  /** Does some work once, later. What is returned forgets it, if it has not begun. */
  after(delayMs: number, work: () => Promise<void>): () => void;
}

/** The timers of this process, which they alone do not keep running. */
export const realTimers: Timers = {
  after: (delayMs, work) => {
    const timer = setTimeout(() => void work(), delayMs).unref();
    return () => clearTimeout(timer);
  },
};
