import type { Programme } from '../../programme/programme.ts';
import type { QueryWords, SearchResult, SpeakerMatch } from '../../search/search-result.ts';
import { summarise } from '../../search/summary/summarise.ts';
import { SUMMARY_LENGTH, talkJson } from '../talk-json.ts';

/** The result of a query, and how long the search took. */
export interface Found {
  readonly result: SearchResult;
  readonly tookMs: number;
  /** The programme that was searched. */
  readonly programme: Programme;
}

/** The result for programs. They rely on its names. */
export function searchJson({ result, tookMs, programme }: Found, limit: number) {
  const { query, talks, speakers, words, scores, notes } = result;
  return {
    query,
    total: talks.length,
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
    summary: summarise(speaker.bio, {
      subject: 'person',
      length: SUMMARY_LENGTH,
      ...(words === undefined ? {} : { words }),
    }),
    talks: programme.talksBy(speaker.id).map(talk => talk.id),
  };
}
