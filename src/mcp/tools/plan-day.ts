import { z } from 'zod';
import { areAtOnce } from '../../conversation/mine/free-time.ts';
import { FREE_TIME_MS, timed } from '../../people/my-talks.ts';
import { formatDay, toMoment } from '../../programme/moment.ts';
import { findToday, type TimedSession } from '../../programme/sessions.ts';
import type { Talk } from '../../programme/talk.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { dayToCome } from '../../text/read-day.ts';
import { type Asked, CONFERENCE, conferenceJson, openConference } from '../conferences.ts';
import {
  FIRST_DAY_AGAIN,
  isOver,
  OVER,
  PART,
  PART_GIVEN,
  PLACE,
  partOf,
  readDate,
  readFilters,
  WHEN,
  WHICH,
} from '../parameters.ts';
import { personal, personalValues } from '../personal.ts';
import { type DayPlan, planDay, type Wish } from '../plan.ts';
import { SESSION, sessionContent } from '../talk-content.ts';
import { talkId } from '../talk-ids.ts';
import { defineTool } from '../tool.ts';
import { mendFilters } from './narrow-search.ts';
import { type DecidedReason, droppedNote, findDayOf, readDecided } from './plan-decided.ts';
import { type Interest, weighTopics } from './plan-topics.ts';

const input = z.strictObject({
  topics: z
    .array(z.string().trim().min(1).max(100))
    .max(10)
    .default([])
    .describe(
      'What the person is interested in, each topic in a few words, such as ["eBPF", "incident response"].',
    ),
  must_see: z
    .array(z.string().max(300))
    .max(30)
    .default([])
    .describe('Ids of talks that have to be in the plan.'),
  use_my_talks: personal(
    z
      .boolean()
      .default(true)
      .describe('Whether the talks that the person has starred have to be in the plan.'),
  ),
  ...WHEN,
  day: WHEN.day.describe(
    "A day on the conference's calendar: a date such as 2027-05-12, a weekday in English, today or tomorrow. Without it the day of the must_see talks, else today or the next day.",
  ),
  ...PLACE,
  ...WHICH,
  ...PART,
  limit: PART.limit.default(50),
});

