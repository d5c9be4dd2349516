import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import { StoreFault } from '../store/store-fault.ts';
import { message, modal } from './views/blocks/message.ts';
import { plain, richText } from './views/blocks/rich-text.ts';

/** The part of a request that Bolt gives, whichever it is. */
type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

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
      const told = await tell(
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

/** Returns for the log whether one of the ways was open, or the last error. */
async function tell(
  args: Arguments,
  sentence: string,
): Promise<{ readonly told: boolean; readonly untold?: unknown }> {
  let untold: unknown;
  for (const way of waysTo(args, sentence)) {
    try {
      await way();
      return { told: true };
    } catch (error) {
      untold = error;
    }
  }
  return { told: false, untold };
}

/** The ways to the person, starting with the one nearest to where they look. */
function waysTo(args: Arguments, sentence: string): readonly (() => Promise<unknown>)[] {
  const { body, client, context } = args;
  const isOpen = context.acknowledged !== true;
  const blocks = [richText([[plain(sentence)]])];
  const told = message(blocks, sentence);
  const ways: (() => Promise<unknown>)[] = [];
  if ('command' in args && isOpen) ways.push(() => args.ack({ response_type: 'ephemeral', ...told }));
  if ('respond' in args && args.respond !== undefined) {
    const { respond } = args;
    ways.push(() => respond({ response_type: 'ephemeral', replace_original: false, ...told }));
  }
  if (body.type === 'view_submission' && isOpen && 'ack' in args && args.ack !== undefined) {
    const ack = args.ack as (answer: object) => Promise<void>;
    ways.push(() => ack({ response_action: 'update', view: modal('Lectern', blocks) }));
  }
  const { userId } = context;
  // A person who only looks at the Home asked for nothing and wants no message.
  if (userId !== undefined && !('event' in args && args.event.type === 'app_home_opened'))
    ways.push(() => client.chat.postMessage({ channel: userId, ...told }));
  return ways;
}
