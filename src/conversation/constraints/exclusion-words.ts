import { firstWords } from './beginnings.ts';
import { isGlue, isTalkWord } from './glue.ts';
import { languageReader, roomReader, trackReader } from './name-words.ts';
import {
  type Constraint,
  type ConstraintReader,
  formsFrom,
  type Reading,
  type ReadingContext,
} from './reading.ts';
import { aheadReader, restOfDayReader } from './times/ahead-words.ts';
import { afterReader } from './times/around-words.ts';
import { partOfDayReader } from './times/day-parts.ts';
import { dayReader } from './times/day-words.ts';
import { hourReader, rangeReader } from './times/time-words.ts';
import { weekReader } from './times/week-words.ts';
import { typeReader } from './type-words.ts';
import type { TypedWord } from './typed-words.ts';

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Words that leave out what follows, folded. */
const WITHOUT = wordsOf(
  `without except excluding besides ohne ausser sans sauf sin excepto salvo menos sem exceto senza tranne eccetto
  zonder behalve minus`,
);
/** `everything but ceph`, `tout sauf ceph` */
const EVERYTHING = wordsOf('everything anything all alles alle tout tous todo todos tudo tutto tutti');
const BUT = wordsOf('but and aber und mais et pero y mas e ma maar en');
const NOT = wordsOf('not no nicht kein keine keinen keiner pas nao non niet geen');
/** The others of NOT leave a topic out only before a word of LINKS: `pas de ceph`, and hardly `pas mal`. */
const NOT_TOPIC = wordsOf('not no nicht kein keine keinen keiner geen');
/** `nothing about kubernetes`; `nothing` by itself leaves nothing out. */
const NOTHING = wordsOf('nothing nichts rien nada niente niets');
/** Words that may stand between: `not about kubernetes`, `except for postgres`. */
const LINKS = wordsOf('for about on with uber zu mit sur de sobre su di over any the');
/** `why not ceph` and `with no downtime` leave nothing out. */
const BEFORE_SAYING = wordsOf('why warum pourquoi perche waarom with or if');
/** `not only ceph`, `not sure`, `no thanks` */
const SAYINGS = wordsOf(
  'only just sure yet really nur sicher idea thanks thank problem worries way matter one',
);
const JOINS = wordsOf('and or nor und oder et ou y o e of en');

/** `kubernetes other than ceph` */
const WITHOUT_IN_WORDS = new Set([
  'other than',
  'apart from',
  'aside from',
  'rather than',
  'instead of',
  'todo menos',
  'a parte',
]);

/** The words that say that something is left out. */
interface Lead {
  readonly count: number;
  /** False for `no`, `not` and `but`, which are in names and sayings: the programme must have what they leave out. */
  readonly isPlain: boolean;
  /** Whether a topic may follow without a word of LINKS between. */
  readonly isDirect: boolean;
}

/** `storage without ceph`, `ceph but not kubernetes`, `talks not about ceph`, `everything but ceph tomorrow`. */
const readExclusion: ConstraintReader['read'] = (words, at, context) => {
  const opposed = readOpposition(words, at);
  if (opposed !== undefined) return opposed;
  const lead = readLead(words, at);
  if (lead === undefined || BEFORE_SAYING.has(words[at - 1]?.form ?? '')) return undefined;
  const constraint = readExcludedConstraint(words, at + lead.count, context);
  if (constraint !== undefined) return { ...constraint, count: lead.count + constraint.count };
  let from = at + lead.count;
  while (isLink(words[from]?.form)) from++;
  if (!lead.isDirect && from === at + lead.count) return undefined;
  const topics = readTopics(words, from, context);
  if (topics === undefined) return undefined;
  const count = topics.end - at;
  if (isBareName(words, { at, count, lead }, context)) return undefined;
  return { count, constraints: topics.constraints, isSure: true };
};

export const exclusionReader: ConstraintReader = {
  begins: () => [...[...WITHOUT, ...EVERYTHING, ...BUT, ...NOT, ...NOTHING], ...firstWords(WITHOUT_IN_WORDS)],
  read: readExclusion,
};

function readLead(words: readonly TypedWord[], at: number): Lead | undefined {
  const form = words[at]?.form ?? '';
  const next = words[at + 1]?.form ?? '';
  if (EVERYTHING.has(form)) {
    const place = isTalkWord(next) ? at + 2 : at + 1;
    const lead =
      words[place]?.form === 'but' && !NOT.has(words[place + 1]?.form ?? '')
        ? { count: 1, isPlain: false, isDirect: true }
        : readLead(words, place);
    return lead && { ...lead, count: place - at + lead.count };
  }
  if (WITHOUT_IN_WORDS.has(`${form} ${next}`)) return { count: 2, isPlain: true, isDirect: true };
  if (WITHOUT.has(form)) return { count: 1, isPlain: true, isDirect: true };
  if (BUT.has(form) && (NOT.has(next) || WITHOUT.has(next)))
    return { count: 2, isPlain: true, isDirect: true };
  if (NOTHING.has(form)) return { count: 1, isPlain: true, isDirect: false };
  return NOT.has(form) ? { count: 1, isPlain: false, isDirect: NOT_TOPIC.has(form) } : undefined;
}

function isLink(form: string | undefined): boolean {
  return form !== undefined && (LINKS.has(form) || isTalkWord(form));
}

interface Topics {
  readonly constraints: readonly Constraint[];
  /** The place behind the last of them. */
  readonly end: number;
}

/** More words are as often a topic of their own. */
const TOPIC_WORDS_MAX = 2;

/**
 * The topics from a place on: `ceph`, `ceph or kubernetes`. Each ends where a time, a room or a small word begins, or at a
 * comma. Undefined if other words follow, which would as often belong to it.
 */
