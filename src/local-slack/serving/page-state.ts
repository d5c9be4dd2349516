import { isObject, type JsonObject } from '../json.ts';
import { personIn } from '../people/context.ts';
import type { Call } from '../state/calls.ts';
import type { Channel } from '../state/directory.ts';
import type { Message } from '../state/messages.ts';
import { formValues } from '../state/payloads.ts';
import { messageForm, type State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import type { PageState, Refusal, ShownChannel, ShownMessage, ShownView } from './contract.ts';
import type { Page } from './page.ts';

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

/** Refusals beyond this many are old news, and a loop in the app would make the page slow. */
const REFUSALS_MAX = 20;

/** The latest calls that were answered with a no. */
export function refusals(calls: readonly Call[]): readonly Refusal[] {
  return calls
    .flatMap((call, index) =>
      call.answer?.body.ok === false ? [refusal(call, call.answer.body, index)] : [],
    )
    .slice(-REFUSALS_MAX);
}

function refusal({ method, arguments: args, at }: Call, body: JsonObject, index: number): Refusal {
  const details = Array.isArray(body.errors) ? body.errors.map(String) : detailsOf(body);
  return { id: `${at}-${index}`, at, method, error: String(body.error), details, arguments: args };
}

/** What a refusal says besides its name, such as which scope is needed. */
function detailsOf({ ok: _, error: __, ...rest }: JsonObject): readonly string[] {
  return Object.entries(rest).map(
    ([key, value]) => `${key}: ${isObject(value) ? JSON.stringify(value) : String(value)}`,
  );
}
