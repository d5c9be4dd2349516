import { formatDate } from './dates.ts';
import { type Reader, resolveName } from './reader.ts';

/** What Slack takes as one piece: `<...>`, and code, in which no mark counts. */
const pieces = /<[^<>\n]*>|```[\s\S]*?```|`[^`\n]+`/g;

/** What a person reads of mrkdwn: links by their label, mentions by name, dates as days and times, no marks. */
export function formatMrkdwn(mrkdwn: string, reader: Reader = {}): string {
  // The pieces are set aside under a number, so that `*<https://…|label>*` is seen as bold.
  const aside: string[] = [];
  const numbered = mrkdwn.replace(pieces, piece => `\uE000${aside.push(special(piece, reader)) - 1}\uE001`);
  return decode(unmarked(numbered)).replace(
    /\uE000(\d+)\uE001/g,
    (hole, index: string) => aside[Number(index)] ?? hole,
  );
}

/** The three characters that Slack escapes, and no others. */
function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function special(part: string, reader: Reader): string {
  if (part.startsWith('`')) return decode(part.replace(/^`+|`+$/g, ''));
  const [target = '', label] = part.slice(1, -1).split('|', 2);
  return decode(token(target, label, reader));
}

function token(target: string, label: string | undefined, reader: Reader): string {
  switch (target[0]) {
    case '@':
      return `@${label ?? resolveName(target.slice(1), reader)}`;
    case '#':
      return `#${label === undefined || label === '' ? resolveName(target.slice(1), reader) : label}`;
    case '!':
      return command(target.slice(1), label, reader);
    default:
      return label ?? target.replace(/^mailto:/, '');
  }
}

function command(target: string, label: string | undefined, reader: Reader): string {
  const [name = '', first = '', format = ''] = target.split('^');
  if (name === 'date') return formatDate({ seconds: Number(first), format, fallback: label ?? '' }, reader);
  return label ?? `@${name === 'subteam' ? resolveName(first, reader) : name}`;
}

/** Takes away the marks of bold, italic and struck text: only where Slack sees marks, at the edges of words. */
function unmarked(text: string): string {
  const marks = /(?<=^|[\s([{"'.,;:!?*_~-])([*_~])(?=\S)([^\n]*?\S)\1(?=$|[\s)\]}"'.,;:!?*_~-])/gm;
  return text.replace(marks, '$2').replace(marks, '$2');
}
