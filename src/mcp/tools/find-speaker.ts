import { z } from 'zod';
import type { Programme } from '../../programme/programme.ts';
import type { Speaker } from '../../programme/talk.ts';
import { findColleagues } from '../../search/filter/colleagues.ts';
import { findNamesLike } from '../../search/filter/names-like.ts';
import { NAME_DISTANCE_MAX } from '../../search/rank/weights.ts';
import { fold } from '../../text/fold.ts';
import { CONFERENCE, conferenceJson, openConference } from '../conferences.ts';
import { PART, PART_GIVEN, partOf, WHICH } from '../parameters.ts';
import { TALK, talkContent } from '../talk-content.ts';
import { defineTool } from '../tool.ts';

const name = z.string().trim().min(1).max(200).optional();

/** Finds people who speak, with their talks. */
export const findSpeaker = defineTool({
  name: 'find_speaker',
  title: 'Find a speaker',
  description: `Find the people who speak at a conference by name or company, each with biography, affiliation and talks with their times.
Use it for "who is X", "when does X speak", "does anybody from ACME speak". A part of the name is enough, and misspelt names are corrected. For who speaks about a topic use search_talks, whose talks name their speakers.`,
  input: z.strictObject({
    name: name.describe(
      "A person's name or a part of it. Leave out both name and company to list all speakers.",
    ),
    company: name.describe('Only people whose affiliation or biography names this company or organisation.'),
    ...WHICH,
    ...PART,
  }),
  output: z.object({
    conference: CONFERENCE,
    ...PART_GIVEN,
    speakers: z.array(
      z.object({
        name: z.string(),
        affiliation: z.string().optional(),
        bio: z.string().describe('The person in their own words; empty if nothing is known.'),
        talks: z.array(TALK),
      }),
    ),
    notes: z.array(z.string()),
  }),
  answer: (args, { answering }) => {
    const asked = openConference(args.conference, answering);
    if ('refusal' in asked) return asked;
    const { programme } = asked;
    const { people, notes } = findPeople(args, programme);
    const { those, given } = partOf(people, args);
    const talksOf = ({ id }: Speaker) => programme.talksBy(id);
    return {
      structured: {
        conference: conferenceJson(asked),
        ...given,
        speakers: those.map(speaker => ({
          name: speaker.name,
          ...(speaker.affiliation !== undefined && { affiliation: speaker.affiliation }),
          bio: speaker.bio,
          talks: talksOf(speaker).map(talk => talkContent(talk, asked)),
        })),
        notes: [...notes],
      },
      shown: those.flatMap(talksOf).map(talk => ({ talk })),
      view: { asked, speakers: those, allSpeakers: people, notes },
    };
  },
});

interface Wanted {
  readonly name?: string | undefined;
  readonly company?: string | undefined;
}

interface FoundPeople {
  readonly people: readonly Speaker[];
  readonly notes: readonly string[];
}

function findPeople(wanted: Wanted, programme: Programme): FoundPeople {
  const named = wanted.name === undefined ? undefined : findNamed(wanted.name, programme);
  const colleagues = wanted.company === undefined ? undefined : findFrom(wanted.company, programme);
  const those = named?.people ?? programme.speakers;
  const people = colleagues === undefined ? those : those.filter(each => colleagues.people.includes(each));
  const isEachFound = named?.people.length !== 0 && colleagues?.people.length !== 0;
  return {
    people,
    notes: [
      ...(named?.notes ?? []),
      ...(colleagues?.notes ?? []),
      ...(people.length === 0 && isEachFound ? [noneNote(wanted)] : []),
    ],
  };
}

/** For a name and a company that both are there, but not together, or for a programme without speakers. */
function noneNote({ name: typed, company }: Wanted): string {
  return typed === undefined || company === undefined
    ? 'The programme names no speakers.'
    : `No speaker called “${typed}” has “${company}” in their affiliation or biography.`;
}

/** Whole names come before those that only contain the words. */
function findNamed(typed: string, { speakers }: Programme): FoundPeople {
  const names = speakers.map(speaker => speaker.name);
  const like = findNamesLike(typed, names, NAME_DISTANCE_MAX);
  if (like === undefined) return { people: [], notes: [`No speaker is called “${typed}”.`] };
  const found = speakers.filter(speaker => like.names.includes(speaker.name));
  const isWhole = (speaker: Speaker) => fold(speaker.name) === fold(typed);
  return {
    people: [...found.filter(isWhole), ...found.filter(speaker => !isWhole(speaker))],
    notes: like.corrected === undefined ? [] : [`Showing ${like.corrected} (you typed ${typed}).`],
  };
}

function findFrom(company: string, programme: Programme): FoundPeople {
  const { people, corrected } = findColleagues(company, programme);
  const none = people.size === 0 ? [`No speaker's affiliation or biography names “${company}”.`] : [];
  return {
    people: programme.speakers.filter(({ id }) => people.has(id)),
    notes: corrected === undefined ? none : [`Showing ${corrected} (you typed ${company}).`],
  };
}
