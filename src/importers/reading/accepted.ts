import { groupByEach } from '../../text/group.ts';
import type { Report } from './report.ts';

/** How far a session has come, in the words of pretalx and Sessionize; empty where nothing is said. */
interface Session {
  readonly state: string;
  readonly isScheduled: boolean;
}

/**
 * The sessions that take place, and those that were to. Organisers' copies also hold what was submitted, rejected or
 * withdrawn: that is nobody else's business, and only its number is reported.
 */
export function acceptedOf<S extends Session>(sessions: readonly S[], report: Report): readonly S[] {
  const others = sessions.filter(session => !isAccepted(session));
  if (others.length > 0) {
    const states = [...groupByEach(others, ({ state }) => [state])].map(
      ([state, group]) => `${group.length} ${state.replace(/[^a-z _-]/g, '').slice(0, 20)}`,
    );
    report.warn({}, `What is not accepted was left out: ${states.slice(0, 9).join(', ')}.`);
  }
  return sessions.filter(isAccepted);
}

/** What was cancelled before it was on the schedule nobody will look for. */
function isAccepted({ state, isScheduled }: Session): boolean {
  return ['', 'accepted', 'confirmed'].includes(state) || (isCancelled(state) && isScheduled);
}

export function isCancelled(state: string): boolean {
  return /^cancell?ed$/.test(state);
}
