/** How long `when` waits, in real time: an app that has not answered by then will not. */
const patienceMs = 5000;

/** Tells those who wait that something has changed. */
export class Subscribers {
  readonly #listeners = new Set<() => void>();

  notify(): void {
    for (const listener of this.#listeners) listener();
  }

  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first value that there is to read, now or after some change. Nothing sleeps: each change looks again. */
  when<T>(read: () => T | undefined, withinMs = patienceMs): Promise<T> {
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
        reject(new Error(`Waited ${withinMs} ms in vain for ${read.toString()}`));
      }, withinMs);
      const stop = (): void => {
        clearTimeout(timer);
        unsubscribe();
      };
      look();
    });
  }
}
