import { type Programme, programmeOf } from '../programme.ts';
import { counterparts } from './counterparts.ts';
import { idsBeside } from './own-ids.ts';

/**
 * A talk that is no longer in a source is cancelled, not forgotten: those who look for it are to learn of it. So a new
 * programme takes over, as cancelled, what only the one before it had.
 */
export function withCancelled(before: Programme, after: Programme): Programme {
  const kept = counterparts(before, after);
  const gone = before.talks.filter(talk => !kept.has(talk));
  if (gone.length === 0) return after;
  const withOwnId = idsBeside(after);
  const cancelled = gone.map(talk => ({ ...withOwnId(talk), status: 'cancelled' as const }));
  return programmeOf(after.conference, [...after.talks, ...cancelled]);
}

/**
 * The same; nothing where the two have not one talk in common: then it is the programme of another event that took the
 * former one's place, and the talks of the former are nobody's.
 */
export function successor(before: Programme, after: Programme): Programme | undefined {
  const all = withCancelled(before, after);
  return all.talks.length === before.talks.length + after.talks.length ? undefined : all;
}
