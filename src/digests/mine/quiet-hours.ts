import { Temporal } from 'temporal-polyfill';
import type { Preferences, QuietHours } from '../../people/preferences.ts';
import type { Member } from '../../people/stars.ts';
import { fromClocks, toClocks } from '../../programme/zone-rules.ts';
import type { DeliveryContext } from '../delivery-context.ts';

/**
 * The instant from which a person may be told of something, in milliseconds since 1970: `now`, or the end of the quiet
 * hours that it lies in. `zone` is the person's own, IANA.
 */
export function tellableFrom(now: number, quiet: QuietHours | undefined, zone: string): number {
  if (quiet === undefined || quiet.from === quiet.to) return now;
  const clocks = toClocks(Temporal.Instant.fromEpochMilliseconds(now), zone);
  const time = clocks.toPlainTime().toString({ smallestUnit: 'minute' });
  const isOverMidnight = quiet.from > quiet.to;
  const isQuiet = isOverMidnight
    ? time >= quiet.from || time < quiet.to
    : time >= quiet.from && time < quiet.to;
  if (!isQuiet) return now;
  const endsTomorrow = isOverMidnight && time >= quiet.from;
  const day = clocks.toPlainDate().add({ days: endsTomorrow ? 1 : 0 });
  return fromClocks(day.toPlainDateTime(quiet.to), zone).epochMilliseconds;
}

/**
 * The same now, for a person. Slack is asked for their zone only if they have quiet hours; if it does not tell, these are
 * in the conference's.
 */
export async function tellableNow(
  member: Member,
  { quietHours }: Preferences,
  { now, zoneOf, currentIn }: Pick<DeliveryContext, 'now' | 'zoneOf' | 'currentIn'>,
): Promise<number> {
  if (quietHours === undefined) return now();
  const zone = (await zoneOf(member)) ?? currentIn(member.workspace).programme.conference.timeZone ?? 'UTC';
  return tellableFrom(now(), quietHours, zone);
}