/** Plans a day without overlaps. */
export const planMyDay = defineTool({
  name: 'plan_day',
  title: 'Plan a day',
  description: `Choose talks of one day of a conference so that no two overlap: first the talks that the person has to see, then those that fit the topics best. It also gives the free time between them and the matching talks for which there is no time. The same question always gets the same plan.
Use it for "plan my Wednesday" or "what should I see tomorrow if I like X and Y". For a list of all talks on a topic use search_talks, for everything on a day get_agenda. It changes nothing.`,
  input,
  output: z.object({
    conference: CONFERENCE,
    day: z.string(),
    ...PART_GIVEN,
    plan: z.array(
      SESSION.extend({
        reason: personalValues(z.enum(['starred', 'must_see', 'topic']), ['starred']),
        topics: z.array(z.string()).describe('The topics that it fits.'),
      }),
    ),
    free: z.array(z.object({ from: z.string(), to: z.string() })).describe('Free time between the talks.'),
    leftOut: z
      .array(
        SESSION.extend({
          overlaps: z.array(z.string()).describe('Ids of talks of the plan that are on at the same time.'),
        }),
      )
      .describe('The first talks that would fit, but overlap with the plan.'),
    notes: z.array(z.string()),
  }),
  answer: (args, context) => {
    const asked = openConference(args.conference, context.answering);
    if ('refusal' in asked) return asked;
    const { programme, now } = asked;
    const today = findToday(now, programme);
    const decided = readDecided(args, asked, context);
    if ('refusal' in decided) return decided;
    const { reasons } = decided;
    const mustSee = [...reasons.keys()].filter(talk => reasons.get(talk) === 'must_see');
    const date =
      args.day === undefined
        ? { day: findDayOf(mustSee, today) ?? dayToCome({ today, days: programme.days }) }
        : readDate(args.day, asked);
    if ('refusal' in date) return date;
    const { day } = date;
    const areStarred = programme.sessions.some(({ talk, slot }) => slot.day === day && reasons.has(talk));
    const isDay = programme.days.includes(day);
    if (args.topics.length === 0 && mustSee.length === 0 && !areStarred && isDay)
      return {
        refusal: `Nothing says what the person wants to see on ${formatDay(day)}: give topics, or ids of talks in must_see.${context.person === undefined ? '' : ' The talks of that day that they have starred count too.'}`,
        says: `Tell what interests you on ${formatDay(day)}, or star talks of that day.`,
      };
    const narrowed = readFilters({ ...args, day }, asked);
    if ('refusal' in narrowed) return narrowed;
    const { filters, notes: mended } = mendFilters(narrowed.filters, asked);
    const sieve = compileFilters(filters, programme, today);
    const ofDay = timed(programme.sessions).filter(({ slot }) => slot.day === day);
    const fitting = ofDay.filter(({ talk, slot }) => sieve.accepts(talk, [slot]));
    const interests = weighTopics(args.topics, asked);
    const wishes = fitting.flatMap((session): readonly Wish[] => {
      const worth = interests.byTalk.get(session.talk)?.worth;
      return worth === undefined ? [] : [{ session, worth }];
    });
    const starred = fitting.filter(({ talk }) => reasons.get(talk) === 'starred');
    const plan = planDay(
      [
        // One is worth more than all that are starred.
        ...ofDay
          .filter(({ talk }) => mustSee.includes(talk))
          .map(session => ({ session, worth: 1 + starred.length })),
        ...starred.map(session => ({ session, worth: 1 })),
      ],
      wishes,
    );
    const isZoneKnown = programme.sessions.some(({ startsAt }) => startsAt !== undefined);
    const dropped = mustSee.filter(talk => !plan.chosen.some(session => session.talk === talk));
    return planAnswer(plan, {
      asked,
      day,
      reasons,
      interests: interests.byTalk,
      part: args,
      notes: [
        ...mended,
        ...sieve.notes,
        ...interests.notes,
        ...(isZoneKnown || programme.sessions.length === 0 ? [] : [NO_ZONE]),
        ...(isOver(asked)
          ? [isDay && args.day === undefined && mustSee.length === 0 ? FIRST_DAY_AGAIN : OVER]
          : []),
        ...(plan.chosen.length === 0 && isZoneKnown && isDay ? [`Nothing on ${formatDay(day)} fits.`] : []),
        ...dropped.map(talk => droppedNote(talk, ofDay, plan.chosen)),
      ],
    });
  },
});

const NO_ZONE =
  'The programme does not say in which time zone its times are, so Lectern cannot tell which talks overlap.';

/** More are a list, and not a choice. */
const LEFT_OUT_MAX = 10;

interface PlanContext {
  readonly asked: Asked;
  readonly day: string;
  readonly reasons: ReadonlyMap<Talk, DecidedReason>;
  readonly interests: ReadonlyMap<Talk, Interest>;
  readonly part: { readonly limit: number; readonly offset: number };
  readonly notes: readonly string[];
}

function planAnswer(
  { chosen, leftOut }: DayPlan,
  { asked, day, reasons, interests, part, notes }: PlanContext,
) {
  const { those, given } = partOf(chosen, part);
  const { programme, all } = asked;
  return {
    structured: {
      conference: conferenceJson(asked),
      day,
      ...given,
      plan: those.map(session => ({
        ...sessionContent(session, asked),
        reason: reasons.get(session.talk) ?? ('topic' as const),
        topics: [...(interests.get(session.talk)?.topics ?? [])],
      })),
      free: freeTimes(chosen, programme.conference.timeZone),
      leftOut: leftOut.slice(0, LEFT_OUT_MAX).map(session => ({
        ...sessionContent(session, asked),
        overlaps: chosen
          .filter(each => areAtOnce(each, session))
          .map(({ talk }) => talkId({ talk, programme }, all)),
      })),
      notes: [...notes],
    },
    shown: those,
    view: { asked, date: day, notes },
  };
}

/** From the end of each talk to the next one, on the same clocks. Unknown ends tell of no free time. */
function freeTimes(chosen: readonly TimedSession[], timeZone: string | undefined) {
  return chosen.slice(1).flatMap((session, place) => {
    const before = chosen[place];
    if (before?.slot.end === undefined || session.startsAt - before.endsAt < FREE_TIME_MS) return [];
    const { start } = session.slot;
    // Behind the seconds stands the offset.
    return [{ from: toMoment(before.endsAt, timeZone ?? start.slice(19)), to: start }];
  });
}
