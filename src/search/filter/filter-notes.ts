import type { Programme } from '../../programme/programme.ts';
import { dayWords } from '../../programme/when.ts';
import { shorten } from '../../text/shorten.ts';
import type { Filter, FilterName } from '../query/filters.ts';

/** More would be a list to read. */
const NAMED_MAX = 8;
/** Enough to know a name by. */
const NAME_LENGTH = 60;

const WORDS: Readonly<Record<FilterName, string>> = {
  speaker: 'name',
  track: 'track',
  room: 'room',
  day: 'day',
  lang: 'language',
};

/** For the name of a filter with nothing behind it: what may stand there. */
export function noValueNote(name: FilterName, programme: Programme): string {
  const values = possibleValues(name, programme);
  const which =
    values.length === 0 ? '' : `${name === 'speaker' ? ', such as' : ':'} ${listNames(values, 'or')}`;
  return `Put a ${WORDS[name]} behind “${name}:”${which}.`;
}

/** For a value that nothing in the programme goes by. */
export function unknownNameNote({ name, value }: Omit<Filter, 'not'>, programme: Programme): string {
  const there = name === 'lang' ? listLanguages(programme) : '';
  const what = name === 'speaker' ? 'speaker' : WORDS[name];
  return `There is no ${what} “${value}” in the programme.${there}`;
}

/** For a value that is no day. */
export function unknownDayNote(value: string, programme: Programme): string {
  return `There is no day “${value}” in the programme. ${listDays(programme)}`;
}

/** For a day on which there is nothing. Without times, which day a weekday is would be a guess. */
export function emptyDayNote(day: string, programme: Programme): string {
  if (programme.days.length === 0) return listDays(programme);
  return `Nothing is on ${dayWords(day)}. ${listDays(programme)}`;
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
      return programme.days.map(dayWords);
    case 'lang':
      return languageTags(programme);
  }
}

function isNamed(name: string): boolean {
  return name.trim() !== '';
}

function listDays({ days }: Programme): string {
  if (days.length === 0) return 'There are no times yet.';
  const those = listNames(days.map(dayWords), 'and');
  return days.length === 1 ? `The only day is ${those}.` : `The days are ${those}.`;
}

function listLanguages(programme: Programme): string {
  const tags = languageTags(programme);
  return tags.length === 0
    ? ' It does not say in which languages its talks are.'
    : ` There ${tags.length === 1 ? 'is' : 'are'} ${listNames(tags, 'and')}.`;
}

/** The languages in which talks are given, as far as they say: BCP 47 tags in lower case, sorted. */
export function languageTags({ talks }: Programme): readonly string[] {
  return [...new Set(talks.flatMap(talk => talk.languages))].sort();
}

/** `Mon, Tue or Wed`; what is too long for a sentence ends with how many more there are. */
function listNames(names: readonly string[], conjunction: 'and' | 'or'): string {
  const shown = names.slice(0, NAMED_MAX).map(name => shorten(name, NAME_LENGTH));
  const more = names.length - shown.length;
  const last = (more > 0 ? `${more} more` : shown.pop()) ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${conjunction} ${last}`;
}
