import { type Preferences, REMINDERS } from '../../people/preferences.ts';
import type { Member, Star } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Session, sessionKey, sessionsWithin, type TimedSession } from '../../programme/sessions.ts';
import { isHeld } from '../../programme/talk.ts';
import { conferencesOf } from '../../search/loaded.ts';
import { type Delivery, myTalksId, type NewDelivery } from '../../store/delivery.ts';
import type { JoinedDelivery } from '../../store/people/join-notices.ts';
import { groupByEach } from '../../text/keys.ts';
import { type DeliveryContext, whoSee } from '../delivery-context.ts';
import { fingerprint, myTalksNotice } from '../plan/new-deliveries.ts';
import { claimNotices } from './claim-notices.ts';
import { tellableNow } from './quiet-hours.ts';

const MINUTE_MS = 60_000;
const LEADS = REMINDERS.filter(each => each !== 'off');
/** A talk that is put off by less than this is the same to those who were reminded of it. */
const SAME_TALK_MS = 60 * MINUTE_MS;

/** A session of which those people are to be reminded who chose this many minutes. */
interface Due {
  readonly session: TimedSession;
  /** That of its conference: several may run at the same time, and only one of them answers. */
  readonly programme: Programme;
  readonly lead: (typeof LEADS)[number];
}

/**
 * Claims reminders of starred talks, each once, so many minutes before its start as its person chose. A talk that moves
 * takes its reminder along: one that still waits for the old time does not count. In quiet hours a reminder waits for their
 * end, and is left out if that is too late. `looked` has
 * the sessions whose people were found before; a star that is set later than its reminder comes to none.
 */
export async function remindOfStarred(context: DeliveryContext, looked: Set<string>): Promise<void> {
  const due = dueSessions(context).filter(each => !looked.has(lookKey(each)));
  if (due.length === 0) return;
  for (const [programme, those] of groupByEach(due, each => [each.programme]))
    await claimNotices(await remindersOf(those, programme, context), context);
  for (const each of due) looked.add(lookKey(each));
}

function dueSessions({ current, now }: DeliveryContext): readonly Due[] {
  const at = now();
  return conferencesOf(current()).flatMap(programme =>
    LEADS.flatMap(lead =>
      sessionsWithin(programme, at, lead * MINUTE_MS).map(session => ({ session, programme, lead })),
    ),
  );
}

function lookKey({ session, programme, lead }: Due): string {
  return `${lead} ${session.startsAt} ${keyOf(session, programme)}`;
}

/** Ids of talks are each conference's own. */
function keyOf(session: Session, { conference }: Programme): string {
  return `${conferenceKey(conference)} ${sessionKey(session)}`;
}

async function remindersOf(
  due: readonly Due[],
  programme: Programme,
  context: DeliveryContext,
): Promise<readonly NewDelivery[]> {
  const { store, now } = context;
  const conference = conferenceKey(programme.conference);
  const ids = [...new Set(due.map(({ session }) => session.talk.id))];
  const stars = whoSee(programme, await store.stars.peopleWhoStarred(conference, ids), context);
  if (stars.length === 0) return [];
  const preferences = await store.preferences.ofAll(stars);
  const reminded = await store.deliveries.remindedSince(
    now() - SAME_TALK_MS - Math.max(...LEADS) * MINUTE_MS,
  );
  const found: NewDelivery[] = [];
  for (const those of groupByEach(stars, star => [myTalksId(star)]).values()) {
    const [member] = those;
    if (member === undefined) continue;
    const chosen = preferences(member);
    const before = reminded.get(myTalksId(member)) ?? [];
    const isReminded = (session: TimedSession) =>
      before.some(
        ({ sessions, startsAt, isWaiting }) =>
          sessions.includes(keyOf(session, programme)) &&
          (isWaiting ? startsAt === session.startsAt : session.startsAt - startsAt < SAME_TALK_MS),
      );
    const sessions = sessionsFor(those, chosen, due).filter(each => !isReminded(each));
    if (sessions.length === 0) continue;
    const dueAt = await tellableNow(member, chosen, context);
    for (const [startsAt, group] of groupByEach(sessions, each => [each.startsAt]))
      if (dueAt < startsAt) found.push(reminderFor(member, { startsAt, dueAt, group, programme, context }));
  }
  return found;
}

