import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { isDraft } from './digest/form.ts';
import { cardInPane } from './links/on-link.ts';
import { type Arguments, tellPerson } from './tell-person.ts';

// Messages keep their buttons for years, and an open form outlives the process that made it. A press that today's Lectern
// does not know, or not there, is an expected no.

type Press = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;
type OnPress<Args> = (args: Args) => Promise<void>;

/** Acknowledges a request that no listener takes, and says so. */
export async function answerOutdated(args: Arguments): Promise<void> {
  if ('event' in args) return;
  const { body } = args;
  if ('command' in args)
    await tellPerson(args, `Lectern does not know ${args.command.command}. Please type /talk.`);
  else if (body.type === 'view_submission') await tellPerson(args, FORM);
  else {
    await (args.ack as () => Promise<void>)();
    if (body.type !== 'view_closed') await tellPerson(args, BUTTON);
  }
}

const BUTTON = 'This button is no longer known here. Please type /talk for a new answer.';
const FORM = 'This form is outdated, so nothing was changed. Please close it and open it again.';

/**
 * Whether a press can be answered where it was made: in a view, in the pane of a talk, or below a message by its
 * `response_url`.
 */
export function isAnswerable({ body, respond }: Pick<Press, 'body' | 'respond'>): boolean {
  return body.view !== undefined || respond !== undefined || cardInPane(body) !== undefined;
}

/** For a button in a message, whose listener answers there. */
export function inMessage<Args>(onPress: OnPress<Args>): (args: Press & Args) => Promise<void> {
  return args => (args.respond === undefined ? answerOutdated(args as never) : onPress(args));
}

/** For a button that the Home has, too. */
export function inMessageOrHome<Args>(onPress: OnPress<Args>): (args: Press & Args) => Promise<void> {
  const onPressInMessage = inMessage(onPress);
  return args => (args.body.view?.type === 'home' ? onPress(args) : onPressInMessage(args));
}

/** For the form of a digest, and for the buttons and menus in it. */
export function inDigestForm<Args extends { readonly body: BlockAction | ViewSubmitAction }>(
  listener: (args: Args) => Promise<void>,
): (args: Args) => Promise<void> {
  return args => (isDraft(args.body.view?.private_metadata) ? listener(args) : answerOutdated(args as never));
}

/** For a menu: the listener takes for granted that something was chosen. */
export function withChoice<Args>(onPress: OnPress<Args>): (args: Press & Args) => Promise<void> {
  return args =>
    'selected_option' in args.action && args.action.selected_option
      ? onPress(args)
      : answerOutdated(args as never);
}
