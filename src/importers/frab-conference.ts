import type { DraftTalk } from '../programme/draft.ts';
import { readTitle } from './fields.ts';
import type { Reading } from './format.ts';
import { readLink } from './links.ts';
import type { Report } from './report.ts';
import { zoneName } from './zone-name.ts';

/** What a schedule says of its conference; empty where it says nothing. */
export interface FrabConference {
  readonly title: string;
  readonly url: string;
  readonly baseUrl: string;
  readonly timeZone: string;
}

/** What a schedule makes known of a conference beside its talks. */
export function readConference(
  { title, url, baseUrl, timeZone }: FrabConference,
  talks: readonly DraftTalk[],
  report: Report,
): Pick<Reading, 'conferenceName' | 'timeZone' | 'conferenceUrl'> {
  return {
    conferenceName: readTitle(title, {}, report) || undefined,
    timeZone: readZone(timeZone, talks, report),
    conferenceUrl: (readLink({ url }) ?? readLink({ url: baseUrl }))?.url,
  };
}

/**
 * pretalx' example conference is in "UTC" and each of its events at +01:00: nobody had set the zone. Then the events
 * are right, and no zone is known.
 */
function readZone(raw: string, talks: readonly DraftTalk[], report: Report): string | undefined {
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
