/** The workspace's time. A test passes its own, and so decides when 3 seconds have passed. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs a function once after a delay. The function it returns cancels that. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Adds `stop`, which cancels everything pending, so that a closed workspace leaves no timer behind. */
export function makeStoppable(clock: Clock): Clock & { stop(): void } {
  const pending = new Set<() => void>();
  let isStopped = false;
  return {
    now: () => clock.now(),
    after(delayMs, run) {
      if (isStopped) return () => {};
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
      isStopped = true;
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
