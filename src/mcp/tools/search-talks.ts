import { z } from 'zod';
import { requestContext } from '../../conversation/answer.ts';
import type { Answering } from '../../conversation/context.ts';
import { readRequest } from '../../conversation/request.ts';
import type { Request } from '../../conversation/request-kinds.ts';
import { resultsFor } from '../../conversation/results.ts';
import type { Search } from '../../conversation/search.ts';
import { understoodSearch } from '../../conversation/understood.ts';
import { findToday } from '../../programme/sessions.ts';
import type { Slot, Talk } from '../../programme/talk.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { ALL } from '../../search/find.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { pluralise } from '../../text/display.ts';
import { type Asked, CONFERENCE, conferenceJson, openConference } from '../conferences.ts';
import { PART, PART_GIVEN, type Part, PLACE, partOf, readFilters, WHEN, WHICH } from '../parameters.ts';
import { personal } from '../personal.ts';
import { type KeptArguments, suggestedArguments } from '../suggested-arguments.ts';
import { SPEAKER, speakerContent, TALK, talkContent } from '../talk-content.ts';
import { defineTool } from '../tool.ts';
import { type Busy, readBusy } from './busy.ts';
import { findMatches } from './find-matches.ts';
import { mendFilters, narrowSearch } from './narrow-search.ts';
import { type AnswerNote, notesForModel, notesForPeople } from './notes.ts';
import { missingTopic } from './topic.ts';

const QUERY_LENGTH = 500;

const name = z.string().trim().min(1).max(200);

/** Finds talks by topic, name and constraints, best first. */
export const searchTalks = defineTool({
  name: 'search_talks',
  title: 'Search talks',
  description: `Find talks of a conference by topic, technology, title or person, best match first. Use it for "talks about X", also within a day, time, room or track.
Use get_agenda instead for what is on at a time whatever its topic (now, next, a day), find_speaker for who somebody is, and get_talk for the whole abstract of a talk whose id you have. To plan a whole day, use plan_day.
The words are searched in titles, abstracts, speakers and tracks; misspelt words are corrected and said so. Put days, times, rooms and names into their own parameters, not into query.`,
  input: z.strictObject({
    query: z
      .string()
      .max(QUERY_LENGTH)
      .optional()
      .describe(
        'The topic in a few words, such as "eBPF" or "incident response". "A phrase" in quotes must stand in the text, -word leaves out. Leave it out to list all talks that fit the other parameters.',
      ),
    ...WHEN,
    ...PLACE,
    speaker: name.optional().describe('Only talks by this person; a part of the name is enough.'),
    language: name
      .optional()
      .describe('Only talks in this language: a name or code, such as "Spanish" or "es".'),
    level: name
      .optional()
      .describe('Only talks of this level, as the conference calls it, such as "beginner".'),
    avoid: z
      .array(z.string().max(300))
      .max(50)
      .optional()
      .describe('Ids of talks that the person goes to: leaves out all that is on at the same time.'),
    fits_my_talks: personal(
      z
        .boolean()
        .optional()
        .describe(
          'True leaves out all that is on at the same time as a talk that the person who asks has starred.',
        ),
    ),
    ...WHICH,
    ...PART,
  }),
  output: z.object({
    conference: CONFERENCE,
    ...PART_GIVEN,
    talks: z.array(TALK).describe('Best match first; without words by time.'),
    speakers: z.array(SPEAKER).describe('People whom the words name.'),
    understood: z
      .array(z.object({ what: z.string(), value: z.string() }))
      .describe('How the words and parameters were understood.'),
    correction: z.string().optional().describe('The query with its words as they were corrected.'),
    suggestions: z
      .array(z.string())
      .describe('Other arguments that find something, as JSON, if these find nothing.'),
    notes: z.array(z.string()).describe('Sentences that matter for the person.'),
  }),
  answer: (args, context) => {
    const asked = openConference(args.conference, context.answering);
    if ('refusal' in asked) return asked;
    const narrowed = readFilters(args, asked);
    if ('refusal' in narrowed) return narrowed;
    const busy = readBusy(args, asked, context.person);
    if ('refusal' in busy) return busy;
    const { request, search: typed } = readSearch(args.query ?? '', asked);
    const missing = missingTopic(typed, request, context.person);
    if (missing !== undefined) return noTalks(missing, { asked, part: args });
    const { filters, notes } = mendFilters(narrowed.filters, asked);
    const { search, replaced } = narrowSearch(typed, filters);
    return searchAnswer(search, { asked, busy, notes: [...notes, ...replaced], part: args });
  },
});

