import { cleanLine } from '../reading/clean.ts';

/**
 * Reads the categories of a calendar's events as tracks. Sched writes all of them in capitals; then words become words
 * again, but for those that are short or have no vowels, as AI, ML and CNCF.
 */
export function icsTracks(categories: readonly string[]): (category: string) => string {
  const isShouted =
    categories.length > 0 && categories.every(category => category === category.toUpperCase());
  return category => cleanLine(isShouted ? category.replace(/[\p{L}\p{M}'’]+/gu, inWords) : category);
}

const SMALL = new Set(['AND', 'FOR', 'OF', 'IN', 'ON', 'THE', 'TO', 'WITH', 'BY', 'OR', 'AT', 'A']);

function inWords(word: string, at: number): string {
  if (SMALL.has(word)) return at === 0 ? capitalised(word) : word.toLowerCase();
  const isAbbreviation = [...word].length <= 3 || !/[AEIOUYÀ-ÖØ-Ý]/.test(word);
  return isAbbreviation && !['ALL', 'CO', 'DAY', 'NEW', 'NON', 'ONE', 'PRE', 'WEB'].includes(word)
    ? word
    : capitalised(word);
}

function capitalised(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
