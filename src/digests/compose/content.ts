import type { Change } from '../../programme/changes.ts';
import type { Session } from '../../programme/sessions.ts';
import { isHeld, isPause, type Talk } from '../../programme/talk.ts';
import type { Digest } from '../../store/digests.ts';
import { compare, groupByEach } from '../../text/keys.ts';
import type { RelativeDay } from '../../words/words.ts';
import type { DayContext } from '../messages.ts';
import { daysTold } from '../plan/due.ts';
import { matchingTalks, sessionsByDay } from '../plan/sessions-by-day.ts';
import { relativeDay } from './relative-day.ts';

/** Everything that a digest tells of a day, before it is drawn. */
export type Content = DayContent | WeekContent | SpotlightContent;

export interface DayContent {
  readonly kind: 'day';
  readonly day: string;
  /** The place of the day among those of the conference, from 1 on. */
  readonly number: number;
  readonly days: number;
  /** All but the breaks, cancelled or not, by time and room. */
  readonly sessions: readonly Session[];
  readonly breaks: readonly Session[];
  readonly changes: readonly Change[];
  readonly changedSince?: string | undefined;
  readonly when: RelativeDay;
}

/** The days of a week that have sessions. */
export interface WeekContent {
  readonly kind: 'week';
  /** The first of the seven days, with sessions or without. */
  readonly day: string;
  readonly lastDay: string;
  readonly when: RelativeDay;
  readonly days: readonly DayContent[];
}

/** For a conference without times: some talks a day, until each has had its turn. */
export interface SpotlightContent {
  readonly kind: 'spotlight';
  readonly day: string;
  readonly talks: readonly Talk[];
  /** How many talks are still to have their turn. */
  readonly left: number;
}

/** Returns undefined if there is nothing to tell of the day that the digest is about. */
export function chooseContent(digest: Digest, day: string, context: DayContext): Content | undefined {
  if (context.loaded.programme.days.length === 0) return spotlight(digest, day, context);
  return digest.span === 'week' ? weekContent(digest, day, context) : dayContent(digest, day, context);
}

function weekContent(digest: Digest, day: string, context: DayContext): WeekContent | undefined {
  const all = daysTold(day, digest);
  const days = all.flatMap(each => dayContent(digest, each, context) ?? []);
  if (days.length === 0) return undefined;
  return { kind: 'week', day, lastDay: all.at(-1) ?? day, when: whenOf(digest, day, context), days };
}

function whenOf({ timeZone }: Digest, day: string, { loaded, posted }: DayContext): RelativeDay {
  return relativeDay(day, posted, [timeZone, loaded.programme.conference.timeZone ?? timeZone]);
}

function dayContent(digest: Digest, day: string, context: DayContext): DayContent | undefined {
  const { filters } = digest;
  const { loaded, changes, changedSince } = context;
  const sessions = sessionsByDay(filters, loaded).get(day);
  if (sessions === undefined) return undefined;
  const days = [...sessionsByDay('', loaded).keys()].sort();
  return {
    kind: 'day',
    day,
    number: days.indexOf(day) + 1,
    days: days.length,
    sessions: sessions.filter(({ talk }) => !isPause(talk)),
    breaks: sessions.filter(({ talk }) => isPause(talk)),
    changes,
    changedSince,
    when: whenOf(digest, day, context),
  };
}

function spotlight(
  { filters }: Digest,
  day: string,
  { loaded, toldTalks }: DayContext,
): SpotlightContent | undefined {
  const wanted = matchingTalks(filters, loaded);
  const talks = loaded.programme.talks.filter(talk => isHeld(talk) && wanted.has(talk.id));
  const chosen = spreadOverTracks(talks, toldTalks);
  if (chosen.length === 0) return undefined;
  const told = talks.filter(talk => toldTalks.has(talk.id)).length;
  return { kind: 'spotlight', day, talks: chosen, left: talks.length - told - chosen.length };
}

const TALKS_A_DAY = 5;

/**
 * Takes from as many tracks as there are; first from those with the smallest share of told talks, so that all tracks end
 * at about the same time.
 */
function spreadOverTracks(talks: readonly Talk[], toldTalks: ReadonlySet<string>): readonly Talk[] {
  const tracks = [...groupByEach(talks, talk => [talk.track ?? ''])].map(([name, all]) => {
    const waiting = all.filter(talk => !toldTalks.has(talk.id));
    return { name, size: all.length, waiting, today: 0 };
  });
  const chosen: Talk[] = [];
  while (chosen.length < TALKS_A_DAY) {
    const [next] = tracks
      .filter(track => track.waiting.length > 0)
      .sort((a, b) => a.today - b.today || shareTold(a) - shareTold(b) || compare(a.name, b.name));
    const talk = next?.waiting.shift();
    if (next === undefined || talk === undefined) break;
    next.today += 1;
    chosen.push(talk);
  }
  return chosen;
}

function shareTold({ size, waiting }: { readonly size: number; readonly waiting: readonly Talk[] }): number {
  return (size - waiting.length) / size;
}
