import { editDistance } from '../../text/edit-distance.ts';
import { nameKey } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';

/**
 * Whether two titles differ by no more than a slip or a word that was left out, so that whoever speaks decides whether
 * they are one talk's. `Part 1` and `Part 2`, `Part I` and `Part II`, `Monday` and `Sunday`, `(de)` and `(en)` are never
 * slips of each other.
 */
export function areNearTitles(one: string, other: string): boolean {
  const [x, y] = [wordsOf(one), wordsOf(other)];
  if (distinctiveWords(x) !== distinctiveWords(y)) return false;
  const [a, b] = [x.join('-'), y.join('-')];
  if (editDistance(a, b, 2) <= maxEdits(Math.min(a.length, b.length))) return !isOtherLanguage(x, y);
  return isShortened(one, other) || isShortened(other, one);
}

/**
 * The same where nobody is named who could decide: only a slip in a long word of a long title, for `Introduction to Rust`
 * and `Introduction to Ruby` are two talks.
 */
export function areSurelyNearTitles(one: string, other: string): boolean {
  const [x, y] = [wordsOf(one), wordsOf(other)];
  if (
    distinctiveWords(x) !== distinctiveWords(y) ||
    Math.min(x.join('').length, y.join('').length) < LONG_TITLE
  )
    return false;
  if (x.length !== y.length) return x.join('') === y.join('');
  const different = x.flatMap((word, i) => (word === y[i] ? [] : [[word, y[i] ?? ''] as const]));
  return different.length === 1 && different.every(([a, b]) => isSlipInLongWord(a, b));
}

const LONG_TITLE = 12;
const LONG_WORD = 6;

function isSlipInLongWord(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= LONG_WORD && editDistance(a, b, 1) <= 1;
}

/** Without a subtitle, or without one word in four at most. */
function isShortened(short: string, whole: string): boolean {
  const [part, all] = [dropAnd(short), dropAnd(whole)];
  if (part.length > all.length) return false;
  const ends = [...whole.matchAll(/$|:|\s[–—-]\s|\(/g)].map(({ index }) => index);
  if (ends.some(end => dropAnd(whole.slice(0, end)).join('-') === part.join('-'))) return true;
  return part.length >= 3 && part.length >= all.length * 0.75 && isSubsequence(part, all);
}

function isSubsequence(part: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === part[at]) at++;
  return at === part.length;
}

function wordsOf(title: string): readonly string[] {
  return nameKey(title).split('-');
}

/** `&` is no letter, so the word that it stands for is none either. */
const AND = new Set(['and', 'und', 'et', 'y', 'e']);

function dropAnd(title: string): readonly string[] {
  return wordsOf(title).filter(word => !AND.has(word));
}

/** Words that make another talk of a similar title: numbers and days. */
function distinctiveWords(words: readonly string[]): string {
  return words
    .filter(word => /\p{N}/u.test(word) || /^[ivx]+$/.test(word) || /^\p{L}+day$/u.test(word))
    .join(' ');
}

/** The same for all titles that are near to this one. */
export function distinctivePart(title: string): string {
  return distinctiveWords(wordsOf(title));
}

/** `(de)` and `(en)`: two letters are soon replaced, and then mean something else. */
function isOtherLanguage(x: readonly string[], y: readonly string[]): boolean {
  return (
    x.length === y.length && x.every((word, i) => word === y[i] || (word.length <= 2 && y[i]?.length === 2))
  );
}

/**
 * Whether two names may well be one person's: the same but for the order of its parts, a middle name, first names that
 * are initials, or a slip. `Lund, Ada M.`, `Ada Lund`, `A. Lund` and `Ada Lnud` are. Only of use where something else
 * says so too, for Jon and Joe Smith are two.
 */
export function mayBeSamePerson(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [nameKey(one), nameKey(other)];
  if (a === b) return true;
  const [x, y] = [a.split('-'), b.split('-')];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length > 1 && short.every(part => long.includes(part))) return true;
  if (short.length > 1 && isAbbreviated(x, y)) return true;
  return editDistance(a, b, 2) <= maxEdits(Math.min(a.length, b.length));
}

/** `A. Lund` for `Ada Lund`. */
function isAbbreviated(x: readonly string[], y: readonly string[]): boolean {
  const [first, other] = [x[0] ?? '', y[0] ?? ''];
  const isInitial = first.length === 1 || other.length === 1;
  return isInitial && first[0] === other[0] && x.at(-1) === y.at(-1);
}

/** How many letters a text of this length may be off. */
function maxEdits(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** More than are alike in a programme of people; it bounds the work for each row of a hostile one. */
const COMPARED_MAX = 50;

/**
 * Finds those that are worth comparing with an entry, in their order: of all that have a key in common with it those with
 * the rarest keys, and of one key first those that are not yet taken.
 */
export function createCandidateFinder<Entry>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
  isTaken: (entry: Entry) => boolean = () => false,
): (entry: Entry) => readonly Entry[] {
  const places = groupByEach([...entries.entries()], ([, entry]) => keysOf(entry));
  const groups = new Map([...places].map(([key, all]) => [key, { all, free: 0 }]));
  return wanted => {
    const found = new Map<number, Entry>();
    const sharing = [...new Set(keysOf(wanted))].flatMap(key => groups.get(key) ?? []);
    for (const group of sharing.sort((a, b) => a.all.length - b.all.length)) {
      while (group.all.slice(group.free, group.free + 1).some(([, entry]) => isTaken(entry))) group.free++;
      const free = group.all.slice(group.free, group.free + COMPARED_MAX);
      const taken = group.all.slice(0, Math.min(group.free, COMPARED_MAX - free.length));
      for (const [place, entry] of [...free, ...taken])
        if (found.size < COMPARED_MAX) found.set(place, entry);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, entry]) => entry);
  };
}
