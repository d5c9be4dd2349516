import { audienceReader } from './audience-words.ts';
import { firstPart } from './beginnings.ts';
import { companyReader, readCompanyAlone } from './companies.ts';
import { exclusionReader } from './exclusion-words.ts';
import { isAgendaWord, isAsking, isGlue, isTalkWord } from './glue.ts';
import { lengthReader } from './length-words.ts';
import type { Lexicon } from './lexicon.ts';
import { languageReader, levelReader, roomReader, speakerReader, trackReader } from './name-words.ts';
import { orderReader } from './order-words.ts';
import {
  type Constraint,
  type ConstraintReader,
  FIGURE,
  formsFrom,
  type Reading,
  type ReadingContext,
} from './reading.ts';
import { aheadReader, restOfDayReader, timeLeftReader } from './times/ahead-words.ts';
import { afterReader } from './times/around-words.ts';
import { partOfDayReader } from './times/day-parts.ts';
import { dayRangeReader } from './times/day-range-words.ts';
import { dayReader } from './times/day-words.ts';
import { hourReader, rangeReader } from './times/time-words.ts';
import { weekReader } from './times/week-words.ts';
import { typeReader } from './type-words.ts';
import type { TypedWord } from './typed-words.ts';

/** The longest reading holds; if two take as many words, the first one here does. */
const READERS: readonly ConstraintReader[] = [
  aheadReader,
  restOfDayReader,
  timeLeftReader,
  rangeReader,
  afterReader,
  partOfDayReader,
  dayRangeReader,
  dayReader,
  weekReader,
  hourReader,
  trackReader,
  roomReader,
  companyReader,
  speakerReader,
  languageReader,
  levelReader,
  audienceReader,
  typeReader,
  lengthReader,
  orderReader,
  exclusionReader,
];

/** A text of more words is pasted from somewhere: it is searched as it is. */
const REQUEST_WORDS_MAX = 40;

/** A person's words, parted into what narrows the answer down and what it is about. */
export interface Constrained {
  readonly constraints: readonly Constraint[];
  /** The words of the topic, in order; without glue at either end of each piece. */
  readonly topic: readonly TypedWord[];
}

interface Span {
  readonly at: number;
  readonly count: number;
  readonly constraints: readonly Constraint[];
  readonly isSure: boolean;
}

/**
 * Reads constraints anywhere in the words. What is not surely one stays a word: a phrase of the programme that holds such
 * words wins, and a word that is as likely a topic counts only if no other topic is there.
 */
export function readConstraints(words: readonly TypedWord[], context: ReadingContext): Constrained {
  if (words.length === 0 || words.length > REQUEST_WORDS_MAX) return { constraints: [], topic: words };
  const spans = findSpans(words, context);
  if (spans.length === 0) return { constraints: [], topic: words };
  const all = partWords(words, spans);
  if (all.topic.length > 0 && !spans.some(({ isSure }) => isSure)) return { constraints: [], topic: words };
  const text = formsFrom(words, 0, words.length);
  if (context.lexicon.titled(text).length > 0) return { constraints: [], topic: words };
  if (all.topic.length === 0) return all;
  if (isPhraseOfProgramme(words, text, context)) return { constraints: [], topic: words };
  const sure = spans.filter(span => span.isSure && !isPartOfTitle(words, span, context));
  return sure.length === 0 ? { constraints: [], topic: words } : partWords(words, sure);
}

/** The longest reading at each place, from the first word on. */
function findSpans(words: readonly TypedWord[], context: ReadingContext): readonly Span[] {
  const readers = readersByWord(context.lexicon);
  const spans: Span[] = [];
  let at = 0;
  while (at < words.length) {
    let best: Reading | undefined;
    for (const reader of readers.get(keyOf(words[at]?.form ?? '')) ?? []) {
      const reading = reader.read(words, at, context);
      if (reading !== undefined && reading.count > (best?.count ?? 0)) best = reading;
    }
    if (at === 0 && best?.count !== words.length) best = readCompanyAlone(words, context) ?? best;
    if (best !== undefined) spans.push({ at, ...best });
    at += best?.count ?? 1;
  }
  return spans;
}

/** Whether a constraint may begin with this word. */
export function mayBeginConstraint(form: string, lexicon: Lexicon): boolean {
  return readersByWord(lexicon).has(keyOf(form));
}

const tables = new WeakMap<Lexicon, ReadonlyMap<string, readonly ConstraintReader[]>>();

