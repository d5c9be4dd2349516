import type { Filter } from '../search/query/filters.ts';
import { buildQuery, type Query, type Typed } from '../search/query/parse-query.ts';
import type { QueryPart } from '../search/query/query-parts.ts';
import type { Calendar } from '../text/read-day.ts';
import type { Lexicon } from './constraints/lexicon.ts';
import type { MendedWord } from './constraints/mended-words.ts';
import { type Constrained, trimQuestionWords } from './constraints/read-constraints.ts';
import type { TypedWord } from './constraints/typed-words.ts';
import { filtersOf } from './when.ts';

/** A topic within constraints, as words were understood that are searched. */
export interface Search {
  /** As it was typed, to be shown and to be asked again. */
  readonly typed: string;
  /** Its topic, and its constraints as filters. */
  readonly query: Query;
  /** The constraints that were read from words, as filters. */
  readonly read: readonly Filter[];
  /** The words of the topic. */
  readonly topic: string;
  /** The ids of the talks that the words name by a whole title or a link; undefined if they do not. */
  readonly named: readonly string[] | undefined;
  readonly mended: readonly MendedWord[];
  /** Sentences about how the words were understood. */
  readonly notes: readonly string[];
}

/** A request depends on these besides its words. */
export interface RequestContext {
  readonly calendar: Calendar;
  /** The time on the conference's clocks, `10:40`. */
  readonly time: string;
  readonly lexicon: Lexicon;
}

/** A typed text, its parts, and its words outside of filters and quotes. */
export interface TypedApart extends Typed {
  /** By the names that the programme has for them. */
  readonly words: readonly TypedWord[];
  readonly typedWords: readonly TypedWord[];
}

/** The search for a topic within constraints. Words around a topic are left out. */
export function searchFor(
  apart: TypedApart,
  { constraints, topic }: Constrained,
  context: RequestContext,
): Pick<Search, 'query' | 'read' | 'topic'> {
  const others = apart.parts.filter(({ kind, name }) => kind !== 'words' || name !== '');
  const kept = constraints.length > 0 ? topic : trimQuestion(topic, context.lexicon);
  const without = constraints.flatMap(one => (one.kind === 'without' ? [one.words] : []));
  const read = daysHeld(
    constraints.flatMap(constraint => filtersOf(constraint, context)),
    context.calendar.days,
  );
  const isAsTyped =
    constraints.length === 0 && kept.length === apart.words.length && apart.words === apart.typedWords;
  const parts = isAsTyped
    ? apart.parts
    : [
        ...others,
        ...without.map(excluded => wordPart(excluded, 'without')),
        ...kept.map(word => wordPart([word], 'words')),
      ];
  const query = buildQuery({ text: apart.text, parts, isCut: apart.isCut });
  return {
    query:
      read.length === 0
        ? query
        : {
            ...query,
            filters: [...query.filters, ...read.map(filter => ({ ...filter, start: 0, end: 0 }))],
          },
    read,
    topic: kept.map(({ text }) => text).join(' '),
  };
}

/** Keeps those of several days on which the conference is; if it is on none, the first says enough. */
function daysHeld(filters: readonly Filter[], days: readonly string[]): readonly Filter[] {
  const wanted = filters.filter(({ name }) => name === 'day');
  if (wanted.length < 2) return filters;
  const held = wanted.filter(({ value }) => days.includes(value));
  const kept = held.length > 0 ? held : wanted.slice(0, 1);
  return filters.filter(filter => filter.name !== 'day' || kept.includes(filter));
}

/** Several words are left out as a phrase. */
function wordPart(words: readonly TypedWord[], kind: 'words' | 'without'): QueryPart {
  const text = words.map(word => word.text).join(' ');
  const start = words[0]?.start ?? 0;
  return { kind, text, start, not: kind === 'without', name: '', isFirst: start === 0 };
}

/** A question of more words is a title, or a sentence of a text. */
const QUESTION_WORDS_MAX = 12;

/** The topic of a question: `where is the ceph talk` is about `ceph`. A title or a phrase of the programme stays whole. */
function trimQuestion(words: readonly TypedWord[], lexicon: Lexicon): readonly TypedWord[] {
  const kept = trimQuestionWords(words);
  if (kept.length === 0 || kept.length === words.length || words.length > QUESTION_WORDS_MAX) return words;
  const text = words.map(({ form }) => form).join(' ');
  return lexicon.isInTitle(text) || (words.length > 2 && lexicon.isPhrase(text)) ? words : kept;
}
