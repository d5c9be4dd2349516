import { z } from 'zod';
import { starredBy } from '../../conversation/context.ts';
import { areAtOnce } from '../../conversation/mine/free-time.ts';
import { findMeant } from '../../conversation/results.ts';
import { timed } from '../../people/my-talks.ts';
import { toMoment } from '../../programme/moment.ts';
import { findToday, type TimedSession } from '../../programme/sessions.ts';
import type { Talk } from '../../programme/talk.ts';
import { compileFilters } from '../../search/filter/compile-filters.ts';
import { shownTalk } from '../../search/loaded.ts';
import { dayToCome } from '../../text/read-day.ts';
import { type Asked, CONFERENCE, conferenceJson, openConference } from '../conferences.ts';
import { PART, PART_GIVEN, PLACE, partOf, readDate, readFilters, WHEN, WHICH } from '../parameters.ts';
import { type DayPlan, planDay, type Wish } from '../plan.ts';
import { SESSION, sessionContent } from '../talk-content.ts';
import { findTalk, talkId } from '../talk-ids.ts';
import { type CallContext, defineTool, type ToolRefusal } from '../tool.ts';
import { STARS_AWAY } from './busy.ts';
import { unknownTalk } from './get-talk.ts';
import { readSearch } from './search-talks.ts';

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
  use_my_talks: z
    .boolean()
    .default(true)
    .describe('Whether the talks that the person has starred have to be in the plan; only in Slack.'),
  ...WHEN,
  ...PLACE,
  ...WHICH,
  ...PART,
  limit: PART.limit.default(50),
});

/** Plans a day without overlaps. */
export const planMyDay = defineTool({
  name: 'plan_day',
  title: 'Plan a day',
  description: `Choose talks of one day of a conference so that no two overlap: first the talks that the person has to see (must_see, and in Slack their starred talks), then those that fit the topics best. It also gives the free time between them and the matching talks for which there is no time. The same question always gets the same plan.
Use it for "plan my Wednesday" or "what should I see tomorrow if I like X and Y". For a list of all talks on a topic use search_talks, for everything on a day get_agenda. It changes nothing: star_talk stars talks of the plan.`,
  input,
  output: z.object({
    conference: CONFERENCE,
    day: z.string(),
    ...PART_GIVEN,
    plan: z.array(
      SESSION.extend({
        reason: z.enum(['starred', 'must_see', 'topic']),
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
    const date =
      args.day === undefined
        ? { day: dayToCome({ today, days: programme.days }) }
        : readDate(args.day, asked);
    if ('refusal' in date) return date;
    const decided = readDecided(args, asked, context);
    if ('refusal' in decided) return decided;
    if (args.topics.length === 0 && decided.reasons.size === 0)
      return {
        refusal:
          'Nothing says what the person wants to see: give topics, or ids of talks in must_see. In Slack the starred talks count too.',
      };
    const narrowed = readFilters({ ...args, day: date.day }, asked);
    if ('refusal' in narrowed) return narrowed;
    const sieve = compileFilters(narrowed.filters, programme, today);
    const ofDay = timed(programme.sessions).filter(({ slot }) => slot.day === date.day);
    const interests = weighTopics(args.topics, asked);
    const wishes = ofDay.flatMap((session): readonly Wish[] => {
      const worth = interests.get(session.talk)?.worth;
      return worth === undefined || !sieve.accepts(session.talk, [session.slot]) ? [] : [{ session, worth }];
    });
    const plan = planDay(
      ofDay.filter(({ talk }) => decided.reasons.has(talk)),
      wishes,
    );
    const isZoneKnown = programme.sessions.some(({ startsAt }) => startsAt !== undefined);
    return planAnswer(plan, {
      asked,
      day: date.day,
      reasons: decided.reasons,
      interests,
      part: args,
      notes: [
        ...sieve.notes,
        ...(isZoneKnown || programme.sessions.length === 0 ? [] : [NO_ZONE]),
        ...(plan.chosen.length === 0 && isZoneKnown ? [`Nothing on ${date.day} fits.`] : []),
      ],
    });
  },
});

const NO_ZONE =
  'The programme does not say in which time zone its times are, so Lectern cannot tell which talks overlap.';

type Reason = 'starred' | 'must_see';

/** The talks that have to be in the plan, with the reason. */
function readDecided(
  { must_see: mustSee, use_my_talks: useMine }: z.output<typeof input>,
  asked: Asked,
  { answering, person }: CallContext,
): { readonly reasons: ReadonlyMap<Talk, Reason> } | ToolRefusal {
  const { programme, reader } = asked;
  const reasons = new Map<Talk, Reason>();
  if (useMine && person !== undefined) {
    if (reader.stars === 'unavailable') return { refusal: STARS_AWAY };
    for (const id of starredBy(reader, programme)) {
      const talk = programme.talk(id);
      if (talk !== undefined) reasons.set(talk, 'starred');
    }
  }
  for (const id of mustSee) {
    const found = findTalk(id, answering);
    if (found === undefined) return unknownTalk(id, answering);
    const talk = shownTalk(found.talk, asked);
    if (talk === undefined)
      return { refusal: `“${found.talk.title}” belongs to another conference than the plan.` };
    reasons.set(talk, reasons.get(talk) ?? 'must_see');
  }
  return { reasons };
}

interface Interest {
  readonly worth: number;
  readonly topics: readonly string[];
}

/**
 * Weighs talks by how well they fit the topics: 1 for the best match of each, less for the others. One that hardly fits is
 * better than an empty hour.
 */
function weighTopics(topics: readonly string[], asked: Asked): ReadonlyMap<Talk, Interest> {
  const weighed = new Map<Talk, Interest>();
  for (const topic of new Set(topics)) {
    const { talks, scores } = findMeant(readSearch(topic, asked), asked).found;
    const best = scores[0] ?? 1;
    for (const [place, talk] of talks.entries()) {
      const share = (scores[place] ?? 0) / best;
      const { worth, topics: those } = weighed.get(talk) ?? { worth: 0, topics: [] };
      weighed.set(talk, { worth: worth + share, topics: [...those, topic] });
    }
  }
  return weighed;
}

/** More are a list, and not a choice. */
const LEFT_OUT_MAX = 10;

interface PlanContext {
  readonly asked: Asked;
  readonly day: string;
  readonly reasons: ReadonlyMap<Talk, Reason>;
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
  };
}

/** A shorter time is the way to the other room. */
const FREE_MS = 15 * 60 * 1000;

function freeTimes(chosen: readonly TimedSession[], timeZone: string | undefined) {
  return chosen.slice(1).flatMap((session, place) => {
    const end = chosen[place]?.endsAt ?? session.startsAt;
    return session.startsAt - end < FREE_MS
      ? []
      : [{ from: toMoment(end, timeZone), to: session.slot.start }];
  });
}
