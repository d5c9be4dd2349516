import type { App } from '@slack/bolt';
import { lineMessage } from '../views/blocks/message.ts';
import type { RefusalLog } from './refusal-log.ts';
import { isWellFormed } from './request-form.ts';

export type ProcessEvent = App['processEvent'];

const NOT_UNDERSTOOD = 'Lectern does not understand this request of Slack. Please type /talk and some words.';

/**
 * Lets a request through to Bolt if it has the form that Slack documents. Another one is acknowledged at once and does
 * nothing: Bolt and the listeners would fail somewhere in its midst.
 */
export function door(processEvent: ProcessEvent, refusals: RefusalLog): ProcessEvent {
  return async event => {
    if (isWellFormed(event.body)) return processEvent(event);
    refusals.refuse('A request was left aside, since it has not the form that Slack documents.');
    await (isCommand(event)
      ? event.ack({ response_type: 'ephemeral', ...lineMessage(NOT_UNDERSTOOD) })
      : event.ack());
  };
}

/** A frame of the socket may have no body at all. */
function isCommand({ body }: { readonly body: unknown }): boolean {
  return typeof body === 'object' && body !== null && 'command' in body;
}
