import { placeToCut } from '../../text/display.ts';
import { remember } from '../../text/remember.ts';

/** A result takes no more on a phone 375 px wide, where a message has 303 px for its text. */
export const RESULT_LINES = 4;

/** So many characters a line of a summary takes; more of them are narrow than wide. */
export const SUMMARY_LINE_LENGTH = 42;

/** The widths of lines in em of Slack's type of 15 px: 303 px; the same in bold letters, which are wider. */
const LINE_WIDTHS = { plain: 20.2, bold: 18.7 };
type Line = keyof typeof LINE_WIDTHS;

/** The widths of characters in em, as in Arial; Slack's own Lato is a little narrower. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[a-eghknopqu\d]/, 0.556],
  [/[ijl'|.,:;!·]/, 0.26],
  [/[ frtI()[\]/"-]/, 0.32],
  [/[csvxyz]/, 0.5],
  [/[mwMW@%…—]/, 0.9],
  [/\p{Lu}/u, 0.69],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/, 1],
];
const OTHER_WIDTH = 0.6;

/** Shortens a text to as many lines as it may take on a phone. */
export function cutToLines(text: string, lines: number, line: Line = 'plain'): string {
  if (countLines(text, line) <= lines) return text;
  const likely = Math.ceil((text.length * lines * LINE_WIDTHS[line]) / widthOf(text));
  let length = Math.min(text.length - 1, likely);
  let end = placeToCut(text, length);
  while (layOut(text, { end, tail: ELLIPSIS, available: LINE_WIDTHS[line] }) > lines) {
    // All lengths in between are cut at the same place.
    length = Math.min(length - 1, end + 1);
    end = placeToCut(text, length);
  }
  return `${text.slice(0, end)}…`;
}

/** Counts the lines that a text takes on a phone, broken between words. */
export function countLines(text: string, line: Line = 'plain'): number {
  return layOut(text, { end: text.length, tail: 0, available: LINE_WIDTHS[line] });
}

/** Lays out the text before `end`, with a tail of so many em behind it, and counts its lines. */
function layOut(
  text: string,
  { end, tail, available }: { readonly end: number; readonly tail: number; readonly available: number },
): number {
  let lines = 1;
  let used = 0;
  for (let from = 0, to = 0; from <= end; from = to + 1) {
    for (to = from; to < end && text.charCodeAt(to) !== SPACE; ) to++;
    const width = widthOf(text, from, to) + (to === end ? tail : 0);
    if (used > 0 && used + SPACE_WIDTH + width > available) {
      lines++;
      used = 0;
    }
    used += used > 0 ? SPACE_WIDTH + width : width;
    // A word that is longer than a line is broken where the line ends.
    for (; used > available; used -= available) lines++;
  }
  return lines;
}

function widthOf(text: string, from = 0, to = text.length): number {
  let sum = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < LATIN_END) sum += LATIN_WIDTHS[code] ?? 0;
    else if (code >= SIGNS_FROM && code < SIGNS_END) sum += SIGN_WIDTHS[code - SIGNS_FROM] ?? 0;
    else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? code);
      sum += widthOfOther(character);
      at += character.length - 1;
    }
  }
  return sum;
}

function characterWidth(character: string): number {
  return WIDTHS.find(([those]) => those.test(character))?.[1] ?? OTHER_WIDTH;
}

/** The widths of the first characters, and of quotes, dashes and "…", by their codes: each answer measures a thousand. */
const LATIN_END = 0x250;
const LATIN_WIDTHS = tabulateWidths(0, LATIN_END);
const SIGNS_FROM = 0x2000;
const SIGNS_END = 0x2070;
const SIGN_WIDTHS = tabulateWidths(SIGNS_FROM, SIGNS_END);
const widthOfOther = remember(characterWidth);

function tabulateWidths(from: number, end: number): Float64Array {
  return Float64Array.from({ length: end - from }, (_, place) =>
    characterWidth(String.fromCharCode(from + place)),
  );
}

const SPACE = 0x20;
const SPACE_WIDTH = characterWidth(' ');
const ELLIPSIS = characterWidth('…');
