/** More gain nothing from each other, and the first of them would wait longer. */
const TOGETHER_MAX = 16;

/**
 * Makes a wait that ends for everybody at once, with the turn of the event loop. Requests that came together then take the
 * next step one right after the other, so that the processor's caches have its code, and the reader of their answers is
 * woken up once.
 */
export function batch(): () => Promise<void> {
  let waiting: (() => void)[] = [];
  const end = () => {
    const those = waiting;
    waiting = [];
    for (const resolve of those) resolve();
  };
  return () =>
    new Promise(resolve => {
      if (waiting.length === 0) setImmediate(end);
      waiting.push(resolve);
      if (waiting.length === TOGETHER_MAX) end();
    });
}

/** Awaited between two steps: each of those who go on together takes a step before any takes the next. */
export const nextStep = Promise.resolve();
