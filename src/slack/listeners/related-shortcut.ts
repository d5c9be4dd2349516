import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { reply } from '../reply.ts';
import { privately, type Setting } from '../setting.ts';
import { typedWords } from '../typed.ts';

/** *Related talks*, on a message: its words are the query, the answer is for the person who asked. */
export function onRelatedShortcut(setting: Setting) {
  return async ({
    ack,
    shortcut,
    respond,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const query = typedWords(shortcut.message.text);
    const answer = reply(query, privately(setting, shortcut.user.id));
    await respond({ response_type: 'ephemeral', replace_original: false, ...answer });
  };
}
