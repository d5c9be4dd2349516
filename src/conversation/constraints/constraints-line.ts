import { formatDay } from '../../programme/moment.ts';
import { levelsOf, type Programme } from '../../programme/programme.ts';
import { formatLength, readTypedLength } from '../../search/filter/lengths.ts';
import type { Filter } from '../../search/query/filters.ts';
import { buildQuery, splitTyped } from '../../search/query/parse-query.ts';
import { fold } from '../../text/fold.ts';
import { formatLanguage, parseLanguage } from '../../text/languages.ts';
import { mayBeDay, readDay } from '../../text/read-day.ts';
import type { Search } from '../search.ts';
import { formatHours } from '../when.ts';

/**
 * The constraints of a search and its topic in one line, times on the conference's clocks: `Wed 12 May, 09:00–12:00 · Quay
 * Hall · ceph · without kubernetes`. Undefined if there are no constraints.
 */
export function understoodLine(
  { query, topic }: Pick<Search, 'query' | 'topic'>,
  programme: Programme,
): string | undefined {
  const { filters, without, phrases } = query;
  if (filters.length === 0 && without.length === 0) return undefined;
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
      if (isDate(value)) return formatDay(value);
      return mayBeDay(value) ? value : undefined;
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
    case 'length': {
      const length = readTypedLength(value);
      return length && formatLength(length);
    }
    case 'lang': {
      const tag = parseLanguage(value);
      return tag && formatLanguage(tag);
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
