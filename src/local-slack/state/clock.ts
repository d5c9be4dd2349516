/** Where the workspace takes its time from. A test's own clock decides when 3 seconds have passed. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something once after a delay; what it returns calls that off. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A clock that remembers what it still owes, so that closing the workspace leaves no timer behind. */
export function makeStoppable(clock: Clock): Clock & { stop(): void } {
  const pending = new Set<() => void>();
  let stopped = false;
  return {
    now: () => clock.now(),
    after(delayMs, run) {
      if (stopped) return () => {};
      const cancel = clock.after(delayMs, () => {
        pending.delete(cancel);
        run();
      });
      pending.add(cancel);
      return () => {
        pending.delete(cancel);
        cancel();
      };
    },
    stop() {
      stopped = true;
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
