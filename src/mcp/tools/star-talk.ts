import { z } from 'zod';
import { starredBy } from '../../conversation/context.ts';
import { findClashes } from '../../people/my-talks.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { shownTalk } from '../../search/loaded.ts';
import { TALK_ID } from '../parameters.ts';
import { SESSION, sessionContent } from '../talk-content.ts';
import { findTalk, talkId } from '../talk-ids.ts';
import { defineTool } from '../tool.ts';
import { NOBODY_KNOWN, STARS_AWAY } from './busy.ts';
import { askedAbout, unknownTalk } from './get-talk.ts';

/** Stars a talk for the person who asks, or takes the star away. */
export const starTalk = defineTool({
  name: 'star_talk',
  title: 'Star a talk',
  description: `Star a talk for the person who asks, so that it is one of their talks: Lectern then reminds them of it and tells them of changes. With starred false it takes the star away. Use it only if the person wants that; to look at stars use my_talks.
It needs the id exactly as another tool gave it. Starring a starred talk changes nothing.`,
  isPersonal: true,
  isReadOnly: false,
  input: z.strictObject({
    id: TALK_ID,
    starred: z.boolean().default(true).describe('false takes the star away.'),
  }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    starred: z.boolean(),
    changed: z.boolean().describe('False if it was so already.'),
    clashes: z.array(SESSION).describe('Other starred talks of the person that are on at the same time.'),
  }),
  answer: async ({ id, starred }, { answering, person }) => {
    if (person === undefined) return { refusal: NOBODY_KNOWN };
    const found = findTalk(id, answering);
    if (found === undefined) return unknownTalk(id, answering);
    if (answering.reader.stars === 'unavailable') return STARS_AWAY;
    const changed = await person.keepStar({
      conference: conferenceKey(found.programme.conference),
      talk: found.talk.id,
      starred,
    });
    const asked = askedAbout(found, answering);
    const talk = shownTalk(found.talk, asked) ?? found.talk;
    const clashes = starred
      ? findClashes(talk, starredBy(asked.reader, asked.programme), asked.programme)
      : [];
    return {
      structured: {
        id: talkId(found, answering),
        title: talk.title,
        starred,
        changed,
        clashes: clashes.map(session => sessionContent(session, asked)),
      },
      shown: [{ talk }],
      view: { asked },
    };
  },
});
