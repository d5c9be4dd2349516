import { fold } from '../programme/fold.ts';

const FILLERS: ReadonlySet<string> = new Set([
  'none',
  'none none',
  'null',
  'null null',
  'undefined',
  'undefined undefined',
  'nil',
  'nan',
  'n a',
  'na',
  'tba',
  'tbc',
  'tbd',
  'todo',
  'bio',
  'biography',
  'bio here',
  'bio tba',
  'bio tbd',
  'bio to come',
  'bio coming soon',
  'coming soon',
  'to come',
  'to be added',
  'to be announced',
  'to be confirmed',
  'to be defined',
  'to be determined',
  'to follow',
  'placeholder',
]);

/** True for what people and programs write where there is nothing to say: `None`, `n/a`, `TBD`, `-`, `xxx`, lorem ipsum. */
export function isFiller(text: string): boolean {
  const words = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return FILLERS.has(words) || words === '' || /^x+$|^[a-z0-9]$|^lorem ipsum\b/u.test(words);
}
