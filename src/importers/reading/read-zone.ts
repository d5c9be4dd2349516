import type { DraftTalk } from '../../programme/joining/draft.ts';
import type { Report } from './report.ts';
import { zoneName } from './zone-name.ts';

/**
 * The zone that a file names for its times; nothing where it names none, which is reported.
 *
 * pretalx' example conference is in "UTC" and each of its events at +01:00: nobody had set the zone. Then the events
 * are right, and no zone is known.
 */
export function readZone(raw: string, talks: readonly DraftTalk[], report: Report): string | undefined {
  if (raw.trim() === '') return undefined;
  const zone = zoneName(raw);
  if (zone === undefined) {
    report.warn({}, `"${raw.slice(0, 40)}" is no time zone such as Europe/Madrid; it was left out.`);
    return undefined;
  }
  const offsets = talks.flatMap(talk => talk.slots.map(slot => slot.start.slice(19)));
  const elsewhere = offsets.length > 0 && offsets.every(offset => offset !== '' && !IS_UTC.test(offset));
  if (!UTC_NAME.test(zone) || !elsewhere) return zone;
  report.warn(
    {},
    `The file names the zone ${zone}, in which none of its times is; the times were kept and the zone was left out.`,
  );
  return undefined;
}

const UTC_NAME = /^(?:Etc\/)?(?:UTC|GMT|Universal|Zulu)$/i;
const IS_UTC = /^(?:Z|[+-]00:?00)$/i;
