import type { DraftTalk } from '../../programme/joining/draft.ts';
import type { ReadResult } from '../format.ts';
import { readTitle } from '../reading/fields.ts';
import { type Fields, isFields, parseJson } from '../reading/json.ts';
import { readLink } from '../reading/links.ts';
import type { Report } from '../reading/report.ts';
import { readZone } from '../reading/zones.ts';

/** A conference as a schedule has it; a field is empty if the file does not give it. */
export interface FrabConference {
  readonly title: string;
  readonly url: string;
  readonly baseUrl: string;
  readonly timeZone: string;
}

/** Its fields in a schedule.json. */
interface JsonSchedule {
  readonly base_url: string;
  readonly conference: { readonly title: string; readonly url: string; readonly time_zone_name: string };
}

export function conferenceFromJson({ base_url: baseUrl, conference }: JsonSchedule): FrabConference {
  return { title: conference.title, url: conference.url, baseUrl, timeZone: conference.time_zone_name };
}

/** Reads name, zone and URL of a conference. */
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

/** Returns the value of `schedule` in a schedule.json; empty if it has none. */
export function parseSchedule(file: string): Fields {
  const value = parseJson(file);
  return isFields(value) && isFields(value.schedule) ? value.schedule : {};
}