function noTalks(note: string, { asked, part }: Pick<SearchContext, 'asked' | 'part'>) {
  const nothing = { talks: [], speakers: [], understood: [], suggestions: [] };
  return {
    structured: {
      conference: conferenceJson(asked),
      ...partOf([], part).given,
      ...nothing,
      notes: [note],
    },
    shown: [],
  };
}

/** The search that words ask for, and what they would ask for in Slack; undefined if there are none. */
interface ReadSearch {
  readonly request: Request | undefined;
  readonly search: Search;
}

/** Reads the words as they would be read in Slack. Verbs and orders are words like others here. */
export function readSearch(typed: string, answering: Answering): ReadSearch {
  const request = typed.trim() === '' ? undefined : readRequest(typed, requestContext(answering));
  if (request !== undefined && 'search' in request) return { request, search: request.search };
  const topic = typed.trim();
  const search = {
    ...{ typed: topic, query: parseQuery(topic), read: [], topic },
    ...{ named: undefined, mended: [], notes: [] },
  };
  return { request, search };
}

interface SearchContext {
  readonly asked: Asked;
  readonly busy: Busy;
  readonly notes: readonly AnswerNote[];
  readonly part: Part & KeptArguments;
}

function searchAnswer(search: Search, context: SearchContext) {
  const { asked, busy, notes, part } = context;
  const { found, also, missed } = findMatches(search, asked, busy.isAny ? ALL : part.offset + part.limit);
  const { words, scores } = found;
  const suits = slotTest(search, { asked, busy });
  const scored = found.talks.map((talk, place) => ({ talk, score: scores[place] ?? 0 }));
  const fitting = busy.isAny
    ? scored.filter(({ talk }) => talk.slots.some(slot => suits(talk, slot)))
    : scored;
  const { those, given } = partOf(fitting, part, busy.isAny ? fitting.length : found.total);
  const isEmpty = given.total === 0 && found.speakers.length === 0;
  const shown = those.map(({ talk, score }) => {
    const slot = talk.slots.length < 2 ? undefined : talk.slots.find(each => suits(talk, each));
    return { talk, slot: slot ?? talk.slots[0], score };
  });
  const told: readonly AnswerNote[] = [
    ...notes,
    ...missed.map(missedNote),
    ...search.mended.map(({ typed, taken }) => `Showing ${taken} (you typed ${typed}).`),
    ...found.notes,
    ...(also === undefined ? [] : [`${pluralise(also.total, 'more talk')} ${also.which}.`]),
    ...busy.notes(found.total - given.total),
  ];
  return {
    structured: {
      conference: conferenceJson(asked),
      ...given,
      talks: shown.map(({ talk, slot, score }) => talkContent(talk, asked, { slot, words, score })),
      speakers: found.speakers.map(match => speakerContent(match, asked, words)),
      understood: [...understoodSearch(search)],
      ...(found.correction !== undefined && { correction: found.correction }),
      suggestions: isEmpty ? suggestionsFor(search, context) : [],
      notes: notesForModel(told),
    },
    shown,
    view: {
      ...{ asked, search, words, notes: notesForPeople(told) },
      speakers: found.speakers.map(({ speaker }) => speaker),
    },
  };
}

function missedNote({ title }: Talk): AnswerNote {
  return {
    text: `“${title}” does not fit the other parameters.`,
    says: `“${title}” does not fit the rest of the question.`,
  };
}

/** Tells whether a talk fits the request at one of its times; a talk may be held several times. */
function slotTest(
  { query: { filters } }: Search,
  { asked, busy }: Pick<SearchContext, 'asked' | 'busy'>,
): (talk: Talk, slot: Slot) => boolean {
  if (filters.length === 0) return (_, slot) => busy.leaves(slot);
  const { programme, now } = asked;
  const sieve = compileFilters(filters, programme, findToday(now, programme));
  return (talk, slot) => busy.leaves(slot) && sieve.accepts(talk, [slot]);
}

/** Each finds something around the talks that the person goes to, too. */
function suggestionsFor(search: Search, { asked, busy, part }: SearchContext): string[] {
  const { nearest, wider } = resultsFor(search, [], { context: asked, current: asked });
  const finds = (typed: string) => {
    const other = readSearch(typed, asked).search;
    const suits = slotTest(other, { asked, busy });
    return findMatches(other, asked, ALL).found.talks.some(talk =>
      talk.slots.some(slot => suits(talk, slot)),
    );
  };
  return [...nearest, ...wider]
    .filter(({ query }) => !busy.isAny || finds(query))
    .map(({ query }) => suggestedArguments(query, part));
}
