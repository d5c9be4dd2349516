import type { Message } from '../blocks/message.ts';
import { bold, type Inline, plain } from '../blocks/rich-text.ts';
import { paragraphsMessage } from './answers.ts';

/** What one can type behind `/talk digest`. */
export function digestHelp(): Message {
  return paragraphsMessage(FORMS);
}

const FORMS: readonly Inline[][] = [
  [
    bold('daily 08:00'),
    plain(' orders one for each day; '),
    bold('18:00 eve'),
    plain(' for the evening before; '),
    bold('08:00 tue wed'),
    plain(' for some days; '),
    bold('room:'),
    plain(' and '),
    bold('track:'),
    plain(' narrow it down, and '),
    bold('reminders'),
    plain(' adds a notice ten minutes before each talk.'),
  ],
  [
    bold('list'),
    plain(' says what is on; '),
    bold('preview'),
    plain(' shows it; '),
    bold('now'),
    plain(' posts it; '),
    bold('pause'),
    plain(', '),
    bold('resume'),
    plain(' and '),
    bold('off'),
    plain(' are for all digests of the channel, or for the one of a time: '),
    bold('off 08:00'),
    plain('.'),
  ],
  [
    plain('Type these behind '),
    bold('/talk digest'),
    plain('; alone it opens a form. To search for the word: '),
    bold('/talk "digest"'),
  ],
];
