import type { DigestRequest } from '../../conversation/digest/request.ts';
import type { AppContext } from '../app-context.ts';
import { joinMessages, lineMessage, type Message, message } from '../views/blocks/message.ts';
import { channelName, plain, richText } from '../views/blocks/rich-text.ts';
import { refusedAnswer } from '../views/digest/answers.ts';
import { formHintAnswer, mistakenAnswer } from '../views/digest/no-order.ts';
import { type Requester, refusalElsewhere } from './context.ts';
import type { MarkedOrder } from './marked-order.ts';
import { answerDigestRequest } from './reply.ts';

/** Each has an answer of its own in one message, of which Slack takes 50 blocks. */
const CHANNELS = 10;
const TOO_MANY = `Nothing was done: name ${CHANNELS} channels at most.`;

/**
 * Does what a person asked for in the channels that they named, one after the other, else in the one in which they typed.
 * Where no organisers are named, anyone may order for the channel in which they type, and for no other.
 */
export async function answerInChannels(
  request: DigestRequest,
  { by, marked }: { readonly by: Requester; readonly marked: Omit<MarkedOrder, 'words'> },
  app: AppContext,
): Promise<Message> {
  const answer = await answerEach(request, { by, channels: marked.channels }, app);
  return request.kind === 'order' && marked.isForMany
    ? joinMessages([answer, lineMessage(MENTIONS_LEFT_OUT)])
    : answer;
}

const MENTIONS_LEFT_OUT =
  'Mentions of @here, @channel and user groups are left out: a digest notifies nobody.';

async function answerEach(
  request: DigestRequest,
  { by, channels }: { readonly by: Requester; readonly channels: readonly string[] },
  app: AppContext,
): Promise<Message> {
  if (channels.length > CHANNELS) return refusedAnswer(TOO_MANY);
  const isHere = channels.every(channel => channel === by.channel);
  const named = isHere ? [] : channels;
  if (request.kind === 'mistake') return mistakenAnswer(request, named);
  const refusal = request.kind === 'help' ? undefined : refusalElsewhere(named, by, app.digests);
  if (refusal !== undefined) return refusal;
  if (request.kind === 'form') return formHintAnswer(named);
  if (isHere || request.kind === 'help') return answerDigestRequest(request, by, app);
  // A preview fills a message.
  const those = request.kind === 'preview' ? channels.slice(0, 1) : channels;
  const readElsewhere = those.length === 1 ? 'alone' : 'with others';
  const answers: Message[] = [];
  for (const channel of those) {
    const heading = message([richText([[plain('In '), channelName(channel), plain(':')]])], 'In a channel:');
    answers.push(heading, await answerDigestRequest(request, { ...by, channel, readElsewhere }, app));
  }
  return joinMessages(answers);
}
