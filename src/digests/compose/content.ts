import type { Change } from '../../programme/changes.ts';
import { isPause } from '../../programme/pauses.ts';
import type { Session } from '../../programme/session.ts';
import type { Digest } from '../../store/digests.ts';
import { sessionsByDay } from '../plan/sessions-by-day.ts';
import { type SpotlightContent, spotlightOf } from './spotlight.ts';
import type { DayToTell } from './words.ts';

/** What a digest says of a day, before it is drawn. */
export type Content = DayContent | SpotlightContent;

export interface DayContent {
  readonly kind: 'day';
  readonly day: string;
  /** Where the day stands among those of the conference, from 1 on. */
  readonly number: number;
  readonly days: number;
  /** What is said, cancelled or not, by time and room. */
  readonly sessions: readonly Session[];
  readonly breaks: readonly Session[];
  readonly changes: readonly Change[];
}

/** Nothing where a day has nothing to say of what the digest is about. */
export function contentOf(digest: Digest, day: string, of: DayToTell): Content | undefined {
  return of.loaded.programme.days.length === 0 ? spotlightOf(digest, day, of) : dayContent(digest, day, of);
}

function dayContent({ filters }: Digest, day: string, { loaded, changes }: DayToTell): Content | undefined {
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
  };
}
