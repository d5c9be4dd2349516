import type { AllMiddlewareArgs, AnyMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { lineMessage, modal } from './views/blocks/message.ts';

/** The part of a request that Bolt gives, whichever it is. */
export type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Tells a sentence to the person behind a request, by the first way that is open. Returns for the log whether one was, or
 * the last error.
 */
export async function tellPerson(
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

/** A person who only looks at the Home, or posts a link, asked Lectern for nothing and wants no message. */
const UNASKED: ReadonlySet<string> = new Set(['app_home_opened', 'link_shared', 'entity_details_requested']);

/** The ways to the person, starting with the one nearest to where they look. */
function waysTo(args: Arguments, sentence: string): readonly (() => Promise<unknown>)[] {
  const { body, client, context } = args;
  const isOpen = context.acknowledged !== true;
  const told = lineMessage(sentence);
  const ways: (() => Promise<unknown>)[] = [];
  if ('command' in args && isOpen) ways.push(() => args.ack({ response_type: 'ephemeral', ...told }));
  if (body.type === 'view_submission' && isOpen && 'ack' in args && args.ack !== undefined) {
    const ack = args.ack as (answer: object) => Promise<void>;
    ways.push(() => ack({ response_action: 'update', view: modal('Lectern', told.blocks) }));
  }
  if (body.type === 'view_submission' && !isOpen) {
    const { id: view_id } = (body as ViewSubmitAction).view;
    ways.push(() => client.views.update({ view_id, view: modal('Lectern', told.blocks) }));
  }
  if ('respond' in args && args.respond !== undefined) {
    const { respond } = args;
    ways.push(() => respond({ response_type: 'ephemeral', replace_original: false, ...told }));
  }
  const { userId } = context;
  if (userId !== undefined && !('event' in args && UNASKED.has(args.event.type)))
    ways.push(() => client.chat.postMessage({ channel: userId, ...told }));
  return ways;
}
