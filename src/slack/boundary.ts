import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { StoreFault } from '../store/store-fault.ts';
import { type Arguments, tellPerson } from './tell-person.ts';

export type Listener = (args: Arguments) => Promise<void>;

/**
 * The one place where a fault of a listener ends: it is logged once under a short id, and the person gets that id by the
 * first way that is open.
 */
export function boundary(listener: Listener, log: Logger): Listener {
  return async args => {
    try {
      await listener(args);
    } catch (error) {
      const id = randomUUID().slice(0, 8);
      const told = await tellPerson(
        args,
        `${sentenceFor(error)} (${id}). Please try again; if it happens again, give this number to whoever runs Lectern.`,
      );
      log.error({ err: error, id, ...told }, 'A request failed.');
    }
  };
}

/** People must know that nothing was saved; the details of the database are in the log. */
function sentenceFor(error: unknown): string {
  return error instanceof StoreFault
    ? 'Lectern cannot use its database right now, so nothing was changed'
    : "Something went wrong on Lectern's side";
}
