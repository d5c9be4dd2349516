import { cutExcerpt, type Excerpt, GAP, textOf } from '../../search/summary/excerpt.ts';
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
  return `${text.slice(0, placeToCutLines(text, lines, line))}…`;
}

/** The same for an excerpt, whose text is put together only if it is too long. */
export function cutExcerptToLines(excerpt: Excerpt, lines: number): Excerpt {
  const { text, parts, before, after } = excerpt;
  const layout = new Layout('plain');
  layout.add(before);
  for (let at = 0; at < parts.length; at++) {
    const { start = 0, end = 0 } = parts[at] ?? {};
    if (at > 0) layout.add(GAP);
    layout.add(text, start, end);
  }
  layout.add(after);
  return layout.count() <= lines
    ? excerpt
    : cutExcerpt(excerpt, placeToCutLines(textOf(excerpt), lines, 'plain'));
}

/** The place where a text that takes too many lines is cut. */
function placeToCutLines(text: string, lines: number, line: Line): number {
  const likely = Math.ceil((text.length * lines * LINE_WIDTHS[line]) / widthOf(text));
  let length = Math.min(text.length - 1, likely);
  let end = placeToCut(text, length);
  while (countLinesOfCut(text, end, line) > lines) {
    // All lengths in between are cut at the same place.
    length = Math.min(length - 1, end + 1);
    end = placeToCut(text, length);
  }
  return end;
}

function countLinesOfCut(text: string, end: number, line: Line): number {
  const layout = new Layout(line);
  layout.add(text, 0, end);
  layout.add('…');
  return layout.count();
}

/** Counts the lines that a text takes on a phone, broken between words. */
export function countLines(text: string, line: Line = 'plain'): number {
  const layout = new Layout(line);
  layout.add(text);
  return layout.count();
}

/** Puts pieces of a text on lines. */
class Layout {
  readonly #available: number;
  #lines = 1;
  /** So much of the last line is taken, and by the word that has not ended yet. */
  #used = 0;
  #word = 0;

  constructor(line: Line) {
    this.#available = LINE_WIDTHS[line];
  }

  add(text: string, from = 0, to = text.length): void {
    let word = this.#word;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) {
        this.#place(word);
        word = 0;
      } else if (code < LATIN_END) word += LATIN_WIDTHS[code] ?? 0;
      else if (code >= SIGNS_FROM && code < SIGNS_END) word += SIGN_WIDTHS[code - SIGNS_FROM] ?? 0;
      else {
        const character = characterAt(text, at);
        word += widthOfOther(character);
        at += character.length - 1;
      }
    }
    this.#word = word;
  }

  count(): number {
    this.#place(this.#word);
    return this.#lines;
  }

  #place(word: number): void {
    if (this.#used > 0 && this.#used + SPACE_WIDTH + word > this.#available) {
      this.#lines++;
      this.#used = 0;
    }
    this.#used += this.#used > 0 ? SPACE_WIDTH + word : word;
    // A word that is longer than a line is broken where the line ends.
    for (; this.#used > this.#available; this.#used -= this.#available) this.#lines++;
  }
}

function widthOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < LATIN_END) sum += LATIN_WIDTHS[code] ?? 0;
    else {
      const character = characterAt(text, at);
      sum += widthOfOther(character);
      at += character.length - 1;
    }
  }
  return sum;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
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
