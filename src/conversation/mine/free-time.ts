import { FREE_TIME_MS, type MyTalks, timed } from '../../people/my-talks.ts';
import { formatDay, instantOf, timeOf, toMoment } from '../../programme/moment.ts';
import type { Programme } from '../../programme/programme.ts';
import { filterByDay, findToday, type TimedSession } from '../../programme/sessions.ts';
import { isPause } from '../../programme/talk.ts';
import { shorten } from '../../text/display.ts';
import type { Answering } from '../context.ts';
import type { When } from '../when.ts';

/** The sessions that people can go to without missing one of their own, by time. */
export function findFitting(mine: MyTalks, { sessions }: Programme): readonly TimedSession[] {
  const own = timed(mine.sessions.map(({ session }) => session));
  const talks = new Set(own.map(({ talk }) => talk));
  return timed(sessions).filter(
    session =>
      !isPause(session.talk) && !talks.has(session.talk) && !own.some(each => areAtOnce(each, session)),
  );
}

/** Whether nobody can see both. */
export function areAtOnce(a: TimedSession, b: TimedSession): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Says when a person has no talk of their own: at an instant, or between the first and the last talk of each day. */
export function freeNotes(when: When, mine: MyTalks, context: Answering): readonly string[] {
  const { programme, now } = context;
  const own = timed(mine.sessions.map(({ session }) => session));
  if (when.kind === 'moment')
    return [
      freeAt(
        instantOf(when, programme.conference),
        own,
        `on ${formatDay(when.day)} at ${when.time}`,
        programme,
      ),
    ];
  if (when.kind === 'now' || when.kind === 'next') return [freeAt(now, own, 'now', programme)];
  const today = findToday(now, programme);
  const days = 'day' in when ? [when.day] : when.kind === 'days' ? when.days : daysToCome(programme, today);
  const notes = days.flatMap(day => freeOn({ day, when, now }, own, programme) ?? []);
  return notes.length > 0 ? notes : ['Nothing is on then, so you are free.'];
}

function daysToCome({ days }: Programme, today: string): readonly string[] {
  const left = days.filter(day => day >= today);
  return left.length === 0 ? days : left;
}

function freeAt(instant: number, own: readonly TimedSession[], label: string, programme: Programme): string {
  const busy = own.filter(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt);
  const time = (epochMs: number) => timeOf(toMoment(epochMs, programme.conference.timeZone));
  if (busy.length > 0) {
    const until = Math.max(...busy.map(({ endsAt }) => endsAt));
    const titles = busy.map(({ talk }) => shorten(talk.title, TITLE_LENGTH)).join(' and ');
    return `You are not free ${label}: ${titles} until ${time(until)}.`;
  }
  const day = findToday(instant, programme);
  const next = own.find(({ startsAt, slot }) => startsAt > instant && slot.day === day);
  const end = next === undefined ? 'for the rest of the day' : `until ${time(next.startsAt)}`;
  return `You are free ${label}, ${end}.`;
}

const TITLE_LENGTH = 60;

/** Undefined if nothing is on then, or for less than FREE_TIME_MS. */
function freeOn(
  { day, when, now }: { readonly day: string; readonly when: When; readonly now: number },
  own: readonly TimedSession[],
  programme: Programme,
): string | undefined {
  const held = timed(filterByDay(day, programme.sessions));
  const [first] = held;
  if (first === undefined) return undefined;
  const at = (time: string | undefined) =>
    time === undefined || time === '24:00' ? undefined : instantOf({ day, time }, programme.conference);
  const window = when.kind === 'window' ? when : undefined;
  const begin = at(window?.from) ?? first.startsAt;
  const to = at(window?.to) ?? Math.max(...held.map(({ endsAt }) => endsAt));
  // Only the rest of today is of use, unless all of it is over.
  const from = now < to ? Math.max(begin, now) : begin;
  const busy = own.filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from);
  const time = (epochMs: number) => timeOf(toMoment(epochMs, programme.conference.timeZone));
  const gaps: string[] = [];
  let end = from;
  for (const { startsAt, endsAt } of [...busy, { startsAt: to, endsAt: to }]) {
    if (startsAt - end >= FREE_TIME_MS) gaps.push(`${time(end)}–${time(startsAt)}`);
    end = Math.max(end, endsAt);
  }
  if (busy.length === 0 && gaps.length === 0) return undefined;
  const label = formatDay(day);
  if (busy.length === 0) return `${label}: free ${gaps.join(', ')}, you have no talk then.`;
  return gaps.length === 0 ? `${label}: no free time.` : `${label}: free ${gaps.join(', ')}.`;
}
