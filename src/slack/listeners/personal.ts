import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  webApi,
} from '@slack/bolt';
import { answer, isPersonal } from '../../conversation/answer.ts';
import { type Answering, starredBy } from '../../conversation/context.ts';
import { findOwn, isNamedBy } from '../../conversation/mine/choose-talks.ts';
import type { MineRequest } from '../../conversation/mine/mine-request.ts';
import { answerMine } from '../../conversation/mine/my-talks.ts';
import type { PersonalAnswer } from '../../conversation/mine/personal-answer.ts';
import type { Member, Star } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { answerFeedback } from '../feedback/answer-feedback.ts';
import { answerInsight } from '../insight/answer-insight.ts';
import { memberIn } from '../receiving/request-source.ts';
import { answerMessage } from '../views/answer.ts';
import { lineMessage, type Message } from '../views/blocks/message.ts';
import { remindersAnswer } from '../views/mine/reminders-question.ts';
import { unstarQuestion, unstarred } from '../views/mine/unstar-all.ts';
import { newsMessage } from '../views/news.ts';
import { answerAlert } from './alerts.ts';
import { readNews } from './home.ts';
import { changePreference } from './my-notices.ts';
import { starTalk } from './star.ts';
import { undoLast } from './undo.ts';

/** Answers what a person asks about themselves from the database. Others do not see it. */
export async function answerPersonal(
  answered: PersonalAnswer,
  member: Member,
  { app, client }: { readonly app: AppContext; readonly client: webApi.WebClient },
): Promise<Message> {
  const { conference } = answered.context.programme;
  switch (answered.kind) {
    case 'alert':
      return answerAlert(answered, member, app);
    case 'reminders': {
      const { reminders } = answered;
      if (reminders !== undefined) await changePreference('reminders', reminders, { member, app });
      return remindersAnswer(answered, await app.preferences.of(member));
    }
    case 'feedback':
      return answerFeedback(answered, member, { app, client });
    case 'insight':
      return answerInsight(answered, member, { app, client });
    case 'undo':
      return undoLast(member, app);
    case 'unstar': {
      const context = await withStars(answered.context, member, app);
      return answered.of === 'all'
        ? unstarQuestion(starredBy(context.reader, { conference }).size, conference)
        : unstarOne(answered.of, context, { member, app });
    }
    case 'news': {
      const { own } = answered;
      const [news, context] = await Promise.all([
        readNews(app, answered.context),
        withStars(answered.context, member, app),
      ]);
      const starred = starredBy(context.reader, context.programme);
      const told = own ? news.filter(({ talkId }) => starred.has(talkId)) : news;
      return newsMessage(told, answered, context);
    }
  }
}

/** The words may have been understood for everyone in a channel; the answer is for this person alone. */
async function withStars(context: Answering, member: Member, app: AppContext): Promise<Answering> {
  const place = context.reader.place === 'channel' ? 'channel' : 'apart';
  const { reader } = await contextFor(member, place, app);
  return { ...context, reader };
}

/** Unstars the one talk that the words name. Of others the person chooses, and none is told as `mine` tells it. */
async function unstarOne(
  request: MineRequest,
  context: Answering,
  { member, app }: { readonly member: Member; readonly app: AppContext },
): Promise<Message> {
  const [talk, ...others] = findOwn(request, context);
  if (talk !== undefined && others.length === 0 && isNamedBy(talk, request))
    return starTalk({ talk, programme: context.programme }, 'unstar', { member, app });
  const notes = talk === undefined ? [] : [CHOOSE];
  return answerMessage({ ...answerMine(request, notes, context), context });
}

const CHOOSE = 'Press Unstar below the talk that you mean.';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** *CSV file*, below what organisers see. Rights may have ended since, so they are asked for again. */
export function onFileButton(app: AppContext) {
  return async ({ action, ack, body, client, context, respond }: Press): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    const asked = answer(action.value ?? '', await contextFor(member, 'apart', app));
    const said = isPersonal(asked)
      ? await answerPersonal(asked, member, { app, client })
      : lineMessage('No conference here asks for feedback any more.');
    await respond({ response_type: 'ephemeral', replace_original: false, ...said });
  };
}

/** *Unstar all*, which Slack lets the person confirm. */
export function onUnstarAllButton({ acts, homes, current }: Pick<AppContext, 'acts' | 'homes' | 'current'>) {
  return async ({ action, ack, body, context, respond }: Press): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    const { programme, joined = [programme] } = current(member.workspace);
    const shown = conferenceKey(programme.conference);
    // Stars are kept by each conference that answers.
    const keys =
      action.value === shown
        ? joined.map(({ conference }) => conferenceKey(conference))
        : [action.value ?? ''];
    const act = await acts.record(member, async ({ stars }) => {
      const gone: Pick<Star, 'conference' | 'talk'>[] = [];
      for (const conference of keys)
        for (const talk of await stars.unstarAll({ ...member, conference })) gone.push({ conference, talk });
      return gone.length === 0 ? undefined : { kind: 'unstar', stars: gone };
    });
    homes.refresh(member);
    await respond({ replace_original: true, ...lineMessage(unstarred(act?.stars.length ?? 0)) });
  };
}
