import { ABSTRACT, FIELDS, TITLE } from './fields.ts';
import type { Index } from './index-programme.ts';
import type { Term } from './terms.ts';

/** The share of neighbouring words of the query that stand together in a talk; half of it where only in its abstract. */
export function adjacency(index: Index, talk: number, terms: readonly Term[]): number {
  let sum = 0;
  for (let i = 1; i < terms.length; i++) {
    const a = index.vocabulary.stemNumber(terms[i - 1]?.stem ?? '');
    const b = index.vocabulary.stemNumber(terms[i]?.stem ?? '');
    if (a === undefined || b === undefined) continue;
    if (together(index, talk, TITLE, a, b)) sum += 1;
    else if (together(index, talk, ABSTRACT, a, b)) sum += 0.5;
  }
  return sum / (terms.length - 1);
}

function together(index: Index, talk: number, field: number, a: number, b: number): boolean {
  const place = talk * FIELDS.length + field;
  const end = index.tokens.starts[place + 1] ?? 0;
  let word = 0;
  let seen = -2;
  for (let i = index.tokens.starts[place] ?? 0; i < end; i++) {
    const code = index.tokens.codes[i] ?? 0;
    word += code & 1;
    const stem = index.vocabulary.stems[code >> 1] ?? 0;
    if (stem === b && word - seen <= 1 && a !== b) return true;
    if (stem === b && word - seen === 1) return true;
    if (stem === a) seen = word;
  }
  return false;
}
