import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { reply } from '../reply.ts';
import { typedWords } from '../typed.ts';
import type { Setting } from './setting.ts';

const ROWS = 3;

/** `@Lectern ceph` in a channel: the top three in the thread, for everyone there, so no button changes what others see. */
export function onMention(setting: Setting) {
  return async ({
    event,
    say,
  }: SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs): Promise<void> => {
    if (event.bot_id !== undefined || event.edited !== undefined || event.subtype !== undefined) return;
    const answer = reply(typedWords(event.text), {
      loaded: setting.current(),
      now: setting.now(),
      readerZone: undefined,
      share: 'nowhere',
      paged: false,
      rows: ROWS,
    });
    await say({ ...answer, thread_ts: event.thread_ts ?? event.ts });
  };
}
