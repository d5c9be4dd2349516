import { ownTextMistakes } from '../../conversation/digest/own-texts.ts';
import { type DueDay, daysTold, tellsOf } from '../../digests/plan/due.ts';
import { overlapsOf } from '../../digests/plan/overlaps.ts';
import { lastEndOf, sessionsByDay } from '../../digests/plan/sessions-by-day.ts';
import { dateOf, formatDay, timeOf, toMoment } from '../../programme/moment.ts';
import { isHeld } from '../../programme/talk.ts';
import type { Loaded } from '../../search/loaded.ts';
import { checkFilters } from '../../slack/digest/check-order.ts';
import type { Digest } from '../../store/digests.ts';
import { pluralise } from '../../text/display.ts';
import { allDueDays, ofOneDay, type Span } from './span.ts';

/** Something that would go wrong (`error`), or that an organiser may not expect (`note`). */
export interface Finding {
  readonly severity: 'error' | 'note';
  readonly message: string;
}

export interface FindingContext {
  readonly loaded: Loaded;
  readonly span: Span;
  /** The day that alone is rehearsed. */
  readonly day: string | undefined;
  /** Names an order, as in `#corridor, every day at 08:00`. */
  readonly nameOf: (digest: Digest) => string;
}

/** Everything that can be seen from the orders before anything is sent. */
export function findInOrders(digests: readonly Digest[], context: FindingContext): readonly Finding[] {
  const hasRooms = context.loaded.programme.conference.roomLinks.some(({ channel }) => channel !== undefined);
  if (digests.length === 0 && hasRooms)
    return [note('No digest is ordered: only the channels of rooms have messages.')];
  if (digests.length === 0) return [error('No digest is ordered, so nothing is posted in any channel.')];
  return [
    ...digests.flatMap(digest => findInOrder(digest, context)),
    ...findOverlaps(
      digests.map(each => ofOneDay(each, context.day)),
      context,
    ),
    ...findUntoldDays(digests, context),
  ];
}

function findInOrder(digest: Digest, context: FindingContext): readonly Finding[] {
  const { loaded, nameOf } = context;
  const { programme } = loaded;
  const [name, times] = [nameOf(digest), pluralise(digest.failures, 'post')];
  const isRefused = digest.failures > 0;
  if (digest.paused)
    return [
      isRefused ? error(`${name}: it is paused, as Slack refused ${times}.`) : note(`${name}: it is paused.`),
    ];
  const filters = checkFilters(digest.filters, programme);
  const hasInstants = programme.sessions.some(({ startsAt }) => startsAt !== undefined);
  const hasNoNotices = digest.reminders && programme.days.length > 0 && !hasInstants;
  return [
    ...(isRefused
      ? [error(`${name}: Slack refused its last ${times}. See whether Lectern is in the channel.`)]
      : []),
    ...Object.values(ownTextMistakes(digest)).map(mistake => error(`${name}: ${mistake}`)),
    ...(filters === undefined ? [] : [error(`${name}: ${filters}`)]),
    ...(filters === undefined && programme.days.length > 0 ? findInDays(digest, context) : []),
    ...(hasNoNotices
      ? [error(`${name}: no notice comes before a talk. Set timeZone in conference.yml.`)]
      : []),
  ];
}

function findInDays(digest: Digest, context: FindingContext): readonly Finding[] {
  const { loaded, span, nameOf, day: only } = context;
  const name = nameOf(digest);
  if (digest.onlyChanges) return [note(`${name}: it posts when something changes.`)];
  // On the one day that is rehearsed, orders for others are silent.
  if (only !== undefined && !tellsOf(only, digest)) return [];
  const due = allDueDays(digest, loaded).filter(
    ({ day }) => only === undefined || daysTold(day, digest).includes(only),
  );
  const late = due.filter(({ dueAt }) => dueAt < span.from);
  const coming = due.filter(({ dueAt }) => dueAt >= span.from);
  const tooLate = coming.flatMap(each => findTooLate(each, digest, context));
  // An order may post on other days: only the whole conference shows that it never does.
  if (only !== undefined) return coming.length > 0 ? tooLate : findOnDay(only, digest, { late, name });
  if (due.length === 0) return [...findNamedDays(digest, context), error(`${name}: it posts nothing.`)];
  return [
    ...findNamedDays(digest, context),
    ...(coming.length === 0
      ? [error(`${name}: its time has passed on all of its days.`)]
      : late.map(({ day }) => note(`${name}: its time for ${formatDay(day)} has passed.`))),
    ...tooLate,
  ];
}

