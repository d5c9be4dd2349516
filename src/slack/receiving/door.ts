import type { App } from '@slack/bolt';
import { underNewId } from '../../text/work-id.ts';
import { lineMessage } from '../views/blocks/message.ts';
import { UnknownWorkspace, WorkspaceUnavailable } from '../workspace-tokens.ts';
import { answerAtOnce } from './at-once.ts';
import { findWrongField } from './request-form.ts';
import type { ReceiverOptions } from './slack-server.ts';

export type ProcessEvent = App['processEvent'];

const NOT_UNDERSTOOD = 'Lectern does not understand this request of Slack. Please type /talk and some words.';
const NOT_INSTALLED = 'Lectern must be installed (again) in this workspace before it can answer:';
const NOT_NOW =
  'Lectern cannot look up this workspace right now, so it cannot answer. Please try again in a minute.';

/**
 * Lets a request through to Bolt if it has the form that Slack documents and comes from a workspace in which Lectern is
 * installed. Another one is acknowledged at once and does nothing. If the workspace cannot be looked up, a person who
 * typed a command is told; any other request is rejected, so that Slack sends it again.
 *
 * Each has an id for the log, but a command in one workspace only once it takes longer: its answer at once logs nothing.
 */
export function door(
  boltsProcessEvent: ProcessEvent,
  { refusals, installing, talkAtOnce }: Pick<ReceiverOptions, 'refusals' | 'installing' | 'talkAtOnce'>,
): ProcessEvent {
  const processEvent =
    talkAtOnce === undefined ? boltsProcessEvent : answerAtOnce(boltsProcessEvent, talkAtOnce);
  const enter = async (event: Event) => {
    const wrong = findWrongField(event.body);
    if (wrong !== undefined) {
      refusals.refuse(
        `Ignored a request that is not in the form that Slack documents. The first field that is wrong: ${wrong}.`,
      );
      return acknowledge(event, NOT_UNDERSTOOD);
    }
    try {
      if (installing !== undefined && (await installing.endInstallation(event.body))) await event.ack();
      else await processEvent(event);
    } catch (error) {
      if (installing !== undefined && error instanceof UnknownWorkspace) {
        refusals.refuse('Ignored a request, since Lectern is not installed in its workspace.');
        return acknowledge(event, `${NOT_INSTALLED} ${installing.address}`);
      }
      if (!(isCommand(event) && error instanceof WorkspaceUnavailable)) throw error;
      refusals.refuse('A command was not answered, since its workspace could not be looked up.');
      return acknowledge(event, NOT_NOW);
    }
  };
  return event =>
    installing === undefined && isCommand(event) ? enter(event) : underNewId(() => enter(event));
}

type Event = Parameters<ProcessEvent>[0];

/** A person who typed a command sees why nothing happens. */
function acknowledge(event: Event, why: string): Promise<void> {
  return isCommand(event) ? event.ack({ response_type: 'ephemeral', ...lineMessage(why) }) : event.ack();
}

/** A frame of the socket may have no body at all. */
function isCommand({ body }: { readonly body: unknown }): boolean {
  return typeof body === 'object' && body !== null && 'command' in body;
}
