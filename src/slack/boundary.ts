import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Logger } from 'pino';
import { StoreFault } from '../store/store-fault.ts';
import { modal } from './views/details.ts';
import { plain, richText } from './views/rich-text.ts';

type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * The one place where a fault ends: it is logged once under a short id, and the person it happened to is told so, by
 * whichever way to them is open.
 */
export function boundary(log: Logger) {
  return async (args: Arguments): Promise<void> => {
    try {
      await args.next();
    } catch (error) {
      const id = randomUUID().slice(0, 8);
      const told = await tell(
        args,
        `${sentenceFor(error)} (${id}). Please try again; if it stays, give this number to whoever runs Lectern.`,
      );
      log.error({ err: error, id, ...told }, 'A request failed.');
    }
  };
}

/** Whoever orders something is to know that it is not kept; what is wrong with the database is in the log. */
function sentenceFor(error: unknown): string {
  return error instanceof StoreFault
    ? 'Lectern cannot reach its database, so nothing was changed'
    : "Something went wrong on Lectern's side";
}

/** Whether the person could be told, for the log. */
async function tell(
  args: Arguments,
  sentence: string,
): Promise<{ readonly told: boolean; readonly untold?: unknown }> {
  try {
    return { told: await say(args, sentence) };
  } catch (untold) {
    return { told: false, untold };
  }
}

async function say(args: Arguments, sentence: string): Promise<boolean> {
  const { body, client, context } = args;
  if ('command' in args && context.acknowledged !== true)
    await args.ack({ response_type: 'ephemeral', text: sentence });
  else if ('respond' in args && args.respond !== undefined)
    await args.respond({ response_type: 'ephemeral', replace_original: false, text: sentence });
  else if (
    body.type === 'view_submission' &&
    context.acknowledged !== true &&
    'ack' in args &&
    args.ack !== undefined
  )
    await (args.ack as (answer: object) => Promise<void>)({
      response_action: 'update',
      view: modal('Lectern', [richText([[plain(sentence)]])]),
    });
  else if (context.userId !== undefined && !('event' in args && args.event.type === 'app_home_opened'))
    await client.chat.postMessage({ channel: context.userId, text: sentence });
  else return false;
  return true;
}
