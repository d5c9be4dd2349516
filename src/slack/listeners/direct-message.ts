import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { reply } from '../reply.ts';
import { typedWords } from '../typed.ts';
import { privately, type Setting } from './setting.ts';

/** Plain words in a direct message are a search. Messages of bots, edits and other events of a message are not. */
export function onDirectMessage(setting: Setting) {
  return async ({
    event,
    say,
    client,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    const answer = reply(typedWords(event.text ?? ''), privately(setting, event.user, 'elsewhere'));
    await say({ ...answer, ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }) });
    await setting.readers.learn(event.user, client);
  };
}
