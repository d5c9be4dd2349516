import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import type { DraftPlace, Unfurl } from '../state/links.ts';
import type { Message } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import { requireChannel, requirePerson, type WorkspaceContext } from './context.ts';
import { type SentEvent, sendEvent } from './events.ts';
import { encodeMessageText, requireTypeable } from './typed-text.ts';

/** The event that tells the app of the links in a posted message; undefined if it is not told of any. */
export function buildLinkShared(message: Message, state: State): JsonObject | undefined {
  const { channel, ts, threadTs, author } = message;
  const unfurl = share(message.text, { channel, ts }, state);
  return (
    unfurl && {
      ...describe(unfurl, author, state),
      channel,
      message_ts: ts,
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    }
  );
}

export interface TypedDraft extends DraftPlace {
  readonly text: string;
}

/** A person types a text that they have not sent yet. Its links are shown to the app, for a preview that only they see. */
export async function typeDraft(
  { text, ...place }: TypedDraft,
  context: WorkspaceContext,
): Promise<SentEvent | undefined> {
  const { state } = context;
  const person = requirePerson(state, place.user);
  requireChannel(state, place.channel, person.id);
  const unfurl = share(encodeMessageText(requireTypeable(text), state.directory), place, state);
  state.links.draft(person.id, unfurl && { ...place, unfurlId: unfurl.id });
  state.changed();
  if (unfurl === undefined) return undefined;
  return sendEvent(
    { ...describe(unfurl, person.id, state), channel: 'COMPOSER', message_ts: randomUUID() },
    context,
  );
}

/** «Apps must have links:read, and links to one of their registered domains.» */
function share(encodedText: string, place: Unfurl['place'], { scopes, links }: State): Unfurl | undefined {
  const found = scopes.has('links:read') ? links.find(encodedText) : [];
  const source = 'ts' in place ? 'conversations_history' : 'composer';
  return found.length === 0 ? undefined : links.share({ source, links: found, place });
}

function describe({ id, source, links, place }: Unfurl, user: string, state: State): JsonObject {
  const { directory, identifiers } = state;
  const channel = directory.channel(place.channel);
  return {
    type: 'link_shared',
    user,
    is_bot_user_member: channel !== undefined && directory.hasBot(channel),
    links,
    unfurl_id: id,
    source,
    event_ts: identifiers.nextTimestamp(),
  };
}
