import { type Programme, programmeOf } from '../programme.ts';
import { counterparts } from './counterparts.ts';
import { idsBeside } from './own-ids.ts';

/** A programme as people should see it after it was read anew. */
export interface Succession {
  /** The new programme and, as cancelled, every talk that only the former one has. */
  readonly programme: Programme;
  /** False if the two have no talk in common; `programme` is then the new one as it was read. */
  readonly isSameEvent: boolean;
}

/**
 * Keeps as cancelled the talks that vanished from the sources, so that people who look for them learn of it. Two programmes
 * without a common talk are different events under one name, so nothing of the former is kept.
 */
export function keepCancelled(before: Programme, after: Programme): Succession {
  const kept = counterparts(before, after);
  if (kept.size === 0) return { programme: after, isSameEvent: false };
  const gone = before.talks.filter(talk => !kept.has(talk));
  if (gone.length === 0) return { programme: after, isSameEvent: true };
  const withOwnId = idsBeside(after);
  const cancelled = gone.map(talk => ({ ...withOwnId(talk), status: 'cancelled' as const }));
  return { programme: programmeOf(after.conference, [...after.talks, ...cancelled]), isSameEvent: true };
}
