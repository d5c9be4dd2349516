import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { digestReply } from '../digest/reply.ts';
import { reply } from '../reply.ts';
import { privately, type Setting } from '../setting.ts';
import { typedWords } from '../typed.ts';
import { digestRequestIn } from './digest-words.ts';

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
