import { shorten } from '../../text/display.ts';
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
  let length = Math.ceil((text.length * lines * LINE_WIDTHS[line]) / widthOf(text));
  let cut = shorten(text, length);
  while (countLines(cut, line) > lines) cut = shorten(text, --length);
  return cut;
}

/** Counts the lines that a text takes on a phone, broken between words. */
export function countLines(text: string, line: Line = 'plain'): number {
  const available = LINE_WIDTHS[line];
  const space = widthOf(' ');
  let lines = 1;
  let used = 0;
  for (let from = 0, to = 0; from <= text.length; from = to + 1) {
    to = text.indexOf(' ', from);
    if (to < 0) to = text.length;
    const width = widthOf(text, from, to);
    if (used > 0 && used + space + width > available) {
      lines++;
      used = 0;
    }
    used += used > 0 ? space + width : width;
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

const LATIN_END = 0x250;
/** The widths of the first characters by their codes: each answer measures a thousand. */
const LATIN_WIDTHS = Float64Array.from({ length: LATIN_END }, (_, code) =>
  characterWidth(String.fromCharCode(code)),
);
const widthOfOther = remember(characterWidth);