/** The readers by the keys of the words with which they may begin; most words have none. Made once for a lexicon. */
function readersByWord(lexicon: Lexicon): ReadonlyMap<string, readonly ConstraintReader[]> {
  const known = tables.get(lexicon);
  if (known !== undefined) return known;
  const made = new Map<string, ConstraintReader[]>();
  for (const reader of READERS) {
    for (const key of new Set(Array.from(reader.begins(lexicon), keyOf))) {
      const those = made.get(key);
      if (those === undefined) made.set(key, [reader]);
      else those.push(reader);
    }
  }
  tables.set(lexicon, made);
  return made;
}

/** The mark of a marked word, FIGURE, or the letters with which a word begins. */
function keyOf(form: string): string {
  const first = form.charAt(0);
  if (first === '@' || first === '#') return first;
  return first >= '0' && first <= '9' ? FIGURE : firstPart(form);
}

/** Two words are found by chance, in one text or another; three are quoted. */
const PHRASE_WORDS_MIN = 3;

function isPhraseOfProgramme(
  words: readonly TypedWord[],
  text: string,
  { lexicon }: ReadingContext,
): boolean {
  return lexicon.isInTitle(text) || (words.length >= PHRASE_WORDS_MIN && lexicon.isPhrase(text));
}

/** Whether the words of a constraint and a neighbour stand so in a title: `storage today` in "Tomorrow's storage today". */
function isPartOfTitle(
  words: readonly TypedWord[],
  { at, count }: Span,
  { lexicon }: ReadingContext,
): boolean {
  const before = words[at - 1];
  const after = words[at + count];
  return (
    (before !== undefined &&
      !isGlue(before.form) &&
      lexicon.isInTitle(formsFrom(words, at - 1, count + 1))) ||
    (after !== undefined && !isGlue(after.form) && lexicon.isInTitle(formsFrom(words, at, count + 1)))
  );
}

function partWords(words: readonly TypedWord[], spans: readonly Span[]): Constrained {
  const topic: TypedWord[] = [];
  let from = 0;
  for (const { at, count } of [...spans, { at: words.length, count: 0 }]) {
    topic.push(...trimGlue(words.slice(from, at)));
    from = at + count;
  }
  const isAgenda = topic.every(({ form }) => isAgendaWord(form));
  return { constraints: spans.flatMap(span => span.constraints), topic: isAgenda ? [] : topic };
}

/** The words without those at either end that say nothing about a topic. */
export function trimGlue(words: readonly TypedWord[]): readonly TypedWord[] {
  const first = words.findIndex(({ form }) => !isGlue(form));
  const last = words.findLastIndex(({ form }) => !isGlue(form));
  return first < 0 ? [] : words.slice(first, last + 1);
}

/**
 * The words without a question around them: `where is the`, `best talks about`, `find` in front, `talk`, `please` behind. A
 * single other word in front may be a topic.
 */
export function trimQuestionWords(words: readonly TypedWord[]): readonly TypedWord[] {
  const isHelp = words[0]?.form === 'help' && words[1]?.form === 'me';
  const first = words.findIndex(({ form }, place) => !isGlue(form) && !(isHelp && place === 0));
  const last = words.findLastIndex(({ form }) => !isGlue(form));
  if (first < 0) return words;
  const front = words[0]?.form ?? '';
  const isQuestion =
    first > 1 ||
    isTalkWord(front) ||
    isAsking(front) ||
    (AUXILIARY.has(front) && SPEAKING.has(words.at(-1)?.form ?? ''));
  const isCalled = words
    .slice(last + 1)
    .some(({ form }) => isTalkWord(form) || POLITE.has(form) || (isQuestion && SPEAKING.has(form)));
  return words.slice(isQuestion ? first : 0, isCalled ? last + 1 : words.length);
}

/** True for a word by which trimQuestionWords may trim others; two that say nothing in front are the other reason. */
export function mayBeAroundTopic(form: string): boolean {
  return form === 'help' || isTalkWord(form) || isAsking(form) || POLITE.has(form) || SPEAKING.has(form);
}

/** `when does Ada speak`, folded. */
const SPEAKING = new Set(
  'speak speaks speaking spricht sprechen redet reden parle parlent habla hablan fala falam parla parlano spreekt spreken'.split(
    ' ',
  ),
);

/** `does Ada speak`, `is Ada speaking`, folded. */
const AUXILIARY = new Set(
  'does do did is are will can when where wann wo wird est quand ou va cuando donde va quando onde dove wanneer waar'.split(
    ' ',
  ),
);

const POLITE = new Set(['please', 'pls', 'plz', 'bitte', 'thanks', 'danke', 'merci', 'gracias']);
