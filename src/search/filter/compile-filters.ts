import { timeOf } from '../../programme/moment.ts';
import { levelsOf, type Programme } from '../../programme/programme.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { fold } from '../../text/fold.ts';
import { groupByEach } from '../../text/keys.ts';
import { languageNames, parseLanguage } from '../../text/languages.ts';
import { dayNames, readDay } from '../../text/read-day.ts';
import type { Filter } from '../query/filters.ts';
import { NAME_DISTANCE_MAX, PLACE_DISTANCE_MAX } from '../rank/weights.ts';
import { findColleagues } from './colleagues.ts';
import {
  emptyDayNote,
  emptyLengthNote,
  languageTags,
  noValueNote,
  unknownDayNote,
  unknownLengthNote,
  unknownNameNote,
  unknownTypeNote,
} from './filter-notes.ts';
import { hasLength, readTypedLength } from './lengths.ts';
import { findNamesLike, isNearWord } from './names-like.ts';
import { TALK_TYPES, talkTypeTest } from './talk-types.ts';
import { isWithinTimes, readTypedTimes } from './typed-times.ts';

/** The filters of a query, ready to be applied to talks. */
export interface TalkFilter {
  /** True if a talk passes all filters at one of these slots. */
  accepts(talk: Talk, slots?: readonly Slot[]): boolean;
  /** A sentence for each filter that matches nothing or has no value: it lists the values there are. */
  readonly notes: readonly string[];
  /** The names that misspelt values were taken for. */
  readonly corrected: ReadonlyMap<Filter, string>;
}

/**
 * Values of one filter are alternatives, filters of different names must all match, and `-track:storage` excludes. A value
 * is a part of a name (`track:stor`), or a misspelt name if no name contains it. A value that no name is like matches
 * nothing, and a note says so. `today` is a date on the conference's calendar.
 */
export function compileFilters(filters: readonly Filter[], programme: Programme, today: string): TalkFilter {
  const compiled = filters
    .filter(({ value }) => value !== '')
    .map(filter => ({ filter, ...compileFilter(filter, programme, today) }));
  const wanted = groupByEach(
    compiled.filter(({ filter }) => !filter.not),
    ({ filter }) => [filter.name],
  );
  const alternatives = [...wanted.values()];
  const unwanted = compiled.filter(({ filter }) => filter.not);
  const empty = filters.filter(({ value }) => value === '').map(({ name }) => noValueNote(name, programme));
  const isWanted: Test = (talk, slots) =>
    alternatives.every(values => values.some(({ test }) => test(talk, slots)));
  return {
    // Day, time and room must hold of one and the same slot.
    accepts: (talk, slots = talk.slots) =>
      (slots.length < 2 ? isWanted(talk, slots) : slots.some(slot => isWanted(talk, [slot]))) &&
      !unwanted.some(({ test }) => test(talk, slots)),
    notes: [...compiled.flatMap(({ note }) => note ?? []), ...new Set(empty)],
    corrected: new Map(
      compiled.flatMap(({ filter, corrected }) => (corrected === undefined ? [] : [[filter, corrected]])),
    ),
  };
}

type Test = (talk: Talk, slots: readonly Slot[]) => boolean;

interface CompiledFilter {
  readonly test: Test;
  readonly note?: string;
  /** The name that a misspelt value was taken for. */
  readonly corrected?: string;
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
        { names: programme.tracks, distanceMax: PLACE_DISTANCE_MAX, programme },
        tracks => talk => talk.track !== undefined && tracks.has(talk.track),
      );
    case 'room':
      return matchName(
        filter,
        { names: programme.rooms, distanceMax: PLACE_DISTANCE_MAX, programme },
        rooms => (_talk, slots) => slots.some(slot => slot.rooms.some(room => rooms.has(room))),
      );
    case 'level':
      return matchName(
        filter,
        { names: levelsOf(programme), distanceMax: PLACE_DISTANCE_MAX, programme },
        levels => talk => talk.level !== undefined && levels.has(talk.level),
      );
    case 'time':
      return matchTime(filter.value);
    case 'type':
      return matchType(filter.value, programme);
    case 'length':
      return matchLength(filter.value, programme);
    case 'company':
      return matchCompany(filter.value, programme);
    case 'speaker':
      return matchName(
        filter,
        { names: programme.speakers.map(({ name }) => name), distanceMax: NAME_DISTANCE_MAX, programme },
        people => talk => talk.speakers.some(({ name }) => people.has(name)),
      );
  }
}

