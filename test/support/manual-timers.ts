import type { Timers } from '../../src/live/timers.ts';

export interface ManualTimers extends Timers {
  /** Milliseconds since 1970, which only `pass` moves. */
  now(): number;
  /** Lets time pass, and waits until all that was due in it is done. */
  pass(ms: number): Promise<void>;
}

/** A clock that stands still until it is told to run. */
export function manualTimers(start = Date.UTC(2027, 4, 11, 7)): ManualTimers {
  let nowMs = start;
  const waiting = new Set<{ readonly at: number; readonly work: () => Promise<void> }>();
  return {
    now: () => nowMs,
    after: (delayMs, work) => {
      const entry = { at: nowMs + delayMs, work };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    pass: async ms => {
      const end = nowMs + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        waiting.delete(next);
        nowMs = Math.max(nowMs, next.at);
        await next.work();
      }
      nowMs = end;
    },
  };
}
