import { isObject, type JsonObject } from '../json.ts';
import type { Call } from '../state/calls.ts';
import type { Channel } from '../state/directory.ts';
import { readFormValues } from '../state/form-values.ts';
import type { Draft } from '../state/links.ts';
import type { Message } from '../state/messages.ts';
import type { Pane } from '../state/panes.ts';
import type { State } from '../state/state.ts';
import { blocksOf, type View } from '../state/views.ts';
import type {
  PageState,
  Refusal,
  ShownChannel,
  ShownDraft,
  ShownMessage,
  ShownPane,
  ShownView,
  WorkspacePage,
} from './contract.ts';

/** The page shows no more: older ones matter little, and a loop in the app would make the page slow. */
const REFUSALS_MAX = 20;

/** Each shared file is below this path. */
export const FILES_PATH = '/page/files/';

/** The part of the workspace that one person sees. Returns undefined if there is no such person. */
export function buildPageState(
  userId: string,
  state: State,
  { offers, clock, conferenceZone }: WorkspacePage,
): PageState | undefined {
  const { directory, messages, views, panes, links } = state;
  const you = directory.person(userId);
  if (you === undefined) return undefined;
  const dm = directory.openDirectMessages(you.id);
  const channels = directory.listVisible(you.id).filter(channel => channel.kind !== 'dm' || channel === dm);
  const home = views.home(you.id);
  const zone = conferenceZone();
  const draft = links.draftOf(you.id);
  return {
    team: directory.team.name,
    bot: { id: directory.bot.userId, name: directory.bot.name, handle: directory.bot.handle },
    offers,
    you: you.id,
    people: directory.people.map(({ id, handle, name, timeZone }) => ({ id, handle, name, timeZone })),
    channels: channels.map(toShownChannel),
    messages: channels
      .flatMap(channel => messages.listVisible(you.id, channel.id))
      .map(message => toShownMessage(message, you.id, state)),
    modals: views.stackOf(you.id).map(toShownView),
    home: home && toShownView(home),
    pane: toShownPane(panes.of(you.id)),
    draft: draft && toShownDraft(draft),
    refusals: listRefusals(state.calls.all),
    clock: clock.runs,
    ...(zone !== undefined && { conferenceZone: zone }),
  };
}

function toShownChannel({ id, name, kind, members, topic = '' }: Channel): ShownChannel {
  return { id, name, kind, members: [...members], ...(topic !== '' && { topic }) };
}

function toShownMessage(message: Message, userId: string, { messages }: State): ShownMessage {
  const { channel, ts, threadTs, author, text, blocks, files = [], cards = [] } = message;
  return {
    channel,
    ts,
    ...(threadTs !== undefined && { threadTs }),
    author,
    text,
    blocks,
    values: readFormValues(blocks, messages.readEntered(message, userId)),
    files: files.map(({ id, name, title, bytes }) => ({
      name,
      title,
      size: bytes.length,
      path: `${FILES_PATH}${id}`,
    })),
    cards,
    isEphemeral: message.ephemeralFor !== undefined,
    isEdited: message.edited,
  };
}

function toShownPane(pane: Pane | undefined): ShownPane | undefined {
  if (pane === undefined) return undefined;
  const { link, shown } = pane;
  return { link, ...(shown !== undefined && { shown }) };
}

function toShownDraft({ channel, threadTs, cards }: Draft): ShownDraft {
  return { channel, cards, ...(threadTs !== undefined && { threadTs }) };
}

function toShownView(view: View): ShownView {
  const { id, hash, openedIn, content, entered } = view;
  return {
    id,
    hash,
    ...(openedIn !== undefined && { openedIn }),
    content,
    values: readFormValues(blocksOf(view), entered),
  };
}

/** The latest calls that were refused. */
function listRefusals(calls: readonly Call[]): readonly Refusal[] {
  return calls
    .flatMap((call, index) =>
      call.response?.body.ok === false ? [toRefusal(call, call.response.body, index)] : [],
    )
    .slice(-REFUSALS_MAX);
}

function toRefusal({ method, arguments: args, at }: Call, body: JsonObject, index: number): Refusal {
  const details = Array.isArray(body.errors) ? body.errors.map(String) : detailsOf(body);
  return { id: `${at}-${index}`, at, method, error: String(body.error), details, arguments: args };
}

/** The other fields of a refusal, such as the scope that is needed. */
function detailsOf({ ok: _, error: __, ...rest }: JsonObject): readonly string[] {
  return Object.entries(rest).map(
    ([key, value]) => `${key}: ${isObject(value) ? JSON.stringify(value) : String(value)}`,
  );
}
