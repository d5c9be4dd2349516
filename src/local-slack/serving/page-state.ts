import { isObject, type JsonObject } from '../json.ts';
import { requirePerson } from '../people/context.ts';
import type { Call } from '../state/calls.ts';
import type { Channel } from '../state/directory.ts';
import type { Message } from '../state/messages.ts';
import { readFormValues } from '../state/payloads.ts';
import { formKey, type State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import type { PageState, Refusal, ShownChannel, ShownMessage, ShownView } from './contract.ts';
import type { WorkspacePage } from './page.ts';

/** What one person sees of the workspace. */
export function buildPageState(userId: string, state: State, { offers, clock }: WorkspacePage): PageState {
  const { directory, messages, views } = state;
  const you = requirePerson(state, userId);
  const dm = directory.openDirectMessages(you.id);
  const channels = directory.listVisible(you.id).filter(channel => channel.kind !== 'dm' || channel === dm);
  const home = views.home(you.id);
  return {
    team: directory.team.name,
    bot: { id: directory.bot.userId, name: directory.bot.name, handle: directory.bot.handle },
    offers,
    you: you.id,
    people: directory.people.map(({ id, handle, name, timeZone }) => ({ id, handle, name, timeZone })),
    channels: channels.map(shownChannel),
    messages: channels
      .flatMap(channel => messages.listVisible(you.id, channel.id))
      .map(message => shownMessage(message, you.id, state)),
    modals: views.stackOf(you.id).map(shownView),
    home: home && shownView(home),
    refusals: listRefusals(state.calls.all),
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
    values: readFormValues(blocks, messageForms.get(formKey(message, userId)) ?? {}),
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
    values: readFormValues(blocksOf(view), entered),
  };
}

/** Refusals beyond this many are old news, and a loop in the app would make the page slow. */
const REFUSALS_MAX = 20;

/** The latest calls that were answered with a no. */
export function listRefusals(calls: readonly Call[]): readonly Refusal[] {
  return calls
    .flatMap((call, index) =>
      call.response?.body.ok === false ? [refusal(call, call.response.body, index)] : [],
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
