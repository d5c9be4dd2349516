/** How long `when` waits, in real time: an app that has not answered by then will not. */
const waitMs = 5000;

/** Functions that are called whenever the workspace's state has changed. */
export class Subscribers {
  readonly #listeners = new Set<() => void>();

  notify(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Returns a function that removes the listener again. */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Resolves with the first value that `read` finds, now or after a change; undefined means that there is none yet.
   * Rejects if none has come within `withinMs`.
   */
  when<T>(read: () => T | undefined, withinMs = waitMs): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const value = read();
        if (value === undefined) return;
        stop();
        resolve(value);
      };
      const unsubscribe = this.add(look);
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Nothing came within ${withinMs} ms for ${read.toString()}`));
      }, withinMs);
      const stop = (): void => {
        clearTimeout(timer);
        unsubscribe();
      };
      look();
    });
  }
}
