import type { Logger } from 'pino';
import { StoreFault } from '../store/store-fault.ts';
import { underIdOf } from '../text/work-id.ts';
import { type Arguments, tellPerson } from './tell-person.ts';

export type Listener = (args: Arguments) => Promise<void>;

/**
 * The one place where a fault of a listener ends: it is logged once under the request's id, and the person gets that id by
 * the first way that is open. Resolves to whether there was one.
 */
export function boundary(
  listener: Listener,
  log: Logger,
  onStoreFault: () => void = () => {},
): (args: Arguments) => Promise<'ok' | 'fault'> {
  return async args => {
    answerOnce(args);
    try {
      await listener(args);
      return 'ok';
    } catch (error) {
      if (error instanceof StoreFault) onStoreFault();
      await underIdOf(error, id => tellFault(error, { id, args, log }));
      return 'fault';
    }
  };
}

async function tellFault(
  error: unknown,
  { id, args, log }: { readonly id: string; readonly args: Arguments; readonly log: Logger },
): Promise<void> {
  const told = await tellPerson(
    args,
    `${sentenceFor(error)} (${id}). Please try again; if it happens again, give this number to whoever runs Lectern.`,
  );
  // Each press meets a database that is away, and its message says all.
  const why = error instanceof StoreFault ? { reason: error.message } : { err: error };
  log.error({ ...why, id, ...told }, 'A request failed.');
}

/**
 * Bolt sends one acknowledgement and then pretends to send others, also if the first was lost, as in Socket Mode while a
 * connection is renewed. So an answer to a command that is lost goes by the other way, and no second one is tried.
 */
function answerOnce(args: Arguments): void {
  if (!('ack' in args) || args.ack === undefined) return;
  const { ack, context } = args as Arguments & { readonly ack: (answer?: object) => Promise<void> };
  const once = async (answer?: object) => {
    context.acknowledged = true;
    try {
      await ack(answer);
    } catch (error) {
      if (!('command' in args) || answer === undefined) throw error;
      await args.respond(answer);
    }
  };
  Object.assign(args, { ack: once });
}

/** People must know that nothing was saved, also if they only wished to read; the details of the database are in the log. */
function sentenceFor(error: unknown): string {
  return error instanceof StoreFault
    ? 'Lectern cannot use its database right now, so nothing was read or saved'
    : "Something went wrong on Lectern's side";
}