function readTopics(words: readonly TypedWord[], from: number, context: ReadingContext): Topics | undefined {
  const constraints: Constraint[] = [];
  let at = from;
  let end = endOfTopic(words, at, context);
  while (end > at && constraints.length <= TOPIC_WORDS_MAX) {
    const topic = words.slice(at, end);
    if (topic.length > TOPIC_WORDS_MAX || SAYINGS.has(topic[0]?.form ?? '')) return undefined;
    const isPhrase = topic.length > 1 && context.lexicon.isPhrase(formsFrom(words, at, topic.length));
    for (const one of isPhrase ? [topic] : topic.map(word => [word]))
      constraints.push({ kind: 'without', words: one });
    if (!JOINS.has(words[end]?.form ?? '')) break;
    const next = endOfTopic(words, end + 1, context);
    if (next === end + 1) break;
    at = end + 1;
    end = next;
  }
  if (constraints.length === 0) return undefined;
  return isEnded(words, end, context) ? { constraints, end } : undefined;
}

function endOfTopic(words: readonly TypedWord[], from: number, context: ReadingContext): number {
  let at = from;
  while (at < words.length && !(at > from && isComma(words[at - 1]))) {
    const form = words[at]?.form ?? '';
    if (isGlue(form) || JOINS.has(form) || isOtherConstraint(words, at, context)) break;
    at++;
  }
  return at;
}

/** Whether nothing but small words stands here before the end, a comma or another constraint. */
function isEnded(words: readonly TypedWord[], from: number, context: ReadingContext): boolean {
  let at = from;
  while (at < words.length && !isComma(words[at - 1]) && !isOtherConstraint(words, at, context)) {
    if (!isGlue(words[at]?.form ?? '')) return false;
    at++;
  }
  return true;
}

function isComma(word: TypedWord | undefined): boolean {
  return /[,;]$/u.test(word?.text ?? '');
}

const NAME_READERS = [roomReader, trackReader, languageReader];
const OTHERS = [
  ...[dayReader, partOfDayReader, hourReader, rangeReader, afterReader],
  ...[weekReader, aheadReader, restOfDayReader, ...NAME_READERS],
];

/** Whether a time, a room or the like surely begins here, or another exclusion. */
function isOtherConstraint(words: readonly TypedWord[], at: number, context: ReadingContext): boolean {
  if (readLead(words, at) !== undefined) return true;
  return OTHERS.some(({ read }) => read(words, at, context)?.isSure === true);
}

/**
 * Whether the words, with no topic in front, are a name or a saying: `without heroes` of a title, `no silver bullet`. Behind
 * `no` that is so if the programme lacks the words.
 */
function isBareName(
  words: readonly TypedWord[],
  { at, count, lead }: { readonly at: number; readonly count: number; readonly lead: Lead },
  { lexicon }: ReadingContext,
): boolean {
  const before = words.slice(0, at);
  if (!before.every(({ form }) => isGlue(form)) || before.some(({ form }) => isTalkWord(form))) return false;
  const excluded = words.slice(at + lead.count, at + count).filter(({ form }) => !isLink(form));
  if (!lead.isPlain) {
    if (!excluded.every(({ form }) => JOINS.has(form) || lexicon.hasWord(form))) return true;
    if (excluded.length === 2 && !lexicon.isPhrase(formsFrom(excluded, 0, 2))) return true;
  }
  return lexicon.isInTitle(formsFrom(words, at, count));
}

/** `but not in quay hall`, `except workshops`, `not on wednesday`: a room, a track, a language, a kind or a day. */
function readExcludedConstraint(
  words: readonly TypedWord[],
  from: number,
  context: ReadingContext,
): Reading | undefined {
  const rest = words.slice(from);
  for (const { read } of [dayReader, ...NAME_READERS]) {
    const reading = read(rest, 0, context);
    if (reading === undefined) continue;
    const isMeant = reading.isSure || (read === languageReader.read && isEnded(rest, reading.count, context));
    const constraints = isMeant ? excludedOf(reading) : undefined;
    if (constraints !== undefined) return { ...reading, constraints, isSure: true };
  }
  let start = 0;
  while (LINKS.has(rest[start]?.form ?? '')) start++;
  const type = typeReader.read(rest.slice(start), 0, context);
  if (type === undefined || !isEnded(rest, start + type.count, context)) return undefined;
  const constraints = excludedOf(type);
  return constraints && { count: start + type.count, constraints, isSure: true };
}

/** The same left out; undefined if that cannot be asked for. */
function excludedOf(reading: Reading): readonly Constraint[] | undefined {
  const constraints = reading.constraints.flatMap((one): readonly Constraint[] => {
    if (one.kind === 'day') return [{ kind: 'filter', name: 'day', value: one.day, not: true }];
    return one.kind === 'filter' ? [{ ...one, not: true }] : [];
  });
  return constraints.length === reading.constraints.length ? constraints : undefined;
}

/** `not ceph but kubernetes` */
function readOpposition(words: readonly TypedWord[], at: number): Reading | undefined {
  if (!NOT.has(words[at]?.form ?? '')) return undefined;
  const [excluded, but, wanted] = words.slice(at + 1, at + 4);
  if (excluded === undefined || wanted === undefined || !words.slice(0, at).every(({ form }) => isGlue(form)))
    return undefined;
  const opposes = BUT.has(but?.form ?? '') && !JOINS.has(but?.form ?? '');
  if (!opposes || isGlue(excluded.form) || SAYINGS.has(excluded.form)) return undefined;
  return { count: 3, constraints: [{ kind: 'without', words: [excluded] }], isSure: true };
}
