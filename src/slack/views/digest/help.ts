import type { Mistake } from '../../../conversation/digest/request.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Message } from '../blocks/message.ts';
import { bold, type Inline, plain } from '../blocks/rich-text.ts';
import { lines } from './answers.ts';

const TYPED_LENGTH = 200;

/** What one can type behind `/talk digest`. */
export function digestHelp(): Message {
  return lines(FORMS);
}

/** Said above what is found for words that were meant as an order. */
export function mistypedNote(mistake: Mistake): string {
  return mistake.kind === 'no time'
    ? `At what time? No digest was ordered yet. For eight in the morning: /talk digest ${shorten(mistake.order, TYPED_LENGTH)} 08:00`
    : `No digest was ordered or changed: ${reasonOf(mistake)}. /talk digest help tells what can be typed.`;
}

function reasonOf(mistake: Exclude<Mistake, { readonly kind: 'no time' }>): string {
  switch (mistake.kind) {
    case 'unknown':
      return `“${shorten(mistake.words.join(' '), TYPED_LENGTH)}” was not understood`;
    case 'unclear':
      return 'an order has one time, and is either daily or for some days';
    case 'elsewhere':
      return 'type it in the channel that is to have it, and without conference:, since it is of the current one';
  }
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
