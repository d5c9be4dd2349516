import { ENGLISH } from '../words/en.ts';
import type { Words } from '../words/words.ts';
import { type Conference, zoneLabel } from './conference.ts';
import type { Talk } from './talk.ts';

/** The name of a conference, or the words for one that has none. */
export function conferenceName({ name }: Pick<Conference, 'name'>, { heading }: Words): string {
  return name?.trim() || heading.conference;
}

/** `12 sessions, 1 of them cancelled`; breaks among them count, too. */
export function sessionCount(
  sessions: readonly { readonly talk: Pick<Talk, 'status'> }[],
  { heading, order }: Words,
): string {
  const cancelled = sessions.filter(({ talk }) => talk.status === 'cancelled').length;
  const all = heading.sessions(sessions.length);
  return cancelled === 0 ? all : `${all}${order.separator}${heading.cancelled(cancelled)}`;
}

/** How many talks a conference without times features on a day, and how many are left. */
export function featuredCount(chosen: number, left: number, { heading }: Words): string {
  return left === 0 ? heading.lastFeatured(chosen) : heading.featured(chosen, chosen + left);
}

/** `times in Europe/Madrid`, `times in UTC+02:00` */
export function timesIn(timeZone: string | undefined, { times }: Words = ENGLISH): string {
  if (timeZone === undefined) return times.ofConference;
  return times.in(zoneLabel(timeZone));
}
