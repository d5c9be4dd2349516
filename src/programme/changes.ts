import { counterparts } from './counterparts.ts';
import type { Programme } from './programme.ts';
import { roomsOf, timesOf } from './slot-keys.ts';
import { speakerNames } from './speaker-names.ts';
import type { Talk } from './talk.ts';

/** One thing that differs of a talk between two programmes; of one talk there may be several. */
export type Change =
  | { readonly kind: 'added' | 'cancelled'; readonly talk: Talk }
  | { readonly kind: 'moved' | 'room' | 'retitled' | 'speakers'; readonly talk: Talk; readonly before: Talk };

/**
 * In the order of the new programme. A talk that is cancelled or new is only that; else its time, or where that is the
 * same its room, then its title, then its speakers.
 */
export function changesBetween(before: Programme, after: Programme): readonly Change[] {
  const formerOf = new Map([...counterparts(before, after)].map(([former, talk]) => [talk, former]));
  return after.talks.flatMap(talk => changesOf(formerOf.get(talk), talk));
}

function changesOf(before: Talk | undefined, talk: Talk): readonly Change[] {
  if (talk.status === 'cancelled') return before?.status === 'confirmed' ? [{ kind: 'cancelled', talk }] : [];
  if (before === undefined || before.status === 'cancelled') return [{ kind: 'added', talk }];
  const changed = (kind: 'moved' | 'room' | 'retitled' | 'speakers') => ({ kind, talk, before });
  return [
    ...(timesOf(before) !== timesOf(talk)
      ? [changed('moved')]
      : roomsOf(before) !== roomsOf(talk)
        ? [changed('room')]
        : []),
    ...(before.title === talk.title ? [] : [changed('retitled')]),
    ...(speakerNames(before) === speakerNames(talk) ? [] : [changed('speakers')]),
  ];
}
