import { isGlue } from './glue.ts';
import type { ConstraintReader } from './reading.ts';

/** Words that leave out what follows, folded. */
const WITHOUT = new Set(
  `without except excluding ohne ausser sans sauf sin excepto salvo menos sem exceto senza tranne zonder
  behalve minus`.split(/\s+/),
);
const BUT = new Set(['but', 'and', 'aber', 'und', 'mais', 'et', 'pero', 'y', 'mas', 'e', 'ma', 'maar', 'en']);
const NOT = new Set(['not', 'no', 'nicht', 'kein', 'keine', 'pas', 'nao', 'non', 'niet', 'geen']);
/** Words that may stand between: `not about kubernetes`, `except for postgres`. */
const LINKS = new Set(['for', 'about', 'on', 'uber', 'sur', 'de', 'sobre', 'su', 'over', 'any', 'the']);

/** `storage without ceph`, `ceph but not kubernetes`: both sides have a topic. */
export const readExclusion: ConstraintReader = (words, at) => {
  const form = words[at]?.form ?? '';
  const next = words[at + 1]?.form ?? '';
  const lead = WITHOUT.has(form)
    ? 1
    : BUT.has(form) && (NOT.has(next) || WITHOUT.has(next))
      ? 2
      : form === 'not' || form === 'nicht'
        ? 1
        : 0;
  if (lead === 0 || words.slice(0, at).every(word => isGlue(word.form))) return undefined;
  let from = at + lead;
  while (LINKS.has(words[from]?.form ?? '')) from++;
  const word = words[from];
  // Two words behind it would as often be a topic of their own.
  if (word === undefined || isGlue(word.form) || words.length > from + 2) return undefined;
  const excluded = words.slice(from);
  return { count: words.length - at, constraints: [{ kind: 'without', words: excluded }], isSure: true };
};
