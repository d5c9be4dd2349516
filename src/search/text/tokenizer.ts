import { fold } from '../../text/fold.ts';

/** A word of a text as it stands there, from `start` to before `end`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Letters and digits, with the signs that hold a word together inside: `SR-IOV`, `node.js`, `CI/CD`, `don’t`, and a
 * soft hyphen or a joiner that a reader does not see. A sign at either end belongs to the sentence, but for those of
 * `C++`, `C#` and `.NET`.
 */
const WORD =
  /(?:\.(?<![^\s("'“‘„«/]\.)(?=\p{L}))?[\p{L}\p{N}\p{M}]+(?:[\p{Cf}'’ʼ._/\-‐‑]+[\p{L}\p{N}\p{M}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** What goes from a word without parting it: apostrophes, and characters that a reader does not see. */
const INVISIBLE = /[\p{Cf}'’ʼ]/gu;
/** What parts a word that is put together. */
const JOINTS = /[._/\-‐‑]+/u;

/** What French, Italian and Catalan leave of a small word before a vowel: `l’école`, `qu’une`, `dell’arte`. */
const ELIDED = /^(?:[cdjlmnst]|\p{L}*qu|\p{L}+ll|un)['’ʼ](?=\p{L}{3})/iu;
/** The last name of `O’Brien`, but not the end of `don’t`. */
const NAME_AFTER_APOSTROPHE = /['’ʼ](\p{L}{3,})$/u;

/** Scripts that put no spaces between words, so that only a dictionary can tell them apart. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Most words are in one piece, and to be folded only need small letters. */
const PLAIN = /^(?:[A-Z]?[a-z0-9]+|[A-Z0-9]+)$/;

/** Nobody types more of a word than this; what is longer is a web address or noise. */
const LENGTH_MAX = 40;
/** `SR-IOV` and `CI/CD` are names and are also typed as one word; a path of five parts is not. */
const JOINED_PARTS_MAX = 3;

/** Made once: each making loads a dictionary. */
let segmenter: Intl.Segmenter | undefined;

/** The words of a text, in order. */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  const hasUnspaced = UNSPACED.test(text);
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found !== null; found = WORD.exec(text)) {
    const { 0: run, index } = found;
    if (hasUnspaced && UNSPACED.test(run)) words.push(...segment(run, index));
    else words.push({ text: run, start: index, end: index + run.length });
  }
  return words;
}

function segment(run: string, at: number): Word[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...segmenter.segment(run)]
    .filter(part => part.isWordLike)
    .map(part => ({
      text: part.segment,
      start: at + part.index,
      end: at + part.index + part.segment.length,
    }));
}

/**
 * What a word is indexed and looked up as: itself folded and, where it is put together, its parts after it.
 * `SR-IOV` is `sriov`, `sr`, `iov`; `OpenStack` is `openstack`, `open`, `stack`; `don’t` is `dont`; `O’Brien` is
 * `obrien`, `brien`; `l’école` is `ecole`, `lecole`; `.NET` is `dotnet`, `net`.
 */
export function formsOf(word: string): string[] {
  if (PLAIN.test(word)) return [word.slice(0, LENGTH_MAX).toLowerCase()];
  const elided = ELIDED.exec(word)?.[0];
  if (elided !== undefined) return [...formsOf(word.slice(elided.length)), ...joinParts(word)];
  if (word.startsWith('.')) return [...joinParts(`dot${word}`), ...formsOf(word.slice(1))];
  const lastName = NAME_AFTER_APOSTROPHE.exec(word)?.[1];
  const parts = splitCompound(word);
  if (parts.length < 2) return lastName === undefined ? parts : [...parts, ...splitCompound(lastName)];
  return [...joinParts(word), ...parts];
}

function splitCompound(word: string): string[] {
  return word
    .replace(INVISIBLE, '')
    .split(JOINTS)
    .flatMap(splitCamelCase)
    .map(part => fold(part).slice(0, LENGTH_MAX))
    .filter(part => part !== '');
}

/** The whole of a word that is put together; none where nobody would type it so. */
function joinParts(word: string): string[] {
  const parts = splitCompound(word);
  const whole = parts.join('');
  return parts.length <= JOINED_PARTS_MAX && whole.length <= LENGTH_MAX ? [whole] : [];
}

/** Whether a form is only a part inside a word, as `open` is inside `OpenStack`, and no word that a sign sets apart. */
export function isInnerPart(word: string, form: string): boolean {
  return (
    !word
      .replace(INVISIBLE, '')
      .split(JOINTS)
      .some(part => fold(part) === form) && formsOf(word)[0] !== form
  );
}

/** `OpenStack` has two parts, `SDNs` and `iSCSI` have one: a part of a single letter helps nobody. */
function splitCamelCase(word: string): string[] {
  const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return parts.every(part => part.length > 1) ? parts : [word];
}

/** Twice the words of a large conference. */
const REMEMBERED = 100_000;

/** The forms of a word as it stands in a text. */
export type FormsOfWord = (word: string) => readonly string[];

/** Texts repeat their words, so each is taken apart once. */
export function rememberForms(): FormsOfWord {
  const remembered = new Map<string, readonly string[]>();
  return word => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const forms = formsOf(word);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, forms);
    return forms;
  };
}
