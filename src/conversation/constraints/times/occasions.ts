import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import { isPause } from '../../../programme/talk.ts';
import { fold, nameKey } from '../../../text/fold.ts';

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(/,\s*/).map(fold));
}

/** Lunch, folded, in the languages in which people type. */
const LUNCH = names(
  `lunch, lunch break, mittag, mittagessen, mittagspause, dejeuner, pause dejeuner, almuerzo, comida, almoco, pranzo, pausa pranzo,
  lunchpauze, 昼食, 昼休み, ランチ`,
);
/** Shorter pauses, in the same languages. */
const COFFEE = names(
  `coffee, coffee break, break, tea break, kaffee, kaffeepause, pause, cafe, pause cafe, pausa, pausa cafe, pausa caffe, pausa para el cafe,
  descanso, intervalo, koffie, koffiepauze, pauze, 休憩, コーヒーブレイク`,
);
/** Talks that everybody knows by their names, folded: they count if a title has them. */
const OTHERS = names(
  `keynote, keynotes, opening, opening keynote, closing, closing keynote, panel, lightning talks, dinner, registration, breakfast,
  基調講演`,
);
/** Breaks and talks that everybody knows by their names, folded. */
export const OCCASIONS: ReadonlySet<string> = new Set([...LUNCH, ...COFFEE, ...OTHERS]);

/** True for a break, which need not be called so: it is then a time without talks. */
export function isBreak(text: string): boolean {
  return LUNCH.has(text) || COFFEE.has(text);
}

/** The time from which on somebody asks. */
export interface AskedFrom {
  readonly day: string;
  /** On that day, `10:40`. */
  readonly time: string;
  readonly isDayNamed: boolean;
}

/** When a break or a talk is, and a sentence about it if that is not plain. */
export interface OccasionTime {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly note: string | undefined;
}

/** Finds the break or talk that is called so, or the talk of the speaker, that comes next; undefined if there is none. */
export function findOccasion(
  called: string,
  sessions: readonly Session[],
  asked: AskedFrom,
): OccasionTime | undefined {
  const timed = sessions.filter(({ slot }) => slot.untimed === undefined);
  if (isBreak(called)) {
    const ofDay = timed.filter(({ slot }) => slot.day === asked.day);
    return LUNCH.has(called) ? lunchOf(ofDay, asked) : breakOf(called, ofDay, asked);
  }
  const named = timed.filter(session => isCalled(session, called));
  const chosen =
    named.find(({ slot }) => slot.day === asked.day) ??
    named.find(({ slot }) => slot.day > asked.day && !asked.isDayNamed) ??
    (asked.isDayNamed ? undefined : named[0]);
  return chosen && { day: chosen.slot.day, ...spanOf(chosen), note: undefined };
}

function isCalled({ talk }: Session, called: string): boolean {
  const word = ` ${nameKey(called).replace(/s$/u, '').replaceAll('-', ' ')}`;
  return [talk.title, ...talk.speakers.map(({ name }) => name)].some(name =>
    ` ${nameKey(name).replaceAll('-', ' ')}`.includes(word),
  );
}

interface Span {
  readonly from: string;
  readonly to: string;
}

function spanOf({ slot: { start, end } }: Session): Span {
  return { from: timeOf(start), to: timeOf(end ?? start) };
}

function hasName({ talk }: Session, those: ReadonlySet<string>): boolean {
  const title = ` ${nameKey(talk.title).replaceAll('-', ' ')} `;
  return Array.from(those).some(name => title.includes(` ${name} `));
}

const NOON = { from: '12:00', to: '13:00' };

function lunchOf(ofDay: readonly Session[], { day }: AskedFrom): OccasionTime {
  const named = ofDay.find(session => isPause(session.talk) && hasName(session, LUNCH));
  if (named !== undefined) return { day, ...spanOf(named), note: undefined };
  const gap = lunchGap(gapsOf(ofDay));
  return { day, ...(gap ?? NOON), note: gap && unnamed('lunch', gap) };
}

/** The next pause of the day besides lunch. */
function breakOf(
  called: string,
  ofDay: readonly Session[],
  { day, time }: AskedFrom,
): OccasionTime | undefined {
  const pauses = ofDay
    .filter(({ talk }) => isPause(talk))
    .filter(session => hasName(session, COFFEE) && !hasName(session, LUNCH))
    .map(spanOf);
  const gaps = gapsOf(ofDay);
  const lunch = lunchGap(gaps);
  const those = pauses.length > 0 ? pauses : gaps.filter(gap => gap !== lunch);
  const next = those.find(({ to }) => to > time) ?? those[0];
  const name = called.includes('break') ? called : 'break';
  return next && { day, ...next, note: pauses.length > 0 ? undefined : unnamed(name, next) };
}

function unnamed(name: string, { from, to }: Span): string {
  return `The programme names no ${name}; ${from}–${to} has no talks.`;
}

/** A lunch begins and ends between these. */
const LUNCH_FROM = '11:00';
const LUNCH_TO = '15:00';

/** The longest time around noon in which no talk runs. */
function lunchGap(gaps: readonly Span[]): Span | undefined {
  const noon = gaps.filter(({ from, to }) => from >= LUNCH_FROM && to <= LUNCH_TO);
  const longest = Math.max(...noon.map(lengthOf));
  return noon.find(gap => lengthOf(gap) === longest);
}

/** The times of a day between its first and its last talk in which no talk runs. */
function gapsOf(ofDay: readonly Session[]): readonly Span[] {
  const gaps: Span[] = [];
  let over = '';
  for (const session of ofDay) {
    if (isPause(session.talk)) continue;
    const { from, to } = spanOf(session);
    if (over !== '' && from > over) gaps.push({ from: over, to: from });
    if (to > over) over = to;
  }
  return gaps.filter(gap => lengthOf(gap) >= GAP_MIN);
}

/** Shorter times are for changing rooms. */
const GAP_MIN = 10;

function lengthOf({ from, to }: Span): number {
  return minutes(to) - minutes(from);
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
