/** A shortened text ends with no white space and none of these before its "…". */
const LOOSE_SIGNS = ',;:.–—-';
const WHITE_SPACE = /\s/u;

/**
 * A text of at most `length` code units: cut between words, with "…" where something is left out. A word is cut through
 * only if less than half of the length would remain, and a character never.
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return length < 1 ? '' : `${text.slice(0, placeToCut(text, length))}…`;
}

/** The place where a longer text is cut, so that what begins at `from` has at most `length` code units with its "…". */
export function placeToCut(text: string, length: number, from = 0): number {
  let end = lastSpace(text, length, from) ?? from + length - 1;
  if (end > from && isHalfCharacter(text.charCodeAt(end - 1))) end--;
  while (end > from && isLoose(text, end - 1)) end--;
  return end;
}

/** The place of the last white space in the second half of what fits. */
function lastSpace(text: string, length: number, from: number): number | undefined {
  for (let at = from + length - 1; at > from + length / 2; at--) if (isSpace(text.charCodeAt(at))) return at;
  return undefined;
}

/** True if a text that is cut here loses whole words only. */
export function isBetweenWords(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && LOOSE_SIGNS.includes(text.charAt(next))) next++;
  return next === text.length || isSpace(text.charCodeAt(next));
}

function isLoose(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) || LOOSE_SIGNS.includes(text.charAt(at));
}

/** As \s. A pattern for each character would take most of the time of an answer's summaries. */
function isSpace(code: number): boolean {
  if (code < NO_BREAK_SPACE) return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN);
  return WHITE_SPACE.test(String.fromCharCode(code));
}

const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/** The first half of a character that is two code units. */
function isHalfCharacter(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/**
 * A count with its noun, as people read it: `1 talk`, `2 talks`, `1,025 talks`. `plural` is needed only if it is not
 * the noun with an s: `pluralise(3, 'reply', 'replies')`.
 */
export function pluralise(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** `1,025` */
export function formatCount(count: number): string {
  // Intl would do the same, after it has loaded its rules for 20 ms, and in ten times as long.
  return count < 1000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The first of some names, and how many more there are: `Ropes, Knots and 3 more`. */
export function listSome(names: readonly string[], max: number): string {
  const others = names.length - max;
  return `${names.slice(0, max).join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}
