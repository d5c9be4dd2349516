import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const underWay = new AsyncLocalStorage<string | undefined>();

/** Runs work under an id of its own, which everything that it does and begins has: a request, a delivery, a reload. */
export function underNewId<T>(work: () => T): T {
  return underWay.run(newId(), work);
}

/** Runs work that belongs to none of the works under way, such as what is done once a minute. */
export function underNoId<T>(work: () => T): T {
  return underWay.run(undefined, work);
}

/** The id of the work under way, short enough to be read out; a new one if it has none. */
export function workId(): string {
  return underWay.getStore() ?? newId();
}

/** The field of a log line that says to which work it belongs, if to any. */
export function workFields(): { readonly id?: string } {
  const id = underWay.getStore();
  return id === undefined ? {} : { id };
}

function newId(): string {
  return randomUUID().slice(0, 8);
}
