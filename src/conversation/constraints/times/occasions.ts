import { timeOf } from '../../../programme/moment.ts';
import type { Session } from '../../../programme/sessions.ts';
import { nameKey } from '../../../text/fold.ts';

/** Lunch, folded, in the languages in which people type. */
export const LUNCH: ReadonlySet<string> = new Set(
  'lunch mittag mittagessen mittagspause dejeuner almuerzo almoco pranzo comida'.split(' '),
);
/** Breaks and talks that everybody knows by their names, folded. */
export const OCCASIONS: ReadonlySet<string> = new Set([
  ...LUNCH,
  'keynote',
  'keynotes',
  'opening',
  'opening keynote',
  'closing',
  'closing keynote',
  'coffee',
  'coffee break',
  'break',
  'panel',
  'lightning talks',
  'dinner',
  'registration',
  'breakfast',
]);

/** The times of the break or talk that is called so; without one, those of the longest time around noon without a talk. */
export function timesOf(
  occasion: string,
  sessions: readonly Session[],
): { readonly from: string; readonly to: string } {
  const word = ` ${nameKey(occasion).replace(/s$/u, '')}`;
  const named = sessions.find(({ talk }) => ` ${nameKey(talk.title).replaceAll('-', ' ')}`.includes(word));
  if (named !== undefined) {
    const { start, end } = named.slot;
    return { from: timeOf(start), to: timeOf(end ?? start) };
  }
  return longestGap(sessions) ?? NOON;
}

const NOON = { from: '12:00', to: '13:00' };
/** A lunch begins and ends between these. */
const LUNCH_FROM = '11:00';
const LUNCH_TO = '15:00';

/** The longest time around noon in which no talk runs. */
function longestGap(
  sessions: readonly Session[],
): { readonly from: string; readonly to: string } | undefined {
  const times = sessions
    .filter(({ slot }) => slot.untimed === undefined)
    .map(({ slot }) => ({
      from: timeOf(slot.start),
      to: timeOf(slot.end ?? slot.start),
    }));
  let best: { from: string; to: string } | undefined;
  let over = '';
  for (const { from, to } of times) {
    const isLunch = over >= LUNCH_FROM && from <= LUNCH_TO && from > over;
    if (
      isLunch &&
      (best === undefined || minutes(from) - minutes(over) > minutes(best.to) - minutes(best.from))
    )
      best = { from: over, to: from };
    if (to > over) over = to;
  }
  return best;
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
