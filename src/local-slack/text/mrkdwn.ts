import { formatDate } from './dates.ts';
import { resolveName, type TextReader } from './reader.ts';

/** A piece of mrkdwn. Texts in it are shown as they are. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code' | 'preformatted'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string | undefined }
  | {
      readonly kind: 'mention';
      readonly sign: '@' | '#';
      readonly id: string;
      readonly label: string | undefined;
    }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string };

/** Code, in which no mark counts, and everything that Slack writes in angle brackets. */
const ATOM = /```[\s\S]+?```|`[^`\n]+`|<[^<>\n]+>/.source;

/** Marks count only at the edges of words, and not within an atom. */
const INLINE = new RegExp(
  [
    '```(?<preformatted>[\\s\\S]+?)```|`(?<code>[^`\\n]+)`|<(?<bracketed>[^<>\\n]+)>',
    `(?<=^|[\\s([{"'.,;:!?*_~-])(?<mark>[*_~])(?=\\S)(?<marked>(?:${ATOM}|(?!${ATOM})[^\\n])+?)(?<=\\S)\\k<mark>(?=$|[\\s)\\]}"'.,;:!?*_~-])`,
  ].join('|'),
  'gm',
);

/** A quote is a whole line; in the text of another piece there is none. */
const WITH_QUOTES = new RegExp(`${INLINE.source}|^&gt; ?(?<quoted>.*)$`, 'gm');

const MARKS: { readonly [mark: string]: 'bold' | 'italic' | 'strike' } = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
};

/** Parses mrkdwn as Slack does. */
export function parseMrkdwn(mrkdwn: string): readonly Piece[] {
  return splitPieces(mrkdwn, WITH_QUOTES);
}

/** Formats mrkdwn as a person reads it: links by their label, mentions by name, dates as days and times, no marks. */
export function formatMrkdwn(mrkdwn: string, reader: TextReader = {}): string {
  return formatPieces(parseMrkdwn(mrkdwn), reader);
}

function formatPieces(pieces: readonly Piece[], reader: TextReader): string {
  return pieces.map(piece => formatPiece(piece, reader)).join('');
}

function formatPiece(piece: Piece, reader: TextReader): string {
  switch (piece.kind) {
    case 'text':
    case 'code':
    case 'preformatted':
      return piece.text;
    case 'bold':
    case 'italic':
    case 'strike':
      return formatPieces(piece.pieces, reader);
    case 'quote':
      return `> ${formatPieces(piece.pieces, reader)}`;
    case 'link':
      return piece.label ?? piece.url.replace(/^mailto:/, '');
    case 'mention':
      return `${piece.sign}${piece.label ?? resolveName(piece.id, reader)}`;
    case 'date':
      return formatDate(piece, reader);
    default:
      return piece satisfies never;
  }
}

function splitPieces(mrkdwn: string, pattern: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of mrkdwn.matchAll(pattern)) {
    pieces.push(...toText(mrkdwn.slice(end, found.index)), toPiece(found.groups ?? {}));
    end = found.index + found[0].length;
  }
  return [...pieces, ...toText(mrkdwn.slice(end))];
}

function toText(mrkdwn: string): readonly Piece[] {
  return mrkdwn === '' ? [] : [{ kind: 'text', text: unescapeText(mrkdwn) }];
}

function toPiece(groups: { readonly [name: string]: string | undefined }): Piece {
  const { preformatted, code, bracketed, mark, marked, quoted } = groups;
  if (preformatted !== undefined) return { kind: 'preformatted', text: unescapeText(preformatted) };
  if (code !== undefined) return { kind: 'code', text: unescapeText(code) };
  if (bracketed !== undefined) return parseBracketed(bracketed);
  if (mark !== undefined) return { kind: MARKS[mark] ?? 'bold', pieces: splitPieces(marked ?? '', INLINE) };
  return { kind: 'quote', pieces: splitPieces(quoted ?? '', INLINE) };
}

function parseBracketed(bracketed: string): Piece {
  const [target = '', ...labels] = bracketed.split('|');
  const label = labels.length === 0 || labels[0] === '' ? undefined : unescapeText(labels.join('|'));
  const rest = target.slice(1);
  if (target.startsWith('@')) return { kind: 'mention', sign: '@', id: rest, label };
  if (target.startsWith('#')) return { kind: 'mention', sign: '#', id: rest, label };
  if (!target.startsWith('!')) return { kind: 'link', url: unescapeText(target), label };
  const [name = '', first = '', format = ''] = rest.split('^');
  if (name === 'date')
    return { kind: 'date', seconds: Number(first), format: unescapeText(format), fallback: label ?? '' };
  // `<!subteam^S1|@crew>` and `<!here|here>` are both in use.
  const id = name === 'subteam' ? first : name;
  return { kind: 'mention', sign: '@', id, label: label?.replace(/^@/, '') };
}

/** The three characters that Slack escapes, and no others. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
