import { fold } from '../programme/fold.ts';
import type { Programme } from '../programme/programme.ts';
import { readDay } from '../programme/read-day.ts';
import type { Slot, Talk } from '../programme/talk.ts';
import { nearestNames } from './nearest-names.ts';
import type { Filter, FilterName } from './read-query.ts';

/** What the filters of a query leave. */
export interface Sieve {
  /** Whether a talk passes, at these of its times. */
  accepts(talk: Talk, slots?: readonly Slot[]): boolean;
  /** A sentence for each value that nothing in the programme goes by. */
  readonly notes: readonly string[];
}

/**
 * Values of one filter are alternatives, filters of different names all have to hold, and `-track:storage` takes away.
 * A value is a part of a name (`track:stor`), or a misspelt one where no name has it as a part. A value that nothing
 * goes by lets nothing through, and is said.
 */
export function sieveOf(filters: readonly Filter[], programme: Programme, today: string): Sieve {
  const tests = filters.map(filter => ({ filter, test: testOf(filter, programme, today) }));
  const wanted = [...new Set(filters.filter(filter => !filter.not).map(filter => filter.name))];
  const of = (name: FilterName) => tests.filter(({ filter }) => filter.name === name && !filter.not);
  const unwanted = tests.filter(({ filter }) => filter.not);
  return {
    accepts: (talk, slots = talk.slots) =>
      wanted.every(name => of(name).some(({ test }) => test?.(talk, slots))) &&
      !unwanted.some(({ test }) => test?.(talk, slots)),
    notes: tests.filter(({ test }) => test === undefined).map(({ filter }) => unknown(filter)),
  };
}

type Test = (talk: Talk, slots: readonly Slot[]) => boolean;

function testOf({ name, value }: Filter, programme: Programme, today: string): Test | undefined {
  switch (name) {
    case 'day': {
      const day = readDay(value, { today, days: programme.days });
      return day === undefined ? undefined : (_talk, slots) => slots.some(slot => slot.day === day);
    }
    case 'lang':
      return languageTest(fold(value), programme);
    case 'track': {
      const tracks = meant(value, programme.tracks, NEAR_PLACE);
      return tracks && (talk => talk.track !== undefined && tracks.has(talk.track));
    }
    case 'room': {
      const rooms = meant(value, programme.rooms, NEAR_PLACE);
      return rooms && ((_talk, slots) => slots.some(slot => slot.rooms.some(room => rooms.has(room))));
    }
    case 'speaker': {
      const names = meant(
        value,
        programme.speakers.map(speaker => speaker.name),
      );
      return names && (talk => talk.speakers.some(speaker => names.has(speaker.name)));
    }
  }
}

function languageTest(value: string, { talks }: Programme): Test | undefined {
  const speaks = (talk: Talk) => talk.languages.some(tag => tag === value || tag.startsWith(`${value}-`));
  return talks.some(speaks) ? speaks : undefined;
}

/** Tracks and rooms are words that one sees written, so less is forgiven: `nope` is not `Operations`. */
const NEAR_PLACE = 0.2;

/** The names that a value means: those that have it as a part, else those that are all but the same. */
function meant(value: string, names: readonly string[], near?: number): ReadonlySet<string> | undefined {
  const part = fold(value);
  const having = names.filter(name => fold(name).includes(part));
  if (having.length > 0) return new Set(having);
  const [nearest] = nearestNames(names, value, near);
  return nearest === undefined ? undefined : new Set([nearest]);
}

function unknown({ name, value }: Filter): string {
  const wanted = { day: 'day', lang: 'language', track: 'track', room: 'room', speaker: 'speaker' }[name];
  return `There is no ${wanted} “${value}” in the programme.`;
}
