import { personIn } from '../people/context.ts';
import type { Message } from '../state/messages.ts';
import { formValues } from '../state/payloads.ts';
import { messageForm, type State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import type { Channel } from '../state/world.ts';
import type { PageState, ShownChannel, ShownMessage, ShownView } from './contract.ts';
import type { Page } from './page.ts';
import { refusals } from './refusals.ts';

/** What one person sees of the workspace. */
export function pageState(userId: string, state: State, { offers, clock }: Page): PageState {
  const { directory, messages, views } = state;
  const you = personIn(state, userId);
  const dm = directory.directMessages(you.id);
  const channels = directory.visibleTo(you.id).filter(channel => channel.kind !== 'dm' || channel === dm);
  const home = views.home(you.id);
  return {
    team: directory.team.name,
    bot: { id: directory.bot.userId, name: directory.bot.name, handle: directory.bot.handle },
    offers,
    you: you.id,
    people: directory.people.map(({ id, handle, name, timeZone }) => ({ id, handle, name, timeZone })),
    channels: channels.map(shownChannel),
    messages: channels
      .flatMap(channel => messages.seenBy(you.id, channel.id))
      .map(message => shownMessage(message, you.id, state)),
    modals: views.stackOf(you.id).map(shownView),
    home: home && shownView(home),
    refusals: refusals(state.calls.all),
    clock: clock.runs,
  };
}

function shownChannel({ id, name, kind, members }: Channel): ShownChannel {
  return { id, name, kind, members: [...members] };
}

function shownMessage(message: Message, userId: string, { messageForms }: State): ShownMessage {
  const { channel, ts, threadTs, author, text, blocks } = message;
  return {
    channel,
    ts,
    ...(threadTs !== undefined && { threadTs }),
    author,
    text,
    blocks,
    values: formValues(blocks, messageForms.get(messageForm(message, userId)) ?? {}),
    isEphemeral: message.ephemeralFor !== undefined,
    isEdited: message.edited,
  };
}

function shownView(view: View): ShownView {
  const { id, hash, openedIn, content, entered } = view;
  return {
    id,
    hash,
    ...(openedIn !== undefined && { openedIn }),
    content,
    values: formValues(blocksOf(view), entered),
  };
}
