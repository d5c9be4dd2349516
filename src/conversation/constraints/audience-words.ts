import { fold } from '../../text/fold.ts';
import { isTalkWord } from './glue.ts';
import type { ConstraintReader, Reading } from './reading.ts';

/** Names of a level, folded: first those that programmes use, then the people it is for. */
const LEVELS: readonly ReadonlySet<string>[] = [
  `beginner beginners introductory intro novice basic newcomer newcomers novices einsteiger anfanger debutant debutants
   principiante principiantes iniciante iniciantes principianti 初心者`,
  `advanced expert experts fortgeschrittene experten avance avances experto expertos avanzado avanzados avancado avancados esperti
   avanzati gevorderden 上級者`,
].map(names => new Set(names.split(/\s+/).map(fold)));

/** Before another word these belong to a topic: `for expert systems`, `for advanced routing`. */
const ADJECTIVES = new Set('beginner introductory intro novice basic advanced expert'.split(' '));

const LEADS = new Set('for fur pour para per voor'.split(' '));

/** `for beginners`, `für Einsteiger`: a level of the programme, or else people of whom it says nothing. */
const readAudience: ConstraintReader['read'] = (words, at, { lexicon }) => {
  const isLed = LEADS.has(words[at]?.form ?? '');
  const place = isLed ? at + 1 : at;
  const form = words[place]?.form ?? '';
  const names = LEVELS.find(each => each.has(form));
  const isFollowed = isTalkWord(words[place + 1]?.form ?? '');
  if (names === undefined || !(isLed || isFollowed)) return undefined;
  if (ADJECTIVES.has(form) && !isFollowed && place + 1 < words.length) return undefined;
  const [level] = Array.from(names).flatMap(name => lexicon.level(name) ?? []);
  const count = place + 1 - at;
  if (level !== undefined) return reading({ kind: 'filter', name: 'level', value: level }, count);
  // A talk may say for whom it is.
  return lexicon.hasWord(form) ? undefined : reading({ kind: 'audience' }, count);
};

function reading(constraint: Reading['constraints'][number], count: number): Reading {
  return { count, constraints: [constraint], isSure: true };
}

export const audienceReader: ConstraintReader = {
  begins: () => [...LEADS, ...LEVELS.flatMap(names => [...names])],
  read: readAudience,
};
