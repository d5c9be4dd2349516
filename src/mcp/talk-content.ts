import { z } from 'zod';
import { starredBy } from '../conversation/context.ts';
import type { Slot, Talk } from '../programme/talk.ts';
import type { QueryWords, SpeakerMatch } from '../search/search-result.ts';
import { speakerJson, talkJson } from '../search/talk-json.ts';
import type { Asked } from './conferences.ts';
import { personal } from './personal.ts';
import { talkId } from './talk-ids.ts';

/** A talk, as the JSON of the command line has it. A field that is not known is left out. */
export const TALK = z.object({
  id: z.string().describe('Give it to get_talk for the abstract and everything else.'),
  title: z.string(),
  speakers: z.array(z.string()),
  track: z.string().optional(),
  level: z.string().optional(),
  language: z.string().optional().describe('BCP 47; several are separated by a comma.'),
  status: z.enum(['confirmed', 'cancelled']),
  allDay: z.literal(true).optional().describe('It is on during the whole day that start names.'),
  start: z
    .string()
    .optional()
    .describe(
      "ISO 8601 on the conference's clocks; a date alone if only the day is known; left out if it is not scheduled.",
    ),
  end: z.string().optional(),
  rooms: z.array(z.string()),
  summary: z.string().describe('One or two sentences of the abstract.'),
  score: z.number().optional().describe('Higher is better; only comparable within this answer.'),
  starred: personal(z.literal(true).optional().describe('It is one of the talks of the person who asks.')),
});

/** The same for a time at which a talk is on. */
export const SESSION = TALK.extend({
  kind: z.enum(['talk', 'break', 'social', 'service']),
});

export const SPEAKER = z.object({
  name: z.string(),
  affiliation: z.string().optional(),
  summary: z.string().describe('One or two sentences of the biography.'),
  talks: z.array(z.string()).describe('Ids for get_talk.'),
});

export type TalkContent = z.output<typeof TALK>;

interface Shown {
  readonly slot?: Slot | undefined;
  readonly words?: QueryWords;
  readonly score?: number | undefined;
}

/** `slot` is the time that is asked about, else the first. */
export function talkContent(talk: Talk, asked: Asked, shown: Shown = {}): TalkContent {
  const { source: _, id, ...content } = talkJson(talk, shown);
  const isStarred = starredBy(asked.reader, asked.programme).has(id);
  return {
    id: talkId({ talk, programme: asked.programme }, asked.all),
    ...content,
    speakers: [...content.speakers],
    rooms: [...content.rooms],
    ...(isStarred && { starred: true as const }),
  };
}

export function sessionContent({ talk, slot }: { readonly talk: Talk; readonly slot: Slot }, asked: Asked) {
  return { ...talkContent(talk, asked, { slot }), kind: talk.kind };
}

export function speakerContent(
  match: Pick<SpeakerMatch, 'speaker'>,
  asked: Asked,
  words?: QueryWords,
): z.output<typeof SPEAKER> {
  const { programme, all } = asked;
  return {
    ...speakerJson(match, programme, words),
    talks: programme.talksBy(match.speaker.id).map(talk => talkId({ talk, programme }, all)),
  };
}