function sessionsFor(
  stars: readonly Star[],
  { reminders }: Preferences,
  due: readonly Due[],
): readonly TimedSession[] {
  const talks = new Set(stars.map(({ talk }) => talk));
  return due
    .filter(({ session, lead }) => lead === reminders && talks.has(session.talk.id))
    .map(({ session }) => session);
}

function reminderFor(
  member: Member,
  {
    startsAt,
    dueAt,
    group,
    programme,
    context: { messages, rehearsal },
  }: {
    readonly startsAt: number;
    /** Now, or the end of the person's quiet hours. */
    readonly dueAt: number;
    readonly group: readonly TimedSession[];
    readonly programme: Programme;
    readonly context: DeliveryContext;
  },
): NewDelivery {
  const keys = group.map(each => keyOf(each, programme));
  const part = { kind: 'mine', about: 'soon', startsAt, sessions: fingerprint(keys) } as const;
  const { folder, feedback = false } = programme.conference;
  // The zone is asked for when it is sent.
  const message = messages.starredSoon(group, { folder, rehearsal, zone: undefined, feedback });
  return myTalksNotice(member, part, { message, talks: keys, dueAt, until: startsAt });
}

/**
 * A message as it should read now that it is sent: it may have waited for the end of quiet hours, or for Slack. A reminder
 * loses the talks that are no longer starred or start at another time. Returns undefined if the person no longer wants it
 * or nothing is left.
 */
export async function refreshNotice(
  delivery: Delivery,
  context: DeliveryContext,
): Promise<JoinedDelivery | undefined> {
  const { part } = delivery;
  if (part.kind !== 'mine') return { delivery, others: [] };
  const member = { workspace: delivery.workspace, person: delivery.channel };
  const { reminders = 'off', changes } = await context.store.preferences.of(member);
  if (part.about === 'changed' && !changes) return undefined;
  if (part.about !== 'soon') return joinWaiting(delivery, changes, context);
  if (reminders === 'off') return undefined;
  const reminder = await refreshReminder(delivery, { member, startsAt: part.startsAt, context });
  return reminder && { delivery: reminder, others: [] };
}

/** All that waited for the end of the same night comes as one message. */
function joinWaiting(
  delivery: Delivery,
  changes: boolean,
  context: DeliveryContext,
): Promise<JoinedDelivery> {
  const { store, messages, now } = context;
  const isWanted = ({ part }: Delivery) => changes || (part.kind === 'mine' && part.about === 'found');
  return store.sending.joinNotices(delivery, now(), notices =>
    notices.every(isWanted) ? messages.joinNotices(notices.map(({ message }) => message)) : undefined,
  );
}

async function refreshReminder(
  delivery: Delivery,
  {
    member,
    startsAt,
    context,
  }: { readonly member: Member; readonly startsAt: number; readonly context: DeliveryContext },
): Promise<Delivery | undefined> {
  const { store, currentIn, zoneOf, messages, rehearsal } = context;
  const stars = await store.stars.starsOf(member);
  const told = new Set(delivery.talks);
  for (const programme of conferencesOf(currentIn(member.workspace))) {
    const starred = stars.get(conferenceKey(programme.conference));
    const left = programme.sessions.filter(
      (session): session is TimedSession =>
        session.startsAt === startsAt &&
        isHeld(session.talk) &&
        starred?.has(session.talk.id) === true &&
        told.has(keyOf(session, programme)),
    );
    if (left.length === 0) continue;
    const { folder, feedback = false } = programme.conference;
    const message = messages.starredSoon(left, {
      ...{ folder, rehearsal, feedback },
      zone: await zoneOf(member),
    });
    const talks = left.map(session => keyOf(session, programme));
    if (talks.length === told.size) return { ...delivery, message };
    // The talks that it no longer tells of may have a reminder of their own.
    await store.deliveries.update({ key: delivery, message, talks });
    return { ...delivery, message, talks, revision: delivery.revision + 1 };
  }
  return undefined;
}