const matchNothing: Test = () => false;

function matchDay(value: string, programme: Programme, today: string): CompiledFilter {
  const day = readDay(value, { today, days: programme.days });
  if (day === undefined) {
    const corrected = dayNames().find(name => isNearWord(fold(value), name));
    return corrected === undefined
      ? { test: matchNothing, note: unknownDayNote(value, programme) }
      : { ...matchDay(corrected, programme, today), corrected };
  }
  const test: Test = (_talk, slots) => slots.some(slot => slot.day === day);
  return programme.days.includes(day) ? { test } : { test, note: emptyDayNote(day, programme) };
}

function matchTime(value: string): CompiledFilter {
  const times = readTypedTimes(value);
  if (times.kind === 'wrong') return { test: matchNothing, note: times.note };
  return {
    test: (_talk, slots) =>
      slots.some(({ start, untimed }) => untimed === undefined && isWithinTimes(timeOf(start), times)),
  };
}

function matchType(value: string, programme: Programme): CompiledFilter {
  const typed = talkTypeTest(fold(value));
  const corrected = typed === undefined ? TALK_TYPES.find(type => isNearWord(fold(value), type)) : undefined;
  const test = typed ?? (corrected === undefined ? undefined : talkTypeTest(corrected));
  if (test === undefined) return { test: matchNothing, note: unknownTypeNote(value) };
  return programme.talks.some(talk => test(talk))
    ? { test, ...(corrected !== undefined && { corrected }) }
    : { test, note: `The programme has no talk of the kind “${value}”.` };
}

function matchLength(value: string, programme: Programme): CompiledFilter {
  const length = readTypedLength(value);
  if (length === undefined) return { test: matchNothing, note: unknownLengthNote(value) };
  const test: Test = (_talk, slots) => hasLength(length, slots);
  return programme.talks.some(({ slots }) => hasLength(length, slots))
    ? { test }
    : { test, note: emptyLengthNote(length, programme) };
}

function matchCompany(value: string, programme: Programme): CompiledFilter {
  const { people, corrected } = findColleagues(value, programme);
  return people.size === 0
    ? { test: matchNothing, note: `No speaker's affiliation or bio names “${value}”.` }
    : {
        test: talk => talk.speakers.some(({ id }) => people.has(id)),
        ...(corrected !== undefined && { corrected }),
      };
}

/**
 * A value is a code (`pt`, `por`, `pt-BR`) or a name; the bare language matches all of its regions and scripts. `zh-tw`
 * and `zh-hant` are the same, by Unicode's likely subtags.
 */
function matchLanguage(value: string, programme: Programme): CompiledFilter {
  const known = parseLanguage(value);
  const wanted = known ?? fold(value);
  const tags = languageTags(programme).filter(
    tag => tag === wanted || tag.startsWith(`${wanted}-`) || maximizeTag(tag) === maximizeTag(wanted),
  );
  if (tags.length > 0) return { test: talk => talk.languages.some(tag => tags.includes(tag)) };
  const isThere = (tag = '') => languageTags(programme).some(one => one === tag || one.startsWith(`${tag}-`));
  const corrected =
    known === undefined
      ? [...languageNames()].find(name => isNearWord(wanted, name) && isThere(parseLanguage(name)))
      : undefined;
  return corrected === undefined
    ? { test: matchNothing, note: unknownNameNote({ name: 'lang', value }, programme) }
    : { ...matchLanguage(corrected, programme), corrected };
}

function maximizeTag(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().baseName;
  } catch {
    // Intl throws a RangeError if a text is not a language tag.
    return tag;
  }
}

interface Names {
  readonly names: readonly string[];
  /** How far a misspelt name may be from its own, on Fuse's scale from 0 for the same. */
  readonly distanceMax: number;
  readonly programme: Programme;
}

/** Matches all names that contain the value, else the one that is spelt most like it. */
function matchName(
  { value, name }: Filter,
  { names, distanceMax, programme }: Names,
  testFor: (matches: ReadonlySet<string>) => Test,
): CompiledFilter {
  const found = findNamesLike(value, names, distanceMax);
  if (found === undefined) return { test: matchNothing, note: unknownNameNote({ name, value }, programme) };
  const { corrected } = found;
  return { test: testFor(new Set(found.names)), ...(corrected !== undefined && { corrected }) };
}
