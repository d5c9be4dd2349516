import { z } from 'zod';
import { agendaFor } from '../../conversation/agenda/agenda.ts';
import type { When } from '../../conversation/when.ts';
import { formatSlot } from '../../programme/moment.ts';
import { findToday } from '../../programme/sessions.ts';
import { dayToCome } from '../../text/read-day.ts';
import { type Asked, CONFERENCE, conferenceJson, openConference } from '../conferences.ts';
import {
  FIRST_DAY_AGAIN,
  isOver,
  PART,
  PART_GIVEN,
  PLACE,
  partOf,
  readDate,
  readFilters,
  WHEN,
  WHICH,
} from '../parameters.ts';
import type { ToolRefusal } from '../refusal.ts';
import { SESSION, sessionContent } from '../talk-content.ts';
import { defineTool } from '../tool.ts';
import { mendFilters } from './narrow-search.ts';

const input = z.strictObject({
  when: z
    .enum(['now', 'next'])
    .optional()
    .describe(
      'now: what runs at this moment and what comes next. next: only what begins next. Without it, a whole day.',
    ),
  ...WHEN,
  at: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'at must be HH:MM, such as 14:00.')
    .optional()
    .describe(
      'What runs at this time of the day, HH:MM on a 24-hour clock in the time zone of the conference. An hour early in the morning may be of the night after that day: start has the date.',
    ),
  ...PLACE,
  ...WHICH,
  ...PART,
});

/** Tells what is on at a time, whatever it is about. */
export const getAgenda = defineTool({
  name: 'get_agenda',
  title: 'Get the agenda',
  description: `Tell what is on at a conference, in order of time: now, next, at a time, within hours of a day, or on a whole day; in all rooms or in one, in all tracks or in one. Breaks, meals and social events are included.
Use it for "what's on now", "what's next in Quay Hall", "Wednesday's programme", "when is lunch". If a topic is asked for, use search_talks, which takes the same day, from, to, room and track. To choose talks for a person without overlaps, use plan_day.
Without when and day it gives today, or before and after the conference its first day.`,
  input,
  output: z.object({
    conference: CONFERENCE,
    day: z.string().optional().describe('The day that was asked about, a date.'),
    ...PART_GIVEN,
    sessions: z
      .array(
        SESSION.extend({ group: z.string().optional().describe('Running or Next, where both are given.') }),
      )
      .describe('By time, then by room. A talk at 01:30 belongs to the evening before.'),
    days: z.array(z.string()).describe('Days that have sessions, if there is nothing to show.'),
    notes: z.array(z.string()),
  }),
  answer: (args, { answering }) => {
    const asked = openConference(args.conference, answering);
    if ('refusal' in asked) return asked;
    const when = readWhen(args, asked);
    if ('refusal' in when) return when;
    const { day: _, ...places } = args;
    const narrowed = readFilters(places, asked);
    if ('refusal' in narrowed) return narrowed;
    const { filters, notes } = mendFilters(narrowed.filters, asked);
    const isFirstAgain = 'day' in when && args.day === undefined && isOver(asked);
    return agendaAnswer(when, filters, {
      asked,
      part: args,
      notes: [...(isFirstAgain ? [FIRST_DAY_AGAIN] : []), ...notes],
    });
  },
});

function readWhen({ when, day, from, to, at }: z.output<typeof input>, asked: Asked): When | ToolRefusal {
  if (when !== undefined) {
    if ([day, from, to, at].some(given => given !== undefined))
      return { refusal: 'when is about this moment: leave out day, from, to and at, or leave out when.' };
    return { kind: when };
  }
  if (at !== undefined && (from !== undefined || to !== undefined))
    return { refusal: 'at is one time and from and to are a span: give one or the other.' };
  const { programme, now } = asked;
  const today = findToday(now, programme);
  const date = day === undefined ? { day: dayToCome({ today, days: programme.days }) } : readDate(day, asked);
  if ('refusal' in date) return date;
  return at === undefined ? { kind: 'day', ...date } : { kind: 'moment', ...date, time: at };
}

interface AgendaContext {
  readonly asked: Asked;
  readonly part: { readonly limit: number; readonly offset: number };
  /** How names were corrected. */
  readonly notes: readonly string[];
}

function agendaAnswer(
  when: When,
  filters: Parameters<typeof agendaFor>[0]['filters'],
  { asked, part, notes }: AgendaContext,
) {
  const agenda = agendaFor({ when, filters }, asked, findToday(asked.now, asked.programme));
  const sessions = agenda.groups.flatMap(({ heading, sessions: those }) =>
    those.map(session => ({ session, heading })),
  );
  const { those, given } = partOf(sessions, part);
  const nearest = agenda.nearest.map(({ heading, sessions: near }) => {
    const titles = near.map(({ talk, slot }) => [talk.title, formatSlot(slot), ...slot.rooms].join(', '));
    return `${heading}: ${titles.join('; ')}.`;
  });
  const told = [...notes, ...agenda.notes, ...nearest];
  return {
    structured: {
      conference: conferenceJson(asked),
      ...('day' in when && { day: when.day }),
      ...given,
      sessions: those.map(({ session, heading }) => ({
        ...sessionContent(session, asked),
        ...(heading !== '' && { group: heading }),
      })),
      days: agenda.days.map(({ day }) => day),
      notes: told,
    },
    shown: those.map(({ session }) => session),
    view: { asked, title: agenda.title, date: agenda.date, notes: told },
  };
}
