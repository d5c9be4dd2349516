import type { Programme } from '../programme/programme.ts';
import type { Slot, Talk } from '../programme/talk.ts';
import type { QueryWords, SearchResult, SpeakerMatch } from './search-result.ts';
import { summarise } from './summary/summarise.ts';

export const SUMMARY_LENGTH = 200;

/** A talk in the JSON of every command. A field that is not known is left out; times are on the conference's clocks. */
export interface TalkJson {
  readonly id: string;
  readonly title: string;
  readonly speakers: readonly string[];
  readonly track?: string;
  readonly level?: string;
  /** BCP 47; several are parted by a comma. */
  readonly language?: string;
  readonly status: Talk['status'];
  /** True if it is on during the whole day that `start` names; else left out. */
  readonly allDay?: true;
  /** The date alone if it lasts all day or its hour is not known yet. */
  readonly start?: string;
  readonly end?: string;
  readonly rooms: readonly string[];
  readonly summary: string;
  /** Higher is better; only comparable within one answer. */
  readonly score?: number;
  /** The file that it was read from, relative to DATA_DIR. */
  readonly source: string;
}

/** `slot` is the time that is asked about, else the first; `words` are those that the summary should have. */
export function talkJson(
  talk: Talk,
  {
    slot = talk.slots[0],
    words,
    score,
  }: {
    readonly slot?: Slot | undefined;
    readonly words?: QueryWords;
    readonly score?: number | undefined;
  } = {},
): TalkJson {
  const language = talk.languages.join(',');
  return {
    id: talk.id,
    title: talk.title,
    speakers: talk.speakers.map(speaker => speaker.name),
    ...(talk.track !== undefined && { track: talk.track }),
    ...(talk.level !== undefined && { level: talk.level }),
    ...(language !== '' && { language }),
    status: talk.status,
    ...(slot?.untimed === 'all day' && { allDay: true }),
    ...(slot !== undefined && { start: slot.start }),
    ...(slot?.end !== undefined && { end: slot.end }),
    rooms: slot?.rooms ?? [],
    summary: summarise(talk.abstract, { ...(words !== undefined && { words }), length: SUMMARY_LENGTH }),
    ...(score !== undefined && { score }),
    source: talk.file,
  };
}

/** The talk as every command gives it, and the rest of what is known. */
export function wholeTalkJson(talk: Talk) {
  const { kind, abstract, links, slots, speakers } = talk;
  return {
    ...talkJson(talk),
    kind,
    abstract,
    links,
    slots: slots.map(({ end, untimed, number: _, ...slot }) => ({
      ...slot,
      ...(untimed === 'all day' && { allDay: true as const }),
      ...(end !== undefined && { end }),
    })),
    bios: speakers.filter(({ bio }) => bio !== '').map(({ name, bio }) => ({ name, bio })),
    affiliations: speakers.flatMap(({ name, affiliation }) =>
      affiliation === undefined ? [] : { name, affiliation },
    ),
  };
}

/** The result of a query, and how long the search took. */
export interface Found {
  readonly result: SearchResult;
  readonly tookMs: number;
  /** The programme that was searched. */
  readonly programme: Programme;
}

/** The result for programs. They rely on its names. */
export function searchJson({ result, tookMs, programme }: Found, limit: number) {
  const { query, total, talks, speakers, words, scores, notes } = result;
  return {
    query,
    total,
    tookMs,
    suggestion: suggestionOf(result) ?? null,
    notes,
    talks: talks.slice(0, limit).map((talk, place) => talkJson(talk, { words, score: scores[place] ?? 0 })),
    speakers: speakers.map(match => speakerJson(match, programme, words)),
  };
}

/** The query as it was understood if words were corrected, else one that would have found something. */
function suggestionOf({ correction, nearest }: SearchResult): string | undefined {
  return correction ?? nearest[0];
}

/** A speaker for programs. The summary prefers sentences with `words`, if there are any. */
export function speakerJson(
  { speaker }: Pick<SpeakerMatch, 'speaker'>,
  programme: Programme,
  words?: QueryWords,
) {
  return {
    name: speaker.name,
    ...(speaker.affiliation !== undefined && { affiliation: speaker.affiliation }),
    summary: summarise(speaker.bio, {
      subject: 'person',
      length: SUMMARY_LENGTH,
      ...(words === undefined ? {} : { words }),
    }),
    talks: programme.talksBy(speaker.id).map(talk => talk.id),
  };
}
