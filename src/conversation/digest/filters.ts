import type { Programme } from '../../programme/programme.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { type Filter, formatFilter } from '../../search/query/filters.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { fold } from '../../text/fold.ts';
import { defaultToday } from '../../text/read-day.ts';

/** The tracks and rooms that an order is about, by name; none where it is about all. */
export interface Chosen {
  readonly tracks: readonly string[];
  readonly rooms: readonly string[];
}

/** A form carries its digest, and Slack takes 3,000 characters of what a form carries. */
export const FILTERS_LENGTH = 700;

/** Removes controls and halves of characters: nobody types them, and each takes six times its room in a form. */
export function plainFilters(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
}

/** Filters with the programme's own names in the place of mistyped ones. */
export function meantFilters(text: string, programme: Programme): string {
  const { filters } = parseQuery(text);
  const { corrected: mended } = compileFilters(filters, programme, defaultToday(programme));
  if (mended.size === 0) return text;
  return filters.map(filter => plainText({ ...filter, value: mended.get(filter) ?? filter.value })).join(' ');
}

/** Whether two texts are the same filters, in whatever order and case. */
export function areSameFilters(a: string, b: string): boolean {
  return filtersKey(a) === filtersKey(b);
}

function filtersKey(text: string): string {
  const { filters } = parseQuery(text);
  return filters
    .map(filter => fold(formatFilter(filter)))
    .sort()
    .join(' ');
}

export function chosenIn(filters: string, programme: Programme): Chosen {
  const [any] = programme.sessions;
  const sieve = (name: Filter['name']) => {
    const those = parseQuery(filters).filters.filter(filter => filter.name === name);
    return those.length === 0 ? undefined : compileFilters(those, programme, defaultToday(programme));
  };
  const [ofTracks, ofRooms] = [sieve('track'), sieve('room')];
  return {
    tracks: choosable(programme.tracks).filter(track =>
      programme.talksIn(track).some(talk => talk.track === track && ofTracks?.accepts(talk)),
    ),
    rooms: choosable(programme.rooms).filter(
      room => any !== undefined && ofRooms?.accepts(any.talk, [{ ...any.slot, rooms: [room] }]),
    ),
  };
}

/** Other tracks and rooms in an order's filters; what it says besides stays. */
export function withChosen(filters: string, chosen: Chosen, programme: Programme): string {
  const now = chosenIn(filters, programme);
  if (now.tracks.join('\n') === chosen.tracks.join('\n') && now.rooms.join('\n') === chosen.rooms.join('\n'))
    return filters;
  const others = parseQuery(filters).filters.filter(({ name }) => name !== 'track' && name !== 'room');
  return [
    ...others.map(plainText),
    ...only('track', chosen.tracks, choosable(programme.tracks)),
    ...only('room', chosen.rooms, choosable(programme.rooms)),
  ].join(' ');
}

/** Leaves out names without letters, which could not be chosen from a menu. */
export function choosable(names: readonly string[]): readonly string[] {
  return names.filter(name => name.trim() !== '');
}

/** A filter takes a part of a name for the name, so that those have to be left out of which a chosen one is a part. */
function only(name: Filter['name'], chosen: readonly string[], all: readonly string[]): readonly string[] {
  if (chosen.length === all.length) return [];
  const meantToo = all.filter(
    other => !chosen.includes(other) && chosen.some(one => fold(other).includes(fold(one))),
  );
  return [
    ...chosen.map(value => plainText({ name, value, not: false })),
    ...meantToo.map(value => plainText({ name, value, not: true })),
  ];
}

function plainText(filter: Filter): string {
  return plainFilters(formatFilter(filter));
}
