import type { Programme } from '../programme/programme.ts';
import type { Talk } from '../programme/talk.ts';
import type { Answer, SpeakerMatch } from '../search/answer.ts';
import { summarise } from '../search/summary/summarise.ts';

/** What a query found, and how long the search took. */
export interface Found {
  readonly answer: Answer;
  readonly tookMs: number;
  /** What was searched. */
  readonly programme: Programme;
}

export const SUMMARY_LENGTH = 200;

/** The answer for programs. They rely on its names: what is not known is null, never left out. */
export function searchJson({ answer, tookMs, programme }: Found, limit: number) {
  return {
    query: answer.query,
    total: answer.talks.length,
    tookMs,
    suggestion: suggestionOf(answer) ?? null,
    talks: answer.talks.slice(0, limit).map((talk, place) => talkJson(talk, place, answer)),
    speakers: answer.speakers.map(match => speakerJson(match, answer, programme)),
  };
}

/** The query as it was understood where words were mended, else what would have found something. */
function suggestionOf({ correction, nearest }: Answer): string | undefined {
  return correction ?? nearest[0];
}

function talkJson(talk: Talk, place: number, { words, scores }: Answer) {
  const [slot] = talk.slots;
  return {
    id: talk.id,
    title: talk.title,
    speakers: talk.speakers.map(speaker => speaker.name),
    track: talk.track ?? null,
    start: slot?.start ?? null,
    end: slot?.end ?? null,
    rooms: slot?.rooms ?? [],
    summary: summarise(talk.abstract, { words, length: SUMMARY_LENGTH }),
    score: scores[place] ?? 0,
    source: talk.file,
  };
}

function speakerJson({ speaker }: SpeakerMatch, { words }: Answer, programme: Programme) {
  return {
    name: speaker.name,
    summary: summarise(speaker.bio, { subject: 'person', words, length: SUMMARY_LENGTH }),
    talks: programme.talksBy(speaker.id).map(talk => talk.id),
  };
}
