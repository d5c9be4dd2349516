import { isGlue, isTalkWord } from './glue.ts';
import { languageReader, roomReader, trackReader, typeReader } from './name-words.ts';
import {
  type Constraint,
  type ConstraintReader,
  firstWords,
  type Reading,
  type ReadingContext,
} from './reading.ts';
import { dayReader } from './times/day-words.ts';
import type { TypedWord } from './typed-words.ts';

/** Words that leave out what follows, folded. */
const WITHOUT = new Set(
  `without except excluding ohne ausser sans sauf sin excepto salvo menos sem exceto senza tranne zonder
  behalve minus`.split(/\s+/),
);
const BUT = new Set(['but', 'and', 'aber', 'und', 'mais', 'et', 'pero', 'y', 'mas', 'e', 'ma', 'maar', 'en']);
const NOT = new Set(['not', 'no', 'nicht', 'kein', 'keine', 'pas', 'nao', 'non', 'niet', 'geen']);
/** Words that may stand between: `not about kubernetes`, `except for postgres`. */
const LINKS = new Set(['for', 'about', 'on', 'uber', 'sur', 'de', 'sobre', 'su', 'over', 'any', 'the']);

/** `kubernetes other than ceph` */
const WITHOUT_IN_WORDS = new Set([
  'other than',
  'apart from',
  'aside from',
  'rather than',
  'instead of',
  'anything but',
  'todo menos',
  'a parte',
]);

/** `storage without ceph`, `ceph but not kubernetes`, `talks not about ceph`: something is there to be left out of. */
const readExclusion: ConstraintReader['read'] = (words, at, context) => {
  const form = words[at]?.form ?? '';
  const next = words[at + 1]?.form ?? '';
  const opposed = readOpposition(words, at);
  if (opposed !== undefined) return opposed;
  const lead = WITHOUT_IN_WORDS.has(`${form} ${next}`)
    ? 2
    : WITHOUT.has(form)
      ? 1
      : BUT.has(form) && (NOT.has(next) || WITHOUT.has(next))
        ? 2
        : form === 'not' || form === 'nicht' || (form === 'no' && words.length === at + 2)
          ? 1
          : 0;
  if (lead === 0) return undefined;
  const before = words.slice(0, at);
  const isBare = before.every(({ form }) => isGlue(form)) && !before.some(({ form }) => isTalkWord(form));
  if (isBare) return undefined;
  const constraint = readExcludedConstraint(words.slice(at + lead), context);
  if (constraint !== undefined) return { ...constraint, count: lead + constraint.count };
  let from = at + lead;
  while (LINKS.has(words[from]?.form ?? '')) from++;
  const word = words[from];
  // Two words behind it would as often be a topic of their own.
  if (word === undefined || isGlue(word.form) || words.length > from + 2) return undefined;
  const excluded = words.slice(from);
  return { count: words.length - at, constraints: [{ kind: 'without', words: excluded }], isSure: true };
};

export const exclusionReader: ConstraintReader = {
  begins: () => [...WITHOUT, ...BUT, ...NOT, ...firstWords(WITHOUT_IN_WORDS)],
  read: readExclusion,
};

/** `but not in quay hall`, `except workshops`, `not on wednesday`: a room, a track, a language, a kind or a day. */
function readExcludedConstraint(words: readonly TypedWord[], context: ReadingContext): Reading | undefined {
  for (const { read } of [dayReader, roomReader, trackReader, languageReader, typeReader]) {
    const reading = read(words, 0, context);
    if (reading?.isSure !== true) continue;
    const constraints = reading.constraints.flatMap((one): readonly Constraint[] => {
      if (one.kind === 'day') return [{ kind: 'filter', name: 'day', value: one.day, not: true }];
      return one.kind === 'filter' ? [{ ...one, not: true }] : [];
    });
    if (constraints.length === reading.constraints.length) return { ...reading, constraints };
  }
  return undefined;
}

/** `not ceph but kubernetes` */
function readOpposition(words: readonly TypedWord[], at: number): Reading | undefined {
  if (!NOT.has(words[at]?.form ?? '')) return undefined;
  const [excluded, but, wanted] = words.slice(at + 1, at + 4);
  if (excluded === undefined || wanted === undefined || !words.slice(0, at).every(({ form }) => isGlue(form)))
    return undefined;
  if (!BUT.has(but?.form ?? '') || but?.form === 'and' || isGlue(excluded.form)) return undefined;
  return { count: 3, constraints: [{ kind: 'without', words: [excluded] }], isSure: true };
}
