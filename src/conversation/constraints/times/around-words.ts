import { isGlue } from '../glue.ts';
import type { Lexicon } from '../lexicon.ts';
import { type ConstraintReader, formsFrom, type Reading } from '../reading.ts';
import type { TypedWord } from '../typed-words.ts';
import { clockTime, readTypedTime, TIME_BEGINNINGS } from './clock-words.ts';
import { OCCASIONS } from './occasions.ts';
import { AT, endsTime, LINK, readNoTime } from './time-words.ts';

const AFTER = new Set(
  'after from since nach ab apres des despues desde depois apos dopo dalle na vanaf starting'.split(' '),
);
const BEFORE = new Set("before until till vor bis avant jusqu'a antes ate prima fino voor tot by".split(' '));
const DURING = new Set('during wahrend pendant durante tijdens'.split(' '));
/** Before a person or a title they say a time, and nothing else. */
const FOLLOWING = new Set('after before nach vor apres avant despues antes depois dopo prima'.split(' '));

/** `after 14:00`, `before noon`, `nach 14 Uhr`, `after lunch`, `after the keynote`. */
const readAfter: ConstraintReader['read'] = (words, at, { lexicon }) => {
  const form = words[at]?.form ?? '';
  const behind = readBehind(words, at);
  if (behind !== undefined) return behind;
  const side = DURING.has(form)
    ? 'during'
    : AFTER.has(form)
      ? 'after'
      : BEFORE.has(form)
        ? 'before'
        : undefined;
  if (side === undefined) return undefined;
  let place = at + 1;
  while (LINK.has(words[place]?.form ?? '') || AT.has(words[place]?.form ?? '')) place++;
  const clock = side === 'during' ? undefined : readTypedTime(words, place);
  if (clock !== undefined) {
    const time = clockTime(clock);
    if (clock.isBare && !endsTime(words, place + clock.count)) return undefined;
    const window = side === 'after' ? { from: time, to: undefined } : { from: undefined, to: time };
    return {
      count: place + clock.count - at,
      constraints: [{ kind: 'window', ...window }],
      isSure: true,
    };
  }
  const none = readNoTime(words, at, place);
  if (none !== undefined) return none;
  for (let count = Math.min(OCCASION_WORDS_MAX, words.length - place); count > 0; count--) {
    const title = formsFrom(words, place, count);
    const isKnown = lexicon.isOccasion(title);
    if (isKnown || (FOLLOWING.has(form) && isOneTalk(title, words.length - place === count, lexicon)))
      return { count: place + count - at, constraints: [{ kind: 'around', side, title }], isSure: isKnown };
  }
  return undefined;
};

const OCCASION_WORDS_MAX = 6;

/** `after Ada Lund`, `after cilium at scale`; a single word of a title is a topic. */
function isOneTalk(title: string, isLast: boolean, lexicon: Lexicon): boolean {
  // Somebody may call himself `it`.
  if (isGlue(title)) return false;
  return lexicon.isSpeaker(title) || (isLast && title.includes(' ') && lexicon.isInTitle(title));
}

export const afterReader: ConstraintReader = {
  begins: () => [...AFTER, ...BEFORE, ...DURING, ...OCCASIONS, ...TIME_BEGINNINGS],
  read: readAfter,
};

/** Japanese says it behind the time. */
const BEHIND: ReadonlyMap<string, 'after' | 'before'> = new Map([
  ['から', 'after'],
  ['以降', 'after'],
  // Folded: まで
  ['まて', 'before'],
]);

/** `昼食後` */
const SIDES_BEHIND: ReadonlyMap<string, 'after' | 'before' | 'during'> = new Map([
  ...['後', 'の後'].map(form => [form, 'after'] as const),
  ...['前', 'の前'].map(form => [form, 'before'] as const),
  ...['中', 'の中'].map(form => [form, 'during'] as const),
]);

function readBehind(words: readonly TypedWord[], at: number): Reading | undefined {
  const title = words[at]?.form ?? '';
  const aside = OCCASIONS.has(title) ? SIDES_BEHIND.get(words[at + 1]?.form ?? '') : undefined;
  if (aside !== undefined)
    return { count: 2, constraints: [{ kind: 'around', side: aside, title }], isSure: true };
  const typed = readTypedTime(words, at);
  const side = typed && BEHIND.get(words[at + typed.count]?.form ?? '');
  if (typed === undefined || side === undefined) return undefined;
  const time = clockTime(typed);
  const window = side === 'after' ? { from: time, to: undefined } : { from: undefined, to: time };
  return { count: typed.count + 1, constraints: [{ kind: 'window', ...window }], isSure: true };
}
