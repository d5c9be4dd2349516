import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const underWay = new AsyncLocalStorage<string | undefined>();
const faults = new WeakMap<object, string>();
let works = 0;

/**
 * Runs work under an id of its own, which everything that it does and waits for has: a delivery, a reload, a request that
 * is not answered at once. Meanwhile Node follows each promise of the whole process, so it ends with the last such work.
 */
export function underNewId<T>(work: () => Promise<T>): Promise<T> {
  return underId(newId(), work);
}

/** Runs work under the id of the work that begins it, also if that does not wait for it; under a new one if it has none. */
export function underSameId<T>(work: () => Promise<T>): Promise<T> {
  return underId(underWay.getStore() ?? newId(), work);
}

/** Runs work under the id of the work that failed, and tells it that id, which is short enough to be read out. */
export function underIdOf<T>(fault: unknown, work: (id: string) => Promise<T>): Promise<T> {
  const id = underWay.getStore() ?? faults.get(Object(fault)) ?? newId();
  return underId(id, () => work(id));
}

/** Runs work that belongs to none of the works under way, such as what is done once a minute. */
export function underNoId<T>(work: () => T): T {
  return underWay.getStore() === undefined ? work() : underWay.run(undefined, work);
}

/** The field of a log line that says to which work it belongs, if to any. */
export function workFields(): { readonly id?: string } {
  const id = underWay.getStore();
  return id === undefined ? {} : { id };
}

function underId<T>(id: string, work: () => Promise<T>): Promise<T> {
  works += 1;
  return underWay.run(id, async () => {
    try {
      return await work();
    } catch (fault) {
      faults.set(Object(fault), id);
      throw fault;
    } finally {
      works -= 1;
      if (works === 0) underWay.disable();
    }
  });
}

function newId(): string {
  return randomUUID().slice(0, 8);
}
