import type { Programme } from '../../programme/programme.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/group.ts';
import { readDay } from '../../text/read-day.ts';
import { findNearestNames } from '../correction/name-correction.ts';
import type { Filter } from '../query/filters.ts';
import { removeQuotes } from '../query/filters.ts';
import { emptyDayNote, languageTags, noValueNote, unknownDayNote, unknownNameNote } from './filter-notes.ts';

/** What the filters of a query leave. */
export interface TalkFilter {
  /** Whether a talk passes, at these of its times. */
  accepts(talk: Talk, slots?: readonly Slot[]): boolean;
  /** A sentence for each filter that nothing fits, or that has no value: what there is instead. */
  readonly notes: readonly string[];
  /** The names that misspelt values were taken for. */
  readonly corrected: ReadonlyMap<Filter, string>;
}

/**
 * Values of one filter are alternatives, filters of different names all have to hold, and `-track:storage` takes away.
 * A value is a part of a name (`track:stor`), or a misspelt one where no name has it as a part. A value that nothing
 * goes by lets nothing through, and is said.
 */
export function compileFilters(filters: readonly Filter[], programme: Programme, today: string): TalkFilter {
  const meanings = filters
    .filter(({ value }) => value !== '')
    .map(filter => ({ filter, ...compileFilter(filter, programme, today) }));
  const wanted = groupByEach(
    meanings.filter(({ filter }) => !filter.not),
    ({ filter }) => [filter.name],
  );
  const alternatives = [...wanted.values()];
  const unwanted = meanings.filter(({ filter }) => filter.not);
  const empty = filters.filter(({ value }) => value === '').map(({ name }) => noValueNote(name, programme));
  return {
    accepts: (talk, slots = talk.slots) =>
      alternatives.every(those => those.some(({ test }) => test(talk, slots))) &&
      !unwanted.some(({ test }) => test(talk, slots)),
    notes: [...meanings.flatMap(({ note }) => note ?? []), ...new Set(empty)],
    corrected: new Map(
      meanings.flatMap(({ filter, mended }) => (mended === undefined ? [] : [[filter, mended]])),
    ),
  };
}

type Test = (talk: Talk, slots: readonly Slot[]) => boolean;

/** What a filter lets through, and what is to be said of it. */
interface CompiledFilter {
  readonly test: Test;
  readonly note?: string;
  readonly mended?: string;
}

function compileFilter(filter: Filter, programme: Programme, today: string): CompiledFilter {
  switch (filter.name) {
    case 'day':
      return matchDay(filter.value, programme, today);
    case 'lang':
      return matchLanguage(filter.value, programme);
    case 'track':
      return matchName(
        filter,
        { names: programme.tracks, near: NEAR_PLACE, programme },
        tracks => talk => talk.track !== undefined && tracks.has(talk.track),
      );
    case 'room':
      return matchName(
        filter,
        { names: programme.rooms, near: NEAR_PLACE, programme },
        rooms => (_talk, slots) => slots.some(slot => slot.rooms.some(room => rooms.has(room))),
      );
    case 'speaker':
      return matchName(
        filter,
        { names: programme.speakers.map(({ name }) => name), near: NEAR_NAME, programme },
        people => talk => talk.speakers.some(({ name }) => people.has(name)),
      );
  }
}

const nothing: Test = () => false;

function matchDay(value: string, programme: Programme, today: string): CompiledFilter {
  const day = readDay(value, { today, days: programme.days });
  if (day === undefined) return { test: nothing, note: unknownDayNote(value, programme) };
  const test: Test = (_talk, slots) => slots.some(slot => slot.day === day);
  return programme.days.includes(day) ? { test } : { test, note: emptyDayNote(day, programme) };
}

function matchLanguage(value: string, programme: Programme): CompiledFilter {
  const wanted = fold(value);
  const tags = languageTags(programme).filter(
    tag => tag === wanted || tag.startsWith(`${wanted}-`) || languageNames(tag).includes(wanted),
  );
  return tags.length === 0
    ? { test: nothing, note: unknownNameNote({ name: 'lang', value }, programme) }
    : { test: talk => talk.languages.some(tag => tags.includes(tag)) };
}

/** The name of a language in English and as its speakers call it, folded: `german`, `deutsch`. */
function languageNames(tag: string): readonly string[] {
  return ['en', tag].map(language =>
    fold(new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag),
  );
}

/** Tracks and rooms are words that one sees written, so less is forgiven: `nope` is not `Operations`. */
const NEAR_PLACE = 0.2;
/** Names are heard. */
const NEAR_NAME = 0.35;

interface Names {
  readonly names: readonly string[];
  readonly near: number;
  readonly programme: Programme;
}

/** The names that a value means: those that have it as a part, else the one that is all but the same. */
function matchName(
  { value, name }: Filter,
  { names, near, programme }: Names,
  testFor: (meant: ReadonlySet<string>) => Test,
): CompiledFilter {
  const part = normalizeName(value);
  const having = names.filter(one => normalizeName(one).includes(part));
  if (having.length > 0) return { test: testFor(new Set(preferWholeNumbers(part, having))) };
  const mended = findNearestNames(names, value, near).find(one => numbersOf(one) === numbersOf(value));
  return mended === undefined
    ? { test: nothing, note: unknownNameNote({ name, value }, programme) }
    : { test: testFor(new Set([mended])), mended };
}

/** A name as far as a query can tell it from others: without its quotes and what does not show. */
function normalizeName(name: string): string {
  return fold(removeQuotes(name))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Hall 1 is not Hall 10, where both are there. */
function preferWholeNumbers(part: string, having: readonly string[]): readonly string[] {
  const whole = having.filter(one => hasWhole(normalizeName(one), part));
  return whole.length > 0 ? whole : having;
}

/** Whether a part stands anywhere in a name so that neither of its ends parts a number. */
function hasWhole(name: string, part: string): boolean {
  const partsNumber = (at: number) => /^\d\d$/.test(name.slice(Math.max(0, at - 1), at + 1));
  for (let at = 0; at < name.length; at++)
    if (name.startsWith(part, at) && !partsNumber(at) && !partsNumber(at + part.length)) return true;
  return false;
}

/** A room of another number is another room, however alike they are. */
function numbersOf(name: string): string {
  return (name.match(/\d+/g) ?? []).join(' ');
}
