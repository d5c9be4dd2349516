import type { Message } from '../message.ts';
import { bold, type Inline, plain } from '../rich-text.ts';
import { shorten } from '../shorten.ts';
import { lines } from './answers.ts';

const UNKNOWN_LENGTH = 200;

/** What one can type behind `/talk digest`. */
export function digestHelp(): Message {
  return lines(FORMS);
}

/** Said above what is found for words that were meant as an order; `unknown` are those that no order has. */
export function mistypedNote(unknown: readonly string[]): string {
  const why =
    unknown.length === 0
      ? 'an order has one time, and is either daily or for some days'
      : `“${shorten(unknown.join(' '), UNKNOWN_LENGTH)}” was not understood`;
  return `No digest was ordered or changed: ${why}. /talk digest help tells what can be typed.`;
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
    plain(' narrow it down.'),
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
    plain(' are for all of the channel, or with a time behind for that one.'),
  ],
  [
    plain('Each stands behind '),
    bold('/talk digest'),
    plain(', which alone opens a form. To search for the word: '),
    bold('/talk "digest"'),
  ],
];
