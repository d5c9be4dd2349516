import type { DraftTalk } from '../../programme/joining/draft.ts';
import type { ReadResult } from '../format.ts';
import { readTitle } from '../reading/fields.ts';
import { type Fields, isFields, parseJson } from '../reading/json.ts';
import { readLink } from '../reading/links.ts';
import type { Report } from '../reading/report.ts';
import { readZone } from '../reading/zones.ts';

/** What a schedule says of its conference; empty where it says nothing. */
export interface FrabConference {
  readonly title: string;
  readonly url: string;
  readonly baseUrl: string;
  readonly timeZone: string;
}

/** The names that a schedule.json has for it. */
interface JsonSchedule {
  readonly base_url: string;
  readonly conference: { readonly title: string; readonly url: string; readonly time_zone_name: string };
}

export function conferenceFromJson({ base_url: baseUrl, conference }: JsonSchedule): FrabConference {
  return { title: conference.title, url: conference.url, baseUrl, timeZone: conference.time_zone_name };
}

/** What a schedule makes known of a conference beside its talks. */
export function readConference(
  { title, url, baseUrl, timeZone }: FrabConference,
  talks: readonly DraftTalk[],
  report: Report,
): Pick<ReadResult, 'conferenceName' | 'timeZone' | 'conferenceUrl'> {
  return {
    conferenceName: readTitle(title, {}, report) || undefined,
    timeZone: readZone(timeZone, talks, report),
    conferenceUrl: (readLink({ url }) ?? readLink({ url: baseUrl }))?.url,
  };
}

/** What stands below `schedule` in a schedule.json; empty where nothing does. */
export function parseSchedule(file: string): Fields {
  const value = parseJson(file);
  return isFields(value) && isFields(value.schedule) ? value.schedule : {};
}
