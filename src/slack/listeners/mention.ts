import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { digestReply } from '../digest/reply.ts';
import { reply } from '../reply.ts';
import type { Setting } from '../setting.ts';
import { typedWords } from '../typed.ts';
import { digestRequestIn } from './digest-words.ts';

const ROWS = 3;

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
      rows: ROWS,
    });
    await say({ ...answer, ...thread });
  };
}
