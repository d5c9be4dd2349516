import type { DigestRequest } from '../../conversation/digest/request.ts';
import { StoreFault } from '../../store/store-fault.ts';
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
  'Mentions of @here, @channel and user groups are left out. To mention @here, tick it in the form: /talk digest edit';

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
  const note = those.length < channels.length ? ONE_PREVIEW : '';
  const answers: Message[] = [];
  for (const [index, channel] of those.entries()) {
    const number = those.length === 1 ? 'In a channel:' : `${index + 1} of ${those.length}:`;
    const heading = richText([[plain('In '), channelName(channel), plain(':')], [plain(note)]]);
    answers.push(message([heading], note === '' ? number : `${number} ${note}`));
    const answering = answerDigestRequest(request, { ...by, channel, readElsewhere }, app);
    answers.push(await (index === 0 ? answering : withoutFault(answering, app)));
  }
  return joinMessages(answers);
}

const ONE_PREVIEW = 'A preview is of one channel at a time: this is of the first.';

/** Orders that were done in other channels are answered also where the database fails then. */
async function withoutFault(answering: Promise<Message>, { log }: AppContext): Promise<Message> {
  try {
    return await answering;
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    log.error({ reason: error.message }, 'An order for one of several channels failed.');
    return refusedAnswer(NO_DATABASE);
  }
}

const NO_DATABASE =
  'Lectern cannot use its database right now, so nothing was changed there. Please try again.';
