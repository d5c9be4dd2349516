import { formatDay } from '../programme/moment.ts';
import { levelsOf, type Programme } from '../programme/programme.ts';
import type { Filter, FilterName } from '../search/query/filters.ts';
import { buildQuery, splitTyped } from '../search/query/parse-query.ts';
import { fold } from '../text/fold.ts';
import { formatLanguage, parseLanguage } from '../text/languages.ts';
import { readDay } from '../text/read-day.ts';
import type { DrawnAnswer } from './answer.ts';
import type { Search } from './search.ts';
import { formatHours, type When } from './when.ts';

/** One thing that was understood of a request: a constraint, or the words that are searched. */
export interface Understood {
  readonly what: 'room' | 'track' | 'speaker' | 'day' | 'time' | 'language' | 'level' | 'without' | 'words';
  readonly value: string;
}

/** Tells how a request was understood, constraints first. Days are dates, times are on the conference's clocks. */
export function understoodIn(answer: DrawnAnswer): readonly Understood[] {
  if ('agenda' in answer) {
    const { when, filters } = answer.request;
    return [...understoodTime(when), ...filters.flatMap(understoodFilter)];
  }
  if (answer.kind === 'mine') {
    const { when, filters, topic } = answer.request;
    return topic === undefined
      ? [...understoodTime(when), ...filters.flatMap(understoodFilter)]
      : understoodSearch(topic);
  }
  return 'results' in answer ? understoodSearch(answer.results.search) : [];
}

/** The same for words that are searched. */
export function understoodSearch({
  query: { filters, without, words },
}: Pick<Search, 'query'>): readonly Understood[] {
  const searched = words.map(({ text }) => text).join(' ');
  return [
    ...filters.flatMap(understoodFilter),
    ...without.map(excluded => ({ what: 'without' as const, value: excluded.join(' ') })),
    ...(words.length === 0 ? [] : [{ what: 'words' as const, value: searched }]),
  ];
}

function understoodTime(when: When): readonly Understood[] {
  switch (when.kind) {
    case 'now':
    case 'next':
      return [{ what: 'time', value: when.kind }];
    case 'any':
      return [];
    case 'days':
      return when.days.map(day => ({ what: 'day', value: day }));
    case 'day':
    case 'first':
    case 'last':
      return [{ what: 'day', value: when.day }];
    case 'window':
      return [
        { what: 'day', value: when.day },
        { what: 'time', value: `${when.from ?? ''}-${when.to ?? ''}` },
      ];
    case 'moment':
      return [
        { what: 'day', value: when.day },
        { what: 'time', value: when.time },
      ];
  }
}

const WHAT: Readonly<Record<FilterName, Understood['what']>> = {
  speaker: 'speaker',
  track: 'track',
  room: 'room',
  day: 'day',
  lang: 'language',
  level: 'level',
  time: 'time',
  type: 'words',
  company: 'speaker',
};

/** A filter without a value narrows nothing down. */
function understoodFilter({ name, value, not }: Filter): readonly Understood[] {
  return value === '' ? [] : [{ what: not ? 'without' : WHAT[name], value }];
}

/**
 * The constraints of a search and its topic in one line, times on the conference's clocks: `Wed 12 May, 09:00–12:00 · Quay
 * Hall · ceph · without kubernetes`. Undefined if there are no constraints.
 */
export function understoodLine(
  { query, topic }: Pick<Search, 'query' | 'topic'>,
  programme: Programme,
): string | undefined {
  const { filters, without, phrases } = query;
  const constraints = constraintsLine(filters, programme);
  const excluded = without.map(words => `without ${words.join(' ')}`);
  if (constraints === undefined && excluded.length === 0) return undefined;
  const quoted = phrases.map(words => `“${words.join(' ')}”`);
  return [constraints, topic, ...quoted, ...excluded].filter(Boolean).join(' · ');
}

/**
 * Words as searchWords writes them, for people: `ceph · Tue 11 May · Quay Hall · without kubernetes`. A name that the
 * programme does not have yet is said as it was typed, since a talk may bring it.
 */
export function describeWords(words: string, programme: Programme): string {
  const typed = splitTyped(words);
  const { filters, phrases, without } = buildQuery(typed);
  const topic = typed.parts.flatMap(({ kind, text }) => (kind === 'words' ? text : [])).join(' ');
  const full = filters.filter(({ value }) => value !== '');
  const constraints = full.flatMap(filter => formatConstraint(filter, programme, filter.value));
  const quoted = phrases.map(phrase => `“${phrase.join(' ')}”`);
  const excluded = without.map(each => `without ${each.join(' ')}`);
  return [topic, ...quoted, ...constraints, ...excluded].filter(Boolean).join(' · ') || words;
}

/** Filters in one line, days and times first; undefined if there are none. One that fits nothing was not understood. */
export function constraintsLine(filters: readonly Filter[], programme: Programme): string | undefined {
  const full = filters.filter(({ value }) => value !== '');
  const format = (some: readonly Filter[]) => some.flatMap(filter => formatConstraint(filter, programme));
  const isTime = ({ name }: Filter) => name === 'day' || name === 'time';
  const time = format(full.filter(isTime)).join(', ');
  const others = format(full.filter(filter => !isTime(filter)));
  return [time, ...others].filter(Boolean).join(' · ') || undefined;
}

/** `unknown` stands for a name that the programme does not have. */
function formatConstraint(filter: Filter, programme: Programme, unknown?: string): readonly string[] {
  const text = constraintText(filter, programme) ?? unknown;
  if (text === undefined) return [];
  return [filter.not ? `without ${text}` : text];
}

function constraintText({ name, value }: Filter, programme: Programme): string | undefined {
  switch (name) {
    case 'day':
      return isDate(value) ? formatDay(value) : value;
    case 'time':
      return timeText(value);
    case 'room':
      return nameWith(value, programme.rooms);
    case 'track':
      return nameWith(value, programme.tracks);
    case 'speaker':
      return nameWith(value, [...new Set(programme.speakers.map(speaker => speaker.name))]);
    case 'level':
      return nameWith(value, levelsOf(programme));
    case 'lang': {
      const tag = parseLanguage(value);
      return tag === undefined ? value : formatLanguage(tag);
    }
    default:
      return value;
  }
}

/** The name that a part of it means; the part itself if it is in several names, undefined if in none. */
function nameWith(part: string, names: readonly string[]): string | undefined {
  const those = names.filter(name => fold(name).includes(fold(part)));
  return those.length > 1 ? part : those[0];
}

/** A typed filter may have any words: `day:tomorrow`, `day:2027-13-40`. */
function isDate(value: string): boolean {
  return readDay(value, { today: '1970-01-01', days: [] }) === value;
}

/** `09:00-12:00`, `09:00-` and `-12:00` for people. */
function timeText(value: string): string {
  const [from = '', to] = value.split('-');
  if (from === '' && !to) return value;
  return to === undefined ? from : formatHours({ from: from || undefined, to: to || undefined });
}
