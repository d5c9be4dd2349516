import { z } from 'zod';
import { type Answering, starredBy } from '../../conversation/context.ts';
import { findClashes } from '../../people/my-talks.ts';
import { find } from '../../search/find.ts';
import { findSimilar } from '../../search/find-similar.ts';
import { type OwnTalk, shownTalk } from '../../search/loaded.ts';
import { wholeTalkJson } from '../../search/talk-json.ts';
import { isLike } from '../../text/likeness.ts';
import { type Asked, CONFERENCE, conferenceId, conferenceJson, openConference } from '../conferences.ts';
import { TALK_ID } from '../parameters.ts';
import { personal } from '../personal.ts';
import type { ToolRefusal } from '../refusal.ts';
import { SESSION, sessionContent, TALK, talkContent } from '../talk-content.ts';
import { findTalk, talkId } from '../talk-ids.ts';
import { type CallContext, defineTool } from '../tool.ts';

/** All that is known of a talk. */
export const WHOLE_TALK = TALK.extend({
  conference: CONFERENCE,
  kind: SESSION.shape.kind,
  abstract: z.string().describe('Paragraphs parted by an empty line; empty if nothing is known.'),
  slots: z
    .array(
      z.object({
        start: z.string(),
        end: z.string().optional(),
        allDay: z.literal(true).optional(),
        rooms: z.array(z.string()),
        day: z.string().describe('The day of the programme; a talk at 01:30 belongs to the evening before.'),
      }),
    )
    .describe('Each time at which it is held; none if it is not scheduled.'),
  links: z.array(
    z.object({ kind: z.enum(['web', 'slides', 'video', 'feedback']), url: z.string(), title: z.string() }),
  ),
  bios: z.array(z.object({ name: z.string(), bio: z.string() })),
  affiliations: z.array(z.object({ name: z.string(), affiliation: z.string() })),
  similar: z.array(z.object({ id: z.string(), title: z.string() })).describe('Talks that are most like it.'),
  clashes: personal(
    z
      .array(SESSION)
      .optional()
      .describe(
        'Starred talks of the person who asks that are on at the same time; left out if nobody knows them now.',
      ),
  ),
});

const SIMILAR_MAX = 3;

/** Tells everything about one talk. */
export const getTalk = defineTool({
  name: 'get_talk',
  title: 'Get a talk',
  description: `Tell everything about one talk: the whole abstract, each time and room, the speakers with their biographies, links to slides and recordings, similar talks.
Use it after another tool has given the talk's id, when its summary is not enough. It needs the id exactly as another tool gave it; to find a talk by its title or topic use search_talks.`,
  input: z.strictObject({ id: TALK_ID }),
  output: WHOLE_TALK,
  answer: ({ id }, context) => {
    const found = findTalk(id, context.answering);
    if (found === undefined) return unknownTalk(id, context.answering);
    const asked = askedAbout(found, context.answering);
    const talk = shownTalk(found.talk, asked) ?? found.talk;
    return { structured: wholeTalk(found, context), shown: [{ talk }], view: { asked } };
  },
});

/** Everything about a talk that a caller sees, from the conference that it belongs to. */
export function wholeTalk(found: OwnTalk, { answering, person }: CallContext): z.output<typeof WHOLE_TALK> {
  const asked = askedAbout(found, answering);
  const talk = shownTalk(found.talk, asked) ?? found.talk;
  const { kind, abstract, slots, links, bios, affiliations } = wholeTalkJson(talk);
  const similar = findSimilar(talk, asked.index, SIMILAR_MAX);
  return {
    ...talkContent(talk, asked),
    conference: conferenceJson(asked),
    kind,
    abstract,
    slots: slots.map(slot => ({ ...slot, rooms: [...slot.rooms] })),
    links: links.map(link => ({ ...link })),
    bios,
    affiliations,
    similar: similar.map(other => ({
      id: talkId({ talk: other, programme: asked.programme }, asked.all),
      title: other.title,
    })),
    ...(person !== undefined &&
      asked.reader.stars !== 'unavailable' && {
        clashes: findClashes(talk, starredBy(asked.reader, asked.programme), asked.programme).map(session =>
          sessionContent(session, asked),
        ),
      }),
  };
}

/** The context of the conference in which a talk is shown. */
export function askedAbout({ talk, programme }: OwnTalk, answering: CallContext['answering']): Asked {
  const current: Asked = { ...answering, all: answering };
  if (shownTalk(talk, answering) !== undefined) return current;
  const opened = openConference(conferenceId(programme.conference), answering);
  return 'refusal' in opened ? current : opened;
}

/** Says so, with the talk that was perhaps meant: models shorten ids, and write titles in their place. */
export function unknownTalk(id: string, answering: Answering): ToolRefusal {
  const { talks } = find(answering.index, id.replace(/[^\p{L}\p{N}]+/gu, ' '), { limit: 1 });
  const hint = talks
    .slice(0, 1)
    .filter(talk => isLike(id, talk.id) || isLike(id, talk.title))
    .map(talk => {
      const own = talkId({ talk, programme: answering.programme }, answering);
      return ` Perhaps “${talk.title}” is meant, whose id is ${own}.`;
    })
    .join('');
  return { refusal: `No talk has the id “${id}”.${hint} Find ids with search_talks.`, says: TALK_GONE };
}

const TALK_GONE =
  'There is no such talk in the programme now: it may have been withdrawn. Ask for it by a word of its title.';
