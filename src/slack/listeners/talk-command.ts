import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { reply } from '../reply.ts';
import { typedWords } from '../typed.ts';
import { privately, type Setting } from './setting.ts';

/**
 * `/talk ceph`. The search takes less than a millisecond, so the answer is the acknowledgement itself: it costs no
 * further request, and needs neither a scope nor membership of the channel.
 */
export function onTalkCommand(setting: Setting) {
  return async ({ command, ack, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack({
      response_type: 'ephemeral',
      ...reply(typedWords(command.text), privately(setting, command.user_id)),
    });
    await setting.readers.learn(command.user_id, client);
  };
}
