import { compare } from '../text/keys.ts';

/** Characters of most names of files. */
const PLAIN = /^[\w.-]*$/;

/** As people sort: `talk 9` before `talk 10`; names that differ in nothing a person sees still have one order. */
export function sortNaturally<Named extends { readonly name: string }>(entries: readonly Named[]): Named[] {
  const keyed = entries.map(entry => ({ entry, key: plainKeyOf(entry.name) }));
  keyed.sort(({ key: a, entry: one }, { key: b, entry: other }) =>
    a === undefined || b === undefined || a === b ? compareByUnicode(one.name, other.name) : compare(a, b),
  );
  return keyed.map(({ entry }) => entry);
}

/**
 * A text that is in order where Unicode has the name, but for the case of letters and zeros before numbers. Undefined for a
 * name of other characters.
 */
function plainKeyOf(name: string): string | undefined {
  return PLAIN.test(name) ? name.toLowerCase().replace(/\d+|\D/g, rankOf) : undefined;
}

/** Signs stand before numbers and those before letters; of numbers, the shorter one comes first. */
function rankOf(part: string): string {
  const sign = '_-.'.indexOf(part);
  if (sign >= 0) return `0${sign}`;
  if (!/\d/.test(part)) return `2${part}`;
  const digits = part.replace(/^0+(?=\d)/, '');
  return `1${String.fromCharCode(digits.length)}${digits}`;
}

let collator: Intl.Collator | undefined;

/** The first time this takes 6 ms, for the tables of Unicode. */
function compareByUnicode(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || compare(a, b);
}
