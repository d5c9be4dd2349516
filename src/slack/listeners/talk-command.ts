import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { reply } from '../reply.ts';
import { privately, type Setting } from '../setting.ts';
import { typedWords } from '../typed.ts';
import { answerDigestCommand, digestRequestIn } from './digest-words.ts';

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
