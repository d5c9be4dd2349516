import { createHash } from 'node:crypto';
import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import { nameKey } from '../text/fold.ts';
import { guidOf } from '../text/keys.ts';

/** Changes if anything in the programme changes. */
export function versionOf({ talks, conference }: Programme): string {
  return guidOf(JSON.stringify([conference, talks])).slice(0, 8);
}

/**
 * Makes a slug of lower case letters, digits and single hyphens; empty if the text has no Latin letter and no digit.
 */
export function slugOf(text: string): string {
  return nameKey(text.slice(0, 500))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

/**
 * Makes an acronym of at least four characters without hyphens, as the schemas want: it begins each talk's slug, up to
 * the first hyphen.
 */
export function acronymOf(name: string | undefined): string {
  const slug = slugOf(name ?? '').replaceAll('-', '_');
  return slug.length < 4 ? `${slug}_conference`.replace(/^_/, '') : slug;
}

/** The talk's id if it is a number. */
export function numberOf(talk: Talk): number | undefined {
  return /^[1-9]\d{0,14}$/.test(talk.id) ? Number(talk.id) : undefined;
}

/** Returns a function that makes unused numbers, always the same for the same words. */
export function createNumbering(taken: Iterable<number>): (...words: readonly string[]) => number {
  const numbers = new Set(taken);
  return (...words) => {
    let number = createHash('sha256').update(JSON.stringify(words)).digest().readUInt32BE() >>> 1 || 1;
    while (numbers.has(number)) number++;
    numbers.add(number);
    return number;
  };
}
