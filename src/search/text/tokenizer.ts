import { fold } from '../../text/fold.ts';

/** A part of a text, from `start` to before `end`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A word as it stands in a text. */
export interface Word extends TextSpan {
  readonly text: string;
}

/**
 * Letters and digits, with signs only inside: `SR-IOV`, `node.js`, `CI/CD`, `don’t`, and invisible ones such as a soft
 * hyphen. A sign at either end belongs to the sentence, except in `C++`, `C#` and `.NET`.
 */
const WORD =
  /(?:\.(?<![^\s("'“‘„«/]\.)(?=\p{L}))?[\p{L}\p{N}\p{M}]+(?:[\p{Cf}'’ʼ._/\-‐‑]+[\p{L}\p{N}\p{M}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** Signs that are dropped from a word without splitting it: apostrophes, and invisible characters. */
const INVISIBLE = /[\p{Cf}'’ʼ]/gu;
/** Signs between the parts of a compound. */
const JOINTS = /[._/\-‐‑]+/u;

/** The elided article or pronoun of French, Italian and Catalan: `l’école`, `qu’une`, `dell’arte`. */
const ELIDED = /^(?:[cdjlmnstCDJLMNST]|\p{L}*[qQ][uU]|\p{L}+[lL]{2}|[uU][nN])['’ʼ](?=\p{L}{3})/u;
/** Few words have one, and the patterns around it take long to compile. */
const HAS_APOSTROPHE = /['’ʼ]/;
/** The last name of `O’Brien`, but not the end of `don’t`. */
const NAME_AFTER_APOSTROPHE = /['’ʼ](\p{L}{3,})$/u;

/** Scripts without spaces between words: a dictionary has to split them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Most words are no compounds and are folded by lower case alone. */
const PLAIN = /^(?:[A-Z]?[a-z0-9]+|[A-Z0-9]+)$/;

/** A word of any script, without signs and with no capital after another letter: no compound. */
const LETTERS = /^\p{Lu}?[\p{Ll}\p{Lo}\p{M}\p{N}]+$/u;

/** Nobody types more of a word; anything longer is a web address or noise. */
const LENGTH_MAX = 40;
/** `SR-IOV` and `CI/CD` are also typed as one word; a path of five parts is not. */
const JOINED_PARTS_MAX = 3;

/** Made once, because each construction loads a dictionary. */
let segmenter: Intl.Segmenter | undefined;

/** 1 for each small ASCII letter, by its code, with which a word may begin. */
export type Initials = Uint8Array;

/** Splits a text into its words, in order. With `initials`, plain words that begin with other letters are left out. */
export function tokenize(text: string, initials?: Initials): Word[] {
  const words: Word[] = [];
  const add = (start: number, end: number) => words.push({ text: text.slice(start, end), start, end });
  visitWords(text, add, initials);
  return words;
}

/**
 * Visits the words of a text in order, without cutting them out. Most are plain, and WORD takes twice as long to find
 * those. With `initials`, plain words that begin with other letters are left out.
 */
export function visitWords(text: string, visit: VisitWord, initials?: Initials): void {
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    const end = kind === LETTER ? endOfPlain(text, at) : at;
    if (end > at && (initials === undefined || mayBegin(text, at, end, initials))) visit(at, end);
    if (kind === GAP) at++;
    else at = end > at ? end : visitAnyWord(text, at, visit);
  }
}

type VisitWord = (start: number, end: number) => void;

/** Visits the first word at or after a place, whatever its signs are, and returns its end. */
function visitAnyWord(text: string, at: number, visit: VisitWord): number {
  WORD.lastIndex = at;
  const found = WORD.exec(text);
  if (found === null) return text.length;
  const { 0: word, index } = found;
  if (UNSPACED.test(word)) for (const part of segment(word)) visit(index + part.start, index + part.end);
  else visit(index, index + word.length);
  return index + word.length;
}

/** The end of a word of ASCII letters and digits that begins here; `at` itself if other letters or signs belong to it. */
function endOfPlain(text: string, at: number): number {
  let end = at + 1;
  while (kindAt(text, end) === LETTER) end++;
  if (kindAt(text, end) === GAP) return end;
  return text.charAt(end) === '.' && kindAt(text, end + 1) === GAP ? end : at;
}

/** False for a word of small letters, or of a capital before them, that begins with another letter than these. */
function mayBegin(text: string, at: number, end: number, initials: Initials): boolean {
  const first = text.charCodeAt(at);
  if (first < CAPITAL_A || initials[first | SMALL] === 1) return true;
  for (let next = at + 1; next < end; next++) if (text.charCodeAt(next) < SMALL_A) return true;
  return false;
}

const CAPITAL_A = 0x41;
const SMALL_A = 0x61;
/** The bit that makes a small ASCII letter of a capital. */
const SMALL = 0x20;

const LETTER = 0;
/** May stand inside a word or at its end. */
const SIGN = 1;
const GAP = 2;
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) return LETTER;
  return /['._/+#-]/.test(character) ? SIGN : GAP;
});

/** The kind of a character for WORD. The end of the text is a gap, and what is not ASCII is looked at closely. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return GAP;
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII[code] ?? SIGN) : SIGN;
}

function segment(text: string): readonly TextSpan[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(part => part.isWordLike)
    .map(({ index, segment: { length } }) => ({ start: index, end: index + length }));
}

/**
 * The forms under which a word is indexed and looked up: itself folded and, if it is a compound, its parts after it.
 * `SR-IOV` is `sriov`, `sr`, `iov`; `OpenStack` is `openstack`, `open`, `stack`; `don’t` is `dont`; `O’Brien` is
 * `obrien`, `brien`; `l’école` is `ecole`, `lecole`; `.NET` is `dotnet`, `net`.
 */
export function formsOf(word: string): string[] {
  if (PLAIN.test(word)) return [word.slice(0, LENGTH_MAX).toLowerCase()];
  if (LETTERS.test(word)) return foldParts([word]);
  const hasApostrophe = HAS_APOSTROPHE.test(word);
  const elided = hasApostrophe ? ELIDED.exec(word)?.[0] : undefined;
  if (elided !== undefined) return [...formsOf(word.slice(elided.length)), ...joinParts(word)];
  if (word.startsWith('.')) return [...joinParts(`dot${word}`), ...formsOf(word.slice(1))];
  const lastName = hasApostrophe ? NAME_AFTER_APOSTROPHE.exec(word)?.[1] : undefined;
  const parts = splitCompound(word);
  if (parts.length < 2) return lastName === undefined ? parts : [...parts, ...splitCompound(lastName)];
  return [...joinParts(word), ...parts];
}

function splitCompound(word: string): string[] {
  return foldParts(word.replace(INVISIBLE, '').split(JOINTS).flatMap(splitCamelCase));
}

function foldParts(parts: readonly string[]): string[] {
  return parts.map(part => fold(part).slice(0, LENGTH_MAX)).filter(part => part !== '');
}

/** A compound as one word; empty if nobody would type it so. */
function joinParts(word: string): string[] {
  const parts = splitCompound(word);
  const whole = parts.join('');
  return parts.length <= JOINED_PARTS_MAX && whole.length <= LENGTH_MAX ? [whole] : [];
}

/** True if no sign sets the form apart inside the word: for `open` in `OpenStack`, not for `sr` in `SR-IOV`. */
export function isInnerPart(word: string, form: string): boolean {
  return (
    !word
      .replace(INVISIBLE, '')
      .split(JOINTS)
      .some(part => fold(part) === form) && formsOf(word)[0] !== form
  );
}

/** `OpenStack` has two parts; `SDNs` and `iSCSI` have one, since nobody types a part of a single letter. */
function splitCamelCase(word: string): string[] {
  const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return parts.every(part => part.length > 1) ? parts : [word];
}
