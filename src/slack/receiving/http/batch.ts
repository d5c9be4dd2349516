/** A request that has waited so long for those after it waits no more. */
const WAIT_MS = 5;

/**
 * Makes a wait that ends for everybody at once, with the turn of the event loop. Requests that came together then take the
 * next step one right after the other, so that the processor's caches have its code, and the reader of their answers is
 * woken up once. `now` is in milliseconds and never goes back.
 */
export function batch(now = () => performance.now()): () => Promise<void> {
  let waiting: (() => void)[] = [];
  let since = 0;
  const end = () => {
    const those = waiting;
    waiting = [];
    for (const resolve of those) resolve();
  };
  return () =>
    new Promise(resolve => {
      if (waiting.length === 0) {
        since = now();
        setImmediate(end);
      }
      waiting.push(resolve);
      if (now() - since >= WAIT_MS) end();
    });
}
