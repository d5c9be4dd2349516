import { editDistance } from '../../text/edit-distance.ts';
import { nameKey } from '../../text/fold.ts';

/**
 * Whether two names may well be one person's: the same but for the order of its parts, a middle name, first names that
 * are initials, or a slip. `Lund, Ada M.`, `Ada Lund`, `A. Lund` and `Ada Lnud` are. Only of use where something else
 * says so too, for Jon and Joe Smith are two.
 */
export function maybeSamePerson(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [nameKey(one), nameKey(other)];
  if (a === b) return true;
  const [x, y] = [a.split('-'), b.split('-')];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length > 1 && short.every(part => long.includes(part))) return true;
  if (short.length > 1 && isAbbreviated(x, y)) return true;
  return editDistance(a, b, 2) <= slipsIn(Math.min(a.length, b.length));
}

/** `A. Lund` for `Ada Lund`. */
function isAbbreviated(x: readonly string[], y: readonly string[]): boolean {
  const [first, other] = [x[0] ?? '', y[0] ?? ''];
  const isInitial = first.length === 1 || other.length === 1;
  return isInitial && first[0] === other[0] && x.at(-1) === y.at(-1);
}

/** How many letters a text of this length may be off. */
export function slipsIn(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
