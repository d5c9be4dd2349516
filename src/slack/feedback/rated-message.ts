import type { BlockAction, ButtonAction, types, webApi } from '@slack/bolt';
import { answer } from '../../conversation/answer.ts';
import type { RatingOfTalk } from '../../people/ratings.ts';
import type { Member } from '../../people/stars.ts';
import type { OwnTalk } from '../../search/loaded.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import type { Message } from '../views/blocks/message.ts';
import { knownBlocks } from '../views/blocks/pressed-button.ts';
import { markRated, readRateBlockId } from '../views/feedback/rate-talks.ts';
import { answerFeedback } from './answer-feedback.ts';

/** The message with the button that opened the form. Slack does not send it along with what is filled in. */
export interface RatedMessage {
  /** The button's. */
  readonly value: string;
  /** The words that were answered with the message, if it was an answer. */
  readonly asked?: string | undefined;
  /** A message that one person alone sees can be changed only there, for half an hour. */
  readonly responseUrl?: string | undefined;
  readonly channel?: string | undefined;
  readonly ts?: string | undefined;
}

/** Undefined for a button on the Home, which is published anew by itself. */
export function messageAround(body: BlockAction, action: ButtonAction): RatedMessage | undefined {
  const { channel, container, message, response_url: responseUrl } = body;
  if (body.view !== undefined) return undefined;
  const of = { value: action.value ?? '', asked: readRateBlockId(action.block_id) };
  return container.is_ephemeral === true
    ? { ...of, responseUrl }
    : { ...of, channel: channel?.id, ts: message?.ts };
}

/** A form's private metadata has 3,000 characters. */
const METADATA_LENGTH = 3000;

/** `talk` is as writeRatedTalk makes it, and is read in the same way. */
export function writeRatedFrom(talk: string, from: RatedMessage | undefined): string {
  const written = JSON.stringify({ ...(JSON.parse(talk) as object), from });
  return written.length > METADATA_LENGTH ? talk : written;
}

export function readRatedFrom(metadata: string): RatedMessage | undefined {
  try {
    const { from } = JSON.parse(metadata) as { readonly from?: RatedMessage };
    return typeof from?.value === 'string' ? from : undefined;
  } catch {
    // A form that was opened by an older Lectern has none.
    return undefined;
  }
}

interface Redrawing {
  readonly own: OwnTalk;
  /** Undefined once it was taken back. */
  readonly given: RatingOfTalk | undefined;
  readonly member: Member;
  readonly app: AppContext;
  readonly client: webApi.WebClient;
}

/**
 * Shows in the message itself that its talk is rated, or no longer. The rating is kept whatever becomes of that, so a message
 * that cannot be changed stays as it is.
 */
export async function redrawRated(from: RatedMessage | undefined, redrawing: Redrawing): Promise<void> {
  if (from === undefined) return;
  try {
    await redraw(from, redrawing);
  } catch (error) {
    redrawing.app.log.info({ err: error }, 'A message could not show that its talk was rated.');
  }
}

async function redraw(from: RatedMessage, redrawing: Redrawing): Promise<void> {
  const { app, client } = redrawing;
  const { responseUrl, channel, ts } = from;
  if (responseUrl !== undefined) {
    const message = await answerAgain(from, redrawing);
    if (message !== undefined) await app.respondAt(responseUrl, { replace_original: true, ...message });
  } else if (channel !== undefined && ts !== undefined) {
    const message =
      (await answerAgain(from, redrawing)) ?? (await marked(from, { channel, ts }, redrawing, client));
    if (message !== undefined) await client.chat.update({ channel, ts, ...message });
  }
}

async function answerAgain(
  { asked }: RatedMessage,
  { own, given, member, app, client }: Redrawing,
): Promise<Message | undefined> {
  if (asked === undefined) return undefined;
  const answered = answer(asked, await contextFor(member, 'apart', app));
  if (answered.kind !== 'feedback') return undefined;
  const saved = given === undefined ? undefined : own;
  return answerFeedback(answered, member, { app, client, saved });
}

/** A reminder, as Slack has it. */
async function marked(
  { value }: RatedMessage,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  { own, given }: Redrawing,
  client: webApi.WebClient,
): Promise<{ readonly text: string; readonly blocks: types.KnownBlock[] } | undefined> {
  const at = { channel, latest: ts, inclusive: true, limit: 1 };
  const { messages = [] } = await client.conversations.history(at);
  const [message] = messages;
  if (message?.ts !== ts) return undefined;
  const blocks = markRated(knownBlocks(message.blocks), { value, talk: own.talk, given });
  return { text: message.text ?? '', blocks };
}
