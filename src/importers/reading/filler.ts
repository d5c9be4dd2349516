import { fold } from '../../text/fold.ts';

const NOBODY: ReadonlySet<string> = new Set([
  '',
  'none',
  'none none',
  'null',
  'null null',
  'undefined',
  'undefined undefined',
  'n a',
  'tba',
  'tbc',
  'tbd',
  'speaker tba',
  'speaker tbd',
  'to be announced',
  'to be confirmed',
  'to be defined',
  'to be determined',
]);

const NO_BIO: ReadonlySet<string> = new Set([
  ...NOBODY,
  'bio',
  'bio here',
  'bio tba',
  'bio tbd',
  'bio to come',
  'bio coming soon',
  'biography',
  'coming soon',
  'na',
  'nil',
  'placeholder',
  'to be added',
  'to come',
  'to follow',
  'todo',
]);

/** True for what people and programs write where a name should be and there is nobody: `None None`, `TBD`, `-`. */
export function isNobody(name: string): boolean {
  return NOBODY.has(words(name));
}

/** True for what stands where a bio should be and says nothing: `None`, `n/a`, `Coming soon`, `xxx`, lorem ipsum. */
export function isNoBio(bio: string): boolean {
  const said = words(bio.slice(0, 100));
  return NO_BIO.has(said) || /^(x+|[a-z0-9]|lorem ipsum\b.*)$/.test(said);
}

function words(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
