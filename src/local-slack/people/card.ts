import { buttonsOfEntity } from '../block-kit/entity.ts';
import { asString, isObject, type JsonObject } from '../json.ts';
import type { Channel, Person } from '../state/directory.ts';
import type { Message } from '../state/messages.ts';
import type { Pane } from '../state/panes.ts';
import type { State } from '../state/state.ts';
import type { ClickResult } from './click.ts';
import {
  buildInteraction,
  channelNameOf,
  requireChannel,
  requirePerson,
  shownErrorOf,
  type WorkspaceContext,
} from './context.ts';
import { type SentEvent, sendEvent } from './events.ts';

/** A card below a message, by the link that it belongs to; the first one by default. */
export interface CardPlace {
  readonly user: string;
  readonly in: Pick<Message, 'channel' | 'ts'>;
  readonly url?: string;
}

/** A person opens a card: a pane appears, which the app fills. Throws if there is no such card. */
export async function openCard(place: CardPlace, context: WorkspaceContext): Promise<SentEvent> {
  const { state } = context;
  const { person, channel, message, card } = findCard(place, state);
  const url = asString(card.app_unfurl_url) ?? '';
  const pane: Pane = {
    user: person.id,
    entityId: entityIdOf(card),
    entityUrl: asString(card.url) ?? '',
    link: { url, channel: channel.id, ts: message.ts },
  };
  state.panes.open(pane);
  const triggerId = state.triggers.issue({ user: person.id, entityId: pane.entityId, isForPane: true });
  state.changed();
  return sendEvent(
    {
      type: 'entity_details_requested',
      user: person.id,
      trigger_id: triggerId,
      external_ref: card.external_ref,
      entity_url: card.url,
      app_unfurl_url: url,
      link: { url, domain: new URL(url).hostname },
      user_locale: person.locale,
      channel: channel.id,
      message_ts: message.ts,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
      event_ts: state.identifiers.nextTimestamp(),
    },
    context,
  );
}

/** A person closes the pane. */
export function closeCard(user: string, { state }: WorkspaceContext): void {
  state.panes.close(requirePerson(state, user).id);
  state.changed();
}

/** A person presses a button of a card below a message. Throws if there is none. */
export function pressCard(
  { label, ...place }: CardPlace & { readonly label: string },
  context: WorkspaceContext,
): Promise<ClickResult> {
  const { state } = context;
  const { person, channel, message, card } = findCard(place, state);
  const threadTs = message.threadTs === undefined ? {} : { threadTs: message.threadTs };
  // It posts a message; that of the person, who is its author, stays as it is.
  const responseUrl = state.responseUrls.issue({ user: person.id, channel: channel.id, ...threadTs });
  const payload = {
    container: {
      type: 'message_attachment',
      message_ts: message.ts,
      attachment_id: 1,
      channel_id: channel.id,
      is_ephemeral: false,
      is_app_unfurl: true,
      app_unfurl_url: card.app_unfurl_url,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: channelNameOf(channel) },
    response_url: responseUrl,
  };
  return press({ person, card, label, payload, channel: channel.id }, context);
}

/** A person presses a button in the pane. Slack gives no `response_url` there. Throws if there is none. */
export function pressInPane(
  { user, label }: { readonly user: string; readonly label: string },
  context: WorkspaceContext,
): Promise<ClickResult> {
  const { state } = context;
  const person = requirePerson(state, user);
  const { shown, entityUrl, link } = state.panes.of(person.id) ?? {};
  if (shown === undefined || !('metadata' in shown) || link === undefined)
    throw new Error(`${person.id} sees no work object in a pane.`);
  const card = shown.metadata;
  const payload = {
    container: {
      type: 'entity_detail',
      entity_url: entityUrl,
      external_ref: card.external_ref,
      app_unfurl_url: link.url,
      channel_id: link.channel,
      message_ts: link.ts,
    },
  };
  return press({ person, card, label, payload, channel: link.channel }, context);
}

interface Press {
  readonly person: Person;
  readonly card: JsonObject;
  readonly label: string;
  /** The part that says where the button is. */
  readonly payload: JsonObject & { readonly response_url?: string };
  readonly channel: string;
}

async function press(
  { person, card, label, payload, channel }: Press,
  { state, deliver }: WorkspaceContext,
): Promise<ClickResult> {
  const buttons = buttonsOfEntity(card);
  const button = buttons.find(each => each.text === label);
  if (button === undefined)
    throw new Error(
      `There is no button ${label}, only ${buttons.map(each => String(each.text)).join(', ')}.`,
    );
  const triggerId = state.triggers.issue({ user: person.id, channel, entityId: entityIdOf(card) });
  const acknowledgement = await deliver({
    kind: 'interactive',
    payload: {
      ...buildInteraction(person, state),
      type: 'block_actions',
      ...payload,
      trigger_id: triggerId,
      actions: [
        {
          type: 'button',
          action_id: button.action_id,
          block_id: state.identifiers.nextId('b'),
          text: { type: 'plain_text', text: button.text, emoji: true },
          ...(button.value !== undefined && { value: button.value }),
          ...(button.style !== undefined && { style: button.style }),
          action_ts: state.identifiers.nextTimestamp(),
        },
      ],
    },
  });
  state.changed();
  const error = shownErrorOf(acknowledgement);
  const { response_url: responseUrl } = payload;
  return {
    ...(error !== undefined && { error }),
    triggerId,
    ...(responseUrl !== undefined && { responseUrl }),
  };
}

interface FoundCard {
  readonly person: Person;
  readonly channel: Channel;
  readonly message: Message;
  readonly card: JsonObject;
}

function findCard({ user, in: place, url }: CardPlace, state: State): FoundCard {
  const person = requirePerson(state, user);
  const channel = requireChannel(state, place.channel, person.id);
  const message = state.messages.listVisible(person.id, channel.id).find(each => each.ts === place.ts);
  const card = message?.cards?.find(each => url === undefined || each.app_unfurl_url === url);
  if (message === undefined || card === undefined)
    throw new Error(`${person.id} sees no card for ${url ?? 'any link'} below the message ${place.ts}.`);
  return { person, channel, message, card };
}

function entityIdOf({ external_ref: ref }: JsonObject): string {
  return isObject(ref) ? (asString(ref.id) ?? '') : '';
}
