import { z } from 'zod';
import { CONFERENCE, conferenceJson, type KnownConference, listConferences } from '../conferences.ts';
import { PART, PART_GIVEN, partOf } from '../parameters.ts';
import { type CallContext, defineTool } from '../tool.ts';

/** All that is known of a conference as a whole. */
export const WHOLE_CONFERENCE = CONFERENCE.extend({
  current: z.boolean().describe('Whether it answers if no conference is named.'),
  url: z.string().optional(),
  days: z.array(z.string()).describe('The days of its programme, dates.'),
  talks: z.int().describe('How many talks it has, without breaks.'),
  speakers: z.int(),
  tracks: z.array(z.string()),
  rooms: z.array(z.string()),
  facts: z
    .array(z.object({ asked: z.array(z.string()), answer: z.string() }))
    .describe("The organisers' own answers to what no talk tells, such as lunch, wifi or the venue."),
});

/** Lists the conferences that can be asked about. */
export const listAllConferences = defineTool({
  name: 'list_conferences',
  title: 'List conferences',
  description: `List the conferences that Lectern knows, the current one first: name, days, time zone, the present time there, how many talks, all tracks and rooms, and what the organisers say about lunch, wifi and the venue.
Use it first if you do not know which conference, day, track or room there is. It has no talks: use search_talks or get_agenda for those.`,
  input: z.strictObject({ ...PART }),
  output: z.object({ ...PART_GIVEN, conferences: z.array(WHOLE_CONFERENCE) }),
  answer: (args, { answering }) => {
    const { those, given } = partOf(listConferences(answering), args);
    return {
      structured: { ...given, conferences: those.map(each => wholeConference(each, answering)) },
      shown: [],
    };
  },
});

export function wholeConference(
  { programme, asOf, isCurrent }: KnownConference,
  { now }: CallContext['answering'],
): z.output<typeof WHOLE_CONFERENCE> {
  const { conference, days, talkCount, speakers, tracks, rooms } = programme;
  return {
    ...conferenceJson({ programme, now, asOf }),
    current: isCurrent,
    ...(conference.url !== undefined && { url: conference.url }),
    days: [...days],
    talks: talkCount,
    speakers: speakers.length,
    tracks: [...tracks],
    rooms: [...rooms],
    facts: conference.facts.map(({ asked, answer }) => ({ asked: [...asked], answer })),
  };
}
