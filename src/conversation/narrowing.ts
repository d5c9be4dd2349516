import { formatDay } from '../programme/moment.ts';
import type { Programme } from '../programme/programme.ts';
import { formatFilter } from '../search/query/filters.ts';
import { fold } from '../text/fold.ts';
import { dayNamed, type Search } from './request.ts';

/** A search that a person may have meant, and its name on a button. */
export interface Suggestion {
  readonly label: string;
  readonly query: string;
}

/** `Wednesday, 12 May 2027` */
const DAY_WORDS_MAX = 4;
/** Shorter names of rooms are words, or parts of versions. */
const ROOM_LENGTH_MIN = 4;

interface Context {
  readonly today: string;
  readonly programme: Programme;
}

/**
 * People who know no filters type `tomorrow ceph`, `ceph wed`, `pilot house`. The words are searched as they are, since a
 * title may have them; these are the searches that were meant if a day or a room was.
 */
export function narrowerSearches({ bare, query }: Search, context: Context): readonly Suggestion[] {
  // A person who types a filter or a phrase knows how.
  if (bare === undefined || query.filters.length > 0) return [];
  const words = bare.split(/\s+/);
  return [...onItsDay(words, context), ...inItsRoom(words, context.programme.rooms)];
}

function onItsDay(words: readonly string[], { today, programme: { days } }: Context): readonly Suggestion[] {
  for (let count = Math.min(DAY_WORDS_MAX, words.length - 1); count > 0; count--) {
    const ends = [
      { named: words.slice(0, count), rest: words.slice(count) },
      { named: words.slice(-count), rest: words.slice(0, -count) },
    ];
    for (const { named, rest } of ends) {
      const day = dayNamed(named.join(' '), { today, days });
      if (day === undefined || !days.includes(day)) continue;
      const filter = formatFilter({ name: 'day', value: day, not: false });
      return [{ label: `Only ${formatDay(day)}`, query: `${filter} ${rest.join(' ')}` }];
    }
  }
  return [];
}

function inItsRoom(words: readonly string[], rooms: readonly string[]): readonly Suggestion[] {
  return rooms
    .filter(room => room.length >= ROOM_LENGTH_MIN)
    .flatMap(room => {
      const named = fold(room).split(/\s+/);
      const at = words.findIndex((_, place) =>
        named.every((word, next) => fold(words[place + next] ?? '') === word),
      );
      if (at < 0) return [];
      const rest = [...words.slice(0, at), ...words.slice(at + named.length)];
      const filter = formatFilter({ name: 'room', value: room, not: false });
      return [{ label: `In ${room}`, query: [filter, ...rest].join(' ') }];
    });
}
