import type { Message } from '../blocks/message.ts';
import { withBold } from '../blocks/rich-text.ts';
import { paragraphsMessage } from './answers.ts';

/** Shows what people can type after `/talk digest`. */
export function digestHelp(): Message {
  return paragraphsMessage(COMMANDS.map(withBold));
}

const COMMANDS = [
  '`daily 08:00` posts a digest every day; `18:00 eve` posts it the evening before; `08:00 tue wed` on some days only; `room:` and `track:` narrow it down; `reminders` adds a notice ten minutes before each talk.',
  "`list` shows the channel's digests; `preview` shows the next one; `now` posts today's; `pause`, `resume` and `off` apply to all digests of the channel, or to the one at a time: `off 08:00`.",
  'Type these after `/talk digest`, which alone opens a form. To search for the word: `/talk "digest"`',
];
