import { type Message, paragraphsMessage } from '../blocks/message.ts';
import { withBold } from '../blocks/rich-text.ts';

/** Shows what people can type after `/talk digest`. */
export function digestHelp(): Message {
  return paragraphsMessage(COMMANDS.map(withBold));
}

const COMMANDS = [
  '`daily 08:00` posts a digest every day; `18:00 eve` posts it the evening before; `08:00 tue wed` on some days only; `weekdays 08:00`, `tue-thu 08:00` and `weekly monday 08:00` on these days of each week; `week monday 08:00` posts the week ahead; `room:` and `track:` narrow it down; `reminders` adds a notice ten minutes before each talk; `only changes` posts nothing else.',
  '`in German` posts it in that language; `intro: Good morning! closing: See you.` at the end puts your own words around it, `no intro` removes them. The form sets the same, and a sponsor.',
  "`list` shows the channel's digests; `preview` or `test` shows you the next one; `edit` opens the form; `now` posts today's, `now 18:00` also tomorrow's before its evening; `pause`, `resume` and `off` apply to all digests of the channel, or to the one at a time: `off 08:00`. `in #channel` at the end of any of these is about another channel, or several.",
  'Type these after `/talk digest`, which alone opens a form. To search for the word: `/talk "digest"`',
];
