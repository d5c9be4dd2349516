import { randomUUID } from 'node:crypto';
import { areSameFilters, FILTERS_LENGTH, meantFilters } from '../../conversation/digest/filters.ts';
import type { Order } from '../../conversation/digest/request.ts';
import type { Outcome } from '../../digests/deliver/post.ts';
import { dayToTell, nextDueDay } from '../../digests/plan/due.ts';
import { dayAt } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import type { Loaded } from '../../search/loaded.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import type { Digest } from '../../store/digests.ts';
import { defaultToday } from '../../text/read-day.ts';
import type { AppContext } from '../app-context.ts';
import type { Message } from '../views/blocks/message.ts';
import { doneAnswer, orderedNotice, postedAnswer } from '../views/digest/answers.ts';
import { remedyOf } from '../views/digest/owner.ts';
import type { Orderer } from './context.ts';

/**
 * What came of an order. A refusal says what to do, and nothing of it was kept; in doubt it is where Slack did not say
 * whether it took the confirmation.
 */
export type Ordered = { readonly digest: Digest; readonly inDoubt: boolean } | { readonly refusal: string };

/**
 * Keeps an order and says so in its channel, which proves that Lectern may post there. It is kept first: a channel must
 * not read of a digest that nobody remembers. Where Slack takes no message, all is as before.
 */
export async function keepOrder(digest: Digest, { ordering, ...setting }: AppContext): Promise<Ordered> {
  const [loaded, now] = [setting.current(), setting.now()];
  const unmet = unmetBy(digest, loaded, now);
  if (unmet !== undefined) return { refusal: unmet };
  const { digests } = ordering.store;
  const before = await digests.find(digest.id);
  await digests.save({ ...digest, since: now, failures: 0 });
  const notice = orderedNotice(digest, { loaded, now, before, rehearsal: ordering.rehearsal });
  const outcome = await ordering.post(digest.channel, notice, { threadTs: undefined });
  const refusal = refusalOf(outcome);
  if (refusal === undefined) return { digest, inDoubt: outcome.kind === 'unknown' };
  if (before === undefined) await digests.remove(digest.id);
  else await digests.save(before);
  return { refusal: `${refusal} Nothing was ${before === undefined ? 'saved' : 'changed'}.` };
}

/** The same order again, at another time, takes the place of the first; with other filters it stands beside it. */
export async function digestFor(order: Order, by: Orderer, setting: AppContext): Promise<Digest> {
  const filters = meantFilters(order.filters, setting.current().programme);
  const there = await setting.ordering.store.digests.in(by.channel);
  const same = there.find(other => other.eve === order.eve && areSameFilters(other.filters, filters));
  return { ...newDigest(by, zoneFor(by, setting)), ...order, filters, id: same?.id ?? randomUUID() };
}

/** Every day at eight, everything. */
export function newDigest({ user, channel, team }: Orderer, timeZone: string): Digest {
  return {
    id: randomUUID(),
    team,
    channel,
    owner: user,
    timeOfDay: '08:00',
    timeZone,
    days: 'daily',
    eve: false,
    filters: '',
    reminders: false,
    paused: false,
    since: 0,
    failures: 0,
  };
}

/** Typed times are in the conference's zone; where it has none, in that of whoever types. */
export function zoneFor({ user }: Pick<Orderer, 'user'>, { current, readers }: AppContext): string {
  return current().programme.conference.timeZone ?? readers.zoneOf(user) ?? 'UTC';
}

/** What of an order the programme knows nothing of: it would never be posted, and nobody would know why. */
function unmetBy(digest: Digest, loaded: Loaded, now: number): string | undefined {
  const { filters, days } = digest;
  const unmet = unmetFilters(filters, loaded.programme);
  if (unmet !== undefined || days === 'daily') return unmet;
  if (!days.some(day => loaded.programme.days.includes(day)))
    return 'The programme has no sessions on these days.';
  return nextDueDay(digest, loaded, now) === undefined
    ? 'That time has passed on all of these days.'
    : undefined;
}

/** What of some filters the programme knows nothing of. */
export function unmetFilters(filters: string, programme: Programme): string | undefined {
  if (filters.length > FILTERS_LENGTH)
    return `These filters are too many for one digest: ${FILTERS_LENGTH} characters are read.`;
  const { notes } = compileFilters(parseQuery(filters).filters, programme, defaultToday(programme));
  return notes.length > 0 ? notes.join(' ') : undefined;
}

function refusalOf(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'posted':
    case 'unknown':
      return undefined;
    case 'forbidden':
      return remedyOf(outcome.reason);
    case 'refused':
      return 'Slack could not be reached: try again in a moment.';
  }
}

/** Pauses some digests, lets them go on, or removes them. */
export async function changeDigest(
  how: 'pause' | 'resume' | 'off',
  which: readonly Digest[],
  { ordering, now }: AppContext,
): Promise<Message> {
  const { digests } = ordering.store;
  for (const { id } of which) {
    if (how === 'pause') await digests.pause(id);
    else if (how === 'resume') await digests.resume(id, now());
    else await digests.remove(id);
  }
  return doneAnswer(how, which);
}

/** Posts today's at once, or of a digest that comes the evening before tomorrow's. */
export async function postNow(digests: readonly Digest[], setting: AppContext): Promise<Message> {
  const today = dayAt(setting.now(), setting.current().programme.conference);
  const posted = [];
  for (const digest of digests) {
    const day = dayToTell(today, digest);
    // What is claimed for a paused digest would wait until it is resumed, and then come too late.
    const result = digest.paused ? 'paused' : await setting.ordering.postNow(digest, day);
    posted.push({ day, result } as const);
  }
  return postedAnswer(posted);
}
