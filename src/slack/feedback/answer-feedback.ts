import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  webApi,
} from '@slack/bolt';
import { answer } from '../../conversation/answer.ts';
import type { Answering } from '../../conversation/context.ts';
import { ratableTalks } from '../../conversation/mine/ratable-talks.ts';
import { type RatedTalk, summariseRatings } from '../../people/ratings.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { organisesInTime } from '../insight/organisers.ts';
import { sendSheet } from '../insight/send-sheet.ts';
import { memberIn } from '../receiving/request-source.ts';
import type { Message } from '../views/blocks/message.ts';
import { rateTalksMessage } from '../views/feedback/rate-talks.ts';
import { feedbackCsv, feedbackMessage } from '../views/feedback/summary.ts';
import { organisersOnly } from '../views/insight/organisers-only.ts';

/** `/talk feedback`: for organisers all ratings, for everybody else the talks that they may rate. */
export async function answerFeedback(
  { context, isFile }: { readonly context: Answering; readonly isFile: boolean },
  member: Member,
  { app, client }: { readonly app: AppContext; readonly client: webApi.WebClient },
): Promise<Message> {
  const isOrganiser = await organisesInTime(member, app);
  if (isOrganiser !== true) {
    const organisers = isOrganiser === undefined ? undefined : app.digests.organisersOf(member.workspace);
    return isFile ? organisersOnly('feedback', organisers) : ownTalksToRate(member, context, app);
  }
  const talks = await gatherRatings(member.workspace, context, app);
  if (!isFile) return feedbackMessage(talks, { again: `${context.prefix}feedback csv`, isNamed: false });
  const sheet = { name: 'feedback.csv', title: 'Feedback', text: feedbackCsv(talks) };
  return sendSheet(sheet, member.person, client);
}

async function ownTalksToRate(member: Member, context: Answering, app: AppContext): Promise<Message> {
  const [stars, ratings] = await Promise.all([app.stars.starsOf(member), app.ratings.ratingsOf(member)]);
  return rateTalksMessage(ratableTalks(context, { stars, ratings, now: app.now() }));
}

async function gatherRatings(
  workspace: string,
  { programme, joined = [programme] }: Pick<Answering, 'programme' | 'joined'>,
  { ratings }: Pick<AppContext, 'ratings'>,
): Promise<readonly RatedTalk[]> {
  const asking = joined.filter(({ conference }) => conference.feedback === true);
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

/** *CSV file*, below the ratings. Rights may have ended since, so they are asked for again. */
export function onFeedbackFileButton(app: AppContext) {
  return async ({
    action,
    ack,
    body,
    client,
    context,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    const asked = answer(action.value ?? '', await contextFor(member, 'apart', app));
    const said = await answerFeedback({ context: asked.context, isFile: true }, member, { app, client });
    await respond({ response_type: 'ephemeral', replace_original: false, ...said });
  };
}
