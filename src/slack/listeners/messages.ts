import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { digestReply } from '../digest/reply.ts';
import { reply } from '../reply.ts';
import { privately, type Setting } from '../setting.ts';
import { typedWords } from '../typed.ts';
import { answerDigestCommand, digestRequestIn } from './digest.ts';

/** As many talks as an answer shows that a whole channel reads. */
const MENTION_ROWS = 3;

/**
 * `/talk ceph`. The search takes less than a millisecond, so the answer is the acknowledgement itself: it costs no
 * further request, and needs neither a scope nor membership of the channel.
 */
export function onTalkCommand(setting: Setting) {
  return async (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { command, ack, client } = args;
    const words = typedWords(command.text);
    const digests = digestRequestIn(words, setting);
    if (digests === undefined)
      await ack({ response_type: 'ephemeral', ...reply(words, privately(setting, command.user_id)) });
    else await answerDigestCommand(digests, setting, args);
    await setting.readers.learn(command.user_id, client);
  };
}

/** `@Lectern ceph` in a channel: the top three in the thread, for everyone there, so no button changes what others see. */
export function onMention(setting: Setting) {
  return async ({
    event,
    say,
    context,
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    if (event.bot_id !== undefined || event.edited !== undefined || event.subtype !== undefined) return;
    const thread = { thread_ts: event.thread_ts ?? event.ts };
    const words = typedWords(event.text);
    const digests = digestRequestIn(words, setting);
    if (digests !== undefined && event.user !== undefined) {
      const by = { user: event.user, channel: event.channel, team: context.teamId };
      await say({ ...(await digestReply(digests, by, setting)), ...thread });
      return;
    }
    const answer = reply(words, {
      loaded: setting.current(),
      now: setting.now(),
      readerZone: undefined,
      share: 'nowhere',
      paged: false,
      rows: MENTION_ROWS,
    });
    await say({ ...answer, ...thread });
  };
}

/** Plain words in a direct message are a search. Messages of bots, edits and other events of a message are not. */
export function onDirectMessage(setting: Setting) {
  return async ({
    event,
    say,
    client,
    context,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    const words = typedWords(event.text);
    const digests = digestRequestIn(words, setting);
    const by = { user: event.user, channel: event.channel, team: context.teamId };
    const answer =
      digests === undefined
        ? reply(words, privately(setting, event.user, 'elsewhere'))
        : await digestReply(digests, by, setting);
    await say({ ...answer, ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }) });
    await setting.readers.learn(event.user, client);
  };
}
