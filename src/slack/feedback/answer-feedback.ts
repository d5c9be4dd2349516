import type { webApi } from '@slack/bolt';
import type { Answering } from '../../conversation/context.ts';
import type { PersonalAnswer } from '../../conversation/mine/personal-answer.ts';
import { type RatableTalk, ratableTalks } from '../../conversation/mine/ratable-talks.ts';
import { type RatedTalk, summariseRatings } from '../../people/ratings.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { conferencesOf, type OwnTalk } from '../../search/loaded.ts';
import type { AppContext } from '../app-context.ts';
import { organisesInTime } from '../insight/organisers.ts';
import { sendSheet } from '../insight/send-sheet.ts';
import { joinMessages, lineMessage, type Message } from '../views/blocks/message.ts';
import { rateTalksMessage } from '../views/feedback/rate-talks.ts';
import { feedbackCsv, feedbackMessage } from '../views/feedback/summary.ts';
import { organisersOnly } from '../views/insight/organisers-only.ts';

interface AnsweringFeedback {
  readonly app: AppContext;
  readonly client: webApi.WebClient;
  /** A talk that the person rated just now, where they get the answer anew for that. */
  readonly saved?: OwnTalk | undefined;
}

type Asked = Extract<PersonalAnswer, { readonly kind: 'feedback' }>;

/**
 * `/talk feedback`: the talks that the person may rate, and for organisers all ratings above them; `/talk my ratings` without
 * those. All conferences that are loaded are meant unless one is named: on the day after, the next one may be current.
 */
export async function answerFeedback(
  { context, of, page, isFile, unknown }: Omit<Asked, 'kind'>,
  member: Member,
  { app, client, saved }: AnsweringFeedback,
): Promise<Message> {
  if (unknown !== undefined) return lineMessage(unknown);
  const isNamed = context.prefix !== '' || conferencesOf(context).length > 1;
  const own = async () => ownTalks(member, context, app);
  const again = `${context.prefix}my ratings`;
  const asked = of === 'all' ? `${context.prefix}feedback` : page === 1 ? again : `${again} ${page}`;
  const ofPerson = { page, again, asked, isNamed, saved };
  if (of === 'own') return rateTalksMessage(await own(), ofPerson);
  const isOrganiser = await organisesInTime(member, app);
  if (isOrganiser !== true) {
    const organisers = isOrganiser === undefined ? undefined : app.digests.organisersOf(member.workspace);
    return isFile ? organisersOnly('feedback', organisers) : rateTalksMessage(await own(), ofPerson);
  }
  const rated = await gatherRatings(member.workspace, context, app);
  if (isFile) {
    const sheet = { name: 'feedback.csv', title: 'Feedback', text: feedbackCsv(rated) };
    return sendSheet(sheet, member.person, client);
  }
  const summary = feedbackMessage(rated, { again: `${context.prefix}feedback csv`, isNamed });
  const talks = await own();
  return talks.length === 0 ? summary : joinMessages([summary, rateTalksMessage(talks, ofPerson)]);
}

async function ownTalks(
  member: Member,
  context: Answering,
  app: AppContext,
): Promise<readonly RatableTalk[]> {
  const [stars, ratings] = await Promise.all([app.stars.starsOf(member), app.ratings.ratingsOf(member)]);
  return ratableTalks(context, { stars, ratings, now: app.now() });
}

async function gatherRatings(
  workspace: string,
  context: Answering,
  { ratings }: Pick<AppContext, 'ratings'>,
): Promise<readonly RatedTalk[]> {
  const asking = conferencesOf(context).filter(({ conference }) => conference.feedback === true);
  const found = await Promise.all(
    asking.map(async own => {
      const byTalk = await ratings.byTalk({ workspace, conference: conferenceKey(own.conference) });
      return [...byTalk].flatMap(([id, those]) => {
        const talk = own.talk(id);
        const told = summariseRatings(those);
        if (talk === undefined || told === undefined) return [];
        return [{ talk, conference: own.conference.name ?? '', told }];
      });
    }),
  );
  return found.flat();
}
