import { formatDay } from '../../programme/moment.ts';
import { levelsOf, type Programme } from '../../programme/programme.ts';
import { shorten } from '../../text/display.ts';
import type { Filter, FilterName } from '../query/filters.ts';
import { formatLength, lengthsOf, type TypedLength } from './lengths.ts';
import { TALK_TYPES } from './talk-types.ts';

/** More would be a list to read, and no sentence. */
const NAMED_MAX = 8;
/** Enough to recognise a name. */
const NAME_LENGTH = 60;

const WORDS: Readonly<Record<FilterName, string>> = {
  speaker: 'name',
  track: 'track',
  room: 'room',
  day: 'day',
  lang: 'language',
  level: 'level',
  time: 'time',
  type: 'kind of talk',
  length: 'length',
  company: 'company',
};

/** For a filter without a value: lists the values that it may have. */
export function noValueNote(name: FilterName, programme: Programme): string {
  const values = possibleValues(name, programme);
  const which =
    values.length === 0 ? '' : `${name === 'speaker' ? ', such as' : ':'} ${listNames(values, 'or')}`;
  return `Type a ${WORDS[name]} after “${name}:”${which}.`;
}

/** For a value that no name in the programme is like. */
export function unknownNameNote({ name, value }: Omit<Filter, 'not'>, programme: Programme): string {
  const there = name === 'lang' ? listLanguages(programme) : name === 'room' ? listRooms(programme) : '';
  const what = name === 'speaker' ? 'speaker' : WORDS[name];
  return `There is no ${what} “${value}” in the programme.${there}`;
}

/** For a value that is not a day. */
export function unknownDayNote(value: string, programme: Programme): string {
  const what = /^\d+[-./]\d+/.test(value)
    ? `“${value}” is no date that there is.`
    : `There is no day “${value}” in the programme.`;
  return `${what} ${listDays(programme)}`;
}

/** For a value that is no kind of talk that Lectern knows. */
export function unknownTypeNote(value: string): string {
  return `“${value}” is no kind of talk that Lectern knows: ${listNames(TALK_TYPES, 'or')}.`;
}

/** For a value that is no length. */
export function unknownLengthNote(value: string): string {
  return `“${value}” is no length in minutes; type length:30, length:"<=30" or length:">60".`;
}

/** For a length that no talk has. */
export function emptyLengthNote(length: TypedLength, programme: Programme): string {
  const lengths = lengthsOf(programme).map(String);
  const which =
    lengths.length === 0
      ? 'It does not say how long talks are'
      : `They take ${listNames(lengths, 'or')} minutes`;
  return `The programme has no talk of ${formatLength(length)}. ${which}.`;
}

/** For a day without talks. In a programme without times, the date of a weekday would be a guess. */
export function emptyDayNote(day: string, programme: Programme): string {
  if (programme.days.length === 0) return listDays(programme);
  return `Nothing is scheduled on ${formatDay(day)}. ${listDays(programme)}`;
}

function possibleValues(name: FilterName, programme: Programme): readonly string[] {
  switch (name) {
    case 'speaker':
      return programme.speakers.slice(0, 1).map(speaker => `speaker:"${shorten(speaker.name, NAME_LENGTH)}"`);
    case 'track':
      return programme.tracks.filter(isNamed);
    case 'room':
      return programme.rooms.filter(isNamed);
    case 'day':
      return programme.days.map(formatDay);
    case 'lang':
      return languageTags(programme);
    case 'level':
      return levelsOf(programme);
    case 'time':
      return ['time:14:00', 'time:14:00-16:00'];
    case 'type':
      return TALK_TYPES;
    case 'length':
      return ['length:30', 'length:"<=30"', 'length:">60"'];
    case 'company':
      return [];
  }
}

function isNamed(name: string): boolean {
  return name.trim() !== '';
}

function listDays({ days }: Programme): string {
  if (days.length === 0) return 'There are no times yet.';
  const names = listNames(days.map(formatDay), 'and');
  return days.length === 1 ? `The only day is ${names}.` : `The days are ${names}.`;
}

function listLanguages(programme: Programme): string {
  const tags = languageTags(programme);
  return tags.length === 0
    ? ' It does not say in which languages talks are given.'
    : ` There ${tags.length === 1 ? 'is' : 'are'} ${listNames(tags, 'and')}.`;
}

/** Where rooms are few enough to choose from. */
function listRooms({ rooms }: Programme): string {
  const named = rooms.filter(isNamed);
  return named.length < 2 || named.length > NAMED_MAX ? '' : ` The rooms are ${listNames(named, 'and')}.`;
}

/** The languages in which talks are given, as far as they say: BCP 47 tags in lower case, sorted. */
export function languageTags({ talks }: Programme): readonly string[] {
  return [...new Set(talks.flatMap(talk => talk.languages))].sort();
}

/** `Mon, Tue or Wed`. A list that is too long for a sentence ends with how many more there are. */
function listNames(names: readonly string[], conjunction: 'and' | 'or'): string {
  const shown = names.slice(0, NAMED_MAX).map(name => shorten(name, NAME_LENGTH));
  const more = names.length - shown.length;
  const last = (more > 0 ? `${more} more` : shown.pop()) ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${conjunction} ${last}`;
}