/** Reasons why an order posts nothing in the rehearsal of one day. */
function findOnDay(
  day: string,
  { days, timeZone }: Digest,
  { late: [late], name }: { readonly late: readonly DueDay[]; readonly name: string },
): readonly Finding[] {
  if (late === undefined) {
    const message = `${name}: ${formatDay(day)} has no sessions for it.`;
    return [days === 'daily' ? note(message) : error(message)];
  }
  const moment = toMoment(late.dueAt, timeZone);
  return [
    note(
      `${name}: its post with ${formatDay(day)} comes at ${timeOf(moment)} on ${formatDay(dateOf(moment))}, before this rehearsal.`,
    ),
  ];
}

/** Days that an order names and on which it has nothing to tell. */
function findNamedDays(digest: Digest, { loaded, nameOf }: FindingContext): readonly Finding[] {
  if (digest.days === 'daily' || digest.span === 'week') return [];
  const byDay = sessionsByDay(digest.filters, loaded);
  return digest.days
    .filter(day => !byDay.has(day))
    .map(day => error(`${nameOf(digest)}: ${formatDay(day)} has no sessions for it.`));
}

/** A digest that comes when its sessions have begun or are over. */
function findTooLate(
  { day, dueAt }: DueDay,
  digest: Digest,
  { loaded, nameOf }: FindingContext,
): readonly Finding[] {
  const byDay = sessionsByDay(digest.filters, loaded);
  const sessions = daysTold(day, digest)
    .flatMap(each => byDay.get(each) ?? [])
    .filter(({ talk }) => isHeld(talk));
  const begun = sessions.filter(({ startsAt }) => startsAt !== undefined && startsAt < dueAt).length;
  const when = `${nameOf(digest)}: at ${timeOf(toMoment(dueAt, digest.timeZone))} on ${formatDay(day)}`;
  if ((lastEndOf(sessions) ?? Number.POSITIVE_INFINITY) <= dueAt)
    return [error(`${when} all of its sessions are over.`)];
  if (begun === 0) return [];
  const have = begun === 1 ? 'has' : 'have';
  return [note(`${when}, ${begun} of its ${pluralise(sessions.length, 'session')} ${have} begun.`)];
}

function findOverlaps(
  digests: readonly Digest[],
  { loaded, span, nameOf }: FindingContext,
): readonly Finding[] {
  return digests.flatMap((digest, place) => {
    const others = digests
      .slice(0, place)
      .filter(({ workspace, channel }) => workspace === digest.workspace && channel === digest.channel);
    return overlapsOf(digest, others, { loaded, now: span.from - 1, before: undefined }).map(other =>
      error(`${nameOf(other)} and ${nameOf(digest)} post the same sessions in one channel.`),
    );
  });
}

/** Days of the conference of which no order tells. */
function findUntoldDays(digests: readonly Digest[], context: FindingContext): readonly Finding[] {
  const { loaded } = context;
  const active = digests.filter(({ paused }) => !paused);
  return daysRehearsed(context)
    .filter(
      day =>
        !active.some(
          digest =>
            !digest.onlyChanges && tellsOf(day, digest) && sessionsByDay(digest.filters, loaded).has(day),
        ),
    )
    .map(day => note(`No digest tells of ${formatDay(day)}.`));
}

/** The days with sessions that anybody can go to. */
function daysRehearsed({ loaded, day }: FindingContext): readonly string[] {
  return day === undefined ? [...sessionsByDay('', loaded).keys()].sort() : [day];
}

export function error(message: string): Finding {
  return { severity: 'error', message };
}

export function note(message: string): Finding {
  return { severity: 'note', message };
}
