import { z } from 'zod';
import { starredBy } from '../../conversation/context.ts';
import { arrangeMyTalks, type MySession } from '../../people/my-talks.ts';
import { type Asked, CONFERENCE, conferenceJson, openConference } from '../conferences.ts';
import { PART, PART_GIVEN, partOf, readDate, WHEN, WHICH } from '../parameters.ts';
import { SESSION, sessionContent, TALK, talkContent } from '../talk-content.ts';
import { talkId } from '../talk-ids.ts';
import { defineTool } from '../tool.ts';
import { NOBODY_KNOWN, STARS_AWAY } from './busy.ts';
import { type AnswerNote, notesForModel, notesForPeople } from './notes.ts';

/** Lists the talks that a person starred. */
export const myTalks = defineTool({
  name: 'my_talks',
  title: 'My talks',
  description: `List the talks that the person who asks has starred, by time, with overlaps and free time between them. Use it for "what are my talks", "do my talks clash", "when am I free tomorrow".
It changes nothing; star_talk adds or removes one. For other talks that fit around these use search_talks with fits_my_talks, or plan_day.`,
  isPersonal: true,
  input: z.strictObject({ day: WHEN.day, ...WHICH, ...PART }),
  output: z.object({
    conference: CONFERENCE,
    ...PART_GIVEN,
    sessions: z.array(
      SESSION.extend({
        overlaps: z.array(z.string()).describe('Ids of other starred talks that are on at the same time.'),
        freeAfter: z
          .object({ from: z.string(), to: z.string() })
          .optional()
          .describe('Free time until the next starred talk of that day.'),
      }),
    ),
    unscheduled: z
      .array(TALK)
      .describe('Starred talks without a time; they count in total, after the sessions.'),
    notes: z.array(z.string()),
  }),
  answer: (args, { answering, person }) => {
    const asked = openConference(args.conference, answering);
    if ('refusal' in asked) return asked;
    if (person === undefined) return { refusal: NOBODY_KNOWN };
    if (asked.reader.stars === 'unavailable') return STARS_AWAY;
    const date = args.day === undefined ? { day: undefined } : readDate(args.day, asked);
    if ('refusal' in date) return date;
    const mine = arrangeMyTalks(starredBy(asked.reader, asked.programme), asked.programme);
    const sessions = mine.sessions.filter(
      ({ session }) => date.day === undefined || session.slot.day === date.day,
    );
    const unscheduled = date.day === undefined ? mine.unscheduled : [];
    const { those, given } = partOf([...sessions, ...unscheduled], args);
    const notes = notesOn(mine, given.total);
    const shown = those.map(each => ('session' in each ? each.session : { talk: each }));
    return {
      structured: {
        conference: conferenceJson(asked),
        ...given,
        sessions: those.flatMap(each => ('session' in each ? mySession(each, asked) : [])),
        unscheduled: those.flatMap(each => ('session' in each ? [] : talkContent(each, asked))),
        notes: notesForModel(notes),
      },
      shown,
      view: { asked, date: date.day, notes: notesForPeople(notes) },
    };
  },
});

function mySession({ session, overlaps, free }: MySession, asked: Asked) {
  const { programme, all } = asked;
  return {
    ...sessionContent(session, asked),
    overlaps: [...new Set(overlaps.map(({ talk }) => talkId({ talk, programme }, all)))],
    ...(free !== undefined && { freeAfter: { from: free.from, to: free.to } }),
  };
}

function notesOn(
  { sessions, unscheduled, missing }: ReturnType<typeof arrangeMyTalks>,
  total: number,
): readonly AnswerNote[] {
  const known = sessions.length + unscheduled.length;
  const gone = `${missing === 1 ? 'is' : 'are'} no longer in the programme.`;
  return [
    ...(known + missing === 0 ? [NONE_YET] : []),
    ...(known > 0 && total === 0 ? [NONE_THAT_DAY] : []),
    ...(missing > 0
      ? [{ text: `${missing} of the starred talks ${gone}`, says: `${missing} of your talks ${gone}` }]
      : []),
  ];
}

const NONE_YET: AnswerNote = {
  text: 'The person has starred no talk of this conference yet; star_talk stars one.',
  says: 'You have no talks yet. Ask for talks, and press Star below one to add it here.',
};
const NONE_THAT_DAY: AnswerNote = {
  text: 'None of the starred talks is on that day.',
  says: 'None of your talks is on that day.',
};
