import type { Programme } from '../../programme/programme.ts';
import type { Speaker, Talk } from '../../programme/talk.ts';
import { compare } from '../../text/keys.ts';
import { finish, mapInSteps, type Steps } from '../../text/steps.ts';
import { findExamples } from '../examples.ts';
import { type Accumulators, makeAccumulators } from '../rank/accumulators.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { beginsWord, formIn } from '../text/token-code.ts';
import { formsOf, tokenize } from '../text/tokenizer.ts';
import { FIELDS, TITLE } from './fields.ts';
import { type IndexedTexts, indexTexts } from './indexed-texts.ts';
import { findNumeronyms, type Numeronym } from './numeronyms.ts';
import { orderBySchedule } from './schedule-order.ts';
import { indexSpellings, type Spellings } from './spellings.ts';
import { rememberForms, type WordForms } from './word-forms.ts';

/**
 * A programme made searchable. It does not change, but for its accumulators and its memory of words: a new programme gets
 * a new index.
 */
export interface Index extends IndexedTexts {
  readonly programme: Programme;
  /** By title, then id. A talk's number is its place here, so talks of equal score are in this order. */
  readonly talks: readonly Talk[];
  /** The numbers of all talks by when they first begin. */
  readonly bySchedule: Int32Array;
  /** Each title without its stop words, to be compared with a query, and how many words it has. */
  readonly titleKeys: readonly string[];
  readonly titleLengths: Uint16Array;
  readonly people: PeopleIndex;
  /** Queries that find something here, to be shown to people who do not know what to type. */
  readonly examples: readonly string[];
  /** 1 for a form that is a stop word. */
  readonly isStopWord: Uint8Array;
  readonly spellings: Spellings;
  /** The forms of all names and titles but stop words, each once. */
  readonly headings: Int32Array;
  readonly numeronyms: readonly Numeronym[];
  readonly accumulators: Accumulators;
  /** For summaries and emphasis, which look at all words of a text. */
  readonly wordForms: WordForms;
}

export type FindIndexed = (talks: readonly Talk[]) => IndexedTexts | undefined;

/** Makes an index. That of the same conference `before` a reload saves tokenizing what did not change. */
export function indexProgramme(programme: Programme, before?: Index): Index {
  return finish(indexInSteps(programme, before));
}

/** The same in steps, so that answers come between. Texts that `find` knows for the sorted talks are not indexed again. */
export function* indexInSteps(
  programme: Programme,
  before?: Index,
  find: FindIndexed = () => undefined,
): Steps<Index> {
  const talks = sortTalks(programme.talks, before);
  yield;
  const bySchedule = yield* orderBySchedule(talks);
  const texts = find(talks) ?? (yield* indexTexts(talks, before));
  const { tokens, vocabulary } = texts;
  yield;
  const people = yield* indexPeople(programme.speakers);
  const isStopWord = Uint8Array.from(vocabulary.forms, form => (STOP_WORDS.has(form) ? 1 : 0));
  yield;
  const titles = yield* mapInSteps(talks.keys(), talk =>
    listTitleForms(talk, { tokens, vocabulary, isStopWord }),
  );
  const examples = findExamples(programme);
  yield;
  const spellings = yield* indexSpellings(vocabulary);
  yield;
  const headings = yield* listHeadingForms({ tokens, vocabulary, people, isStopWord });
  yield;
  return {
    programme,
    talks,
    bySchedule,
    titleKeys: titles.map(title => title.join(' ')),
    titleLengths: Uint16Array.from(titles, title => title.length),
    people,
    examples,
    ...texts,
    isStopWord,
    spellings,
    headings,
    numeronyms: findNumeronyms(vocabulary.forms),
    accumulators: makeAccumulators(talks.length),
    wordForms: rememberForms(vocabulary),
  };
}

/** Sorts by title, from the order of `before`: V8 sorts what is nearly sorted in a fraction of the time. */
function sortTalks(talks: readonly Talk[], before: Pick<Index, 'talks'> | undefined): readonly Talk[] {
  const byId = new Map(before && talks.map(talk => [talk.id, talk]));
  const known = new Set(before?.talks.flatMap(({ id }) => byId.get(id) ?? []));
  return [...known, ...talks.filter(talk => !known.has(talk))].sort(byTitle);
}

function byTitle(a: Talk, b: Talk): number {
  return compare(a.title, b.title) || compare(a.id, b.id);
}

/** The words of a talk's title without stop words, unless it has no others. */
function listTitleForms(
  talk: number,
  {
    tokens: { codes, starts, ends },
    vocabulary,
    isStopWord,
  }: Pick<Index, 'tokens' | 'vocabulary' | 'isStopWord'>,
): readonly string[] {
  const field = talk * FIELDS.length + TITLE;
  const title = [...codes.subarray(starts[field], ends[field])].filter(beginsWord).map(formIn);
  const kept = title.filter(form => isStopWord[form] === 0);
  return (kept.length > 0 ? kept : title).map(form => vocabulary.forms[form] ?? '');
}

function* listHeadingForms({
  tokens: { codes, starts, ends },
  vocabulary,
  people,
  isStopWord,
}: Pick<Index, 'tokens' | 'vocabulary' | 'people' | 'isStopWord'>): Steps<Int32Array> {
  const listed = new Set<number>();
  for (const word of people.byWord.keys()) {
    const form = vocabulary.formNumber(word);
    if (form !== undefined) listed.add(form);
    yield;
  }
  for (let field = TITLE; field < starts.length; field += FIELDS.length) {
    for (const code of codes.subarray(starts[field], ends[field])) {
      const form = formIn(code);
      if (isStopWord[form] === 0) listed.add(form);
    }
    yield;
  }
  return Int32Array.from(listed);
}

/** Speakers by the words of their names. A speaker's number is the place in `speakers`. */
interface PeopleIndex {
  readonly speakers: readonly Speaker[];
  /** How many words each name has. */
  readonly lengths: readonly number[];
  /** The numbers of the speakers whose names have a form. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

function* indexPeople(speakers: readonly Speaker[]): Steps<PeopleIndex> {
  const byWord = new Map<string, number[]>();
  const lengths = yield* mapInSteps(speakers, ({ name }, number) => {
    const words = tokenize(name);
    for (const word of new Set(words.flatMap(({ text }) => formsOf(text)))) {
      const those = byWord.get(word);
      if (those) those.push(number);
      else byWord.set(word, [number]);
    }
    return words.length;
  });
  return { speakers, lengths, byWord };
}

/** The cost of a query, counted by tests that hold it to a bound. */
export interface Work {
  /** Postings that were read. */
  postings: number;
  /** Forms that were compared letter by letter with a word of the query. */
  comparisons: number;
}
