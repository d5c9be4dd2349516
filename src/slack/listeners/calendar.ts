import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  webApi,
} from '@slack/bolt';
import { feedSubject, findEvents } from '../../calendar/feed-request.ts';
import { type FeedContext, feedName, openFeed, writeTalkFile } from '../../calendar/feeds.ts';
import { answerWithoutOrders, type DrawnAnswer } from '../../conversation/answer.ts';
import { starredBy } from '../../conversation/context.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { ownTalk } from '../../search/loaded.ts';
import { CALLBACK } from '../action-ids.ts';
import { type AppContext, contextFor, readStars } from '../app-context.ts';
import { readTalkValue, type TalkOfProgramme } from '../button-values.ts';
import { replaceView, showModal } from '../modals.ts';
import { memberIn } from '../receiving/request-source.ts';
import { sendFile } from '../send-file.ts';
import { lineMessage, type Message, modal } from '../views/blocks/message.ts';
import { fileIntroduction, fileStatus } from '../views/calendar/calendar-file.ts';
import { feedMessage, NO_FEED, REVOKED, revokedOthers } from '../views/calendar/feed-answer.ts';
import { talkGone } from '../views/details.ts';
import { formFor } from './settings.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** *Calendar*: opens a feed of the sessions of an answer, and tells its address to this person alone. */
export function onCalendarButton(app: AppContext) {
  return async (args: Press): Promise<void> => {
    const { action, ack } = args;
    await ack();
    const { feeds } = app;
    const answer = feeds && (await openFeedFor(action.value ?? '', memberOf(args), { app, feeds }));
    await showBeside(answer ?? lineMessage(NO_FEED), args);
  };
}

/**
 * *Calendar file*: sends the talk by direct message, and says so in a modal, which Slack opens only within three seconds.
 */
export function onCalendarFileButton(app: AppContext) {
  return async (args: Press): Promise<void> => {
    const { action, ack, body, client } = args;
    await ack();
    const found = readTalkValue(action.value ?? '', app.current(memberOf(args).workspace));
    if (found === undefined) return void (await showModal(talkGone(), body, client));
    const viewId = await showModal(fileStatus('sending'), body, client);
    const status = await sendTalkFile(found, memberOf(args), { app, client });
    if (viewId !== undefined) await replaceView(fileStatus(status), { id: viewId }, client);
  };
}

async function sendTalkFile(
  found: TalkOfProgramme,
  member: Member,
  { app, client }: { readonly app: AppContext; readonly client: webApi.WebClient },
): Promise<'sent' | 'forbidden'> {
  const { talk, programme } = found;
  const stars = await readStars(member, app);
  const own = ownTalk(found, app.current(member.workspace));
  const isStarred = starredBy({ stars }, own.programme).has(own.talk.id);
  const entries = await app.calendarEntries.of(conferenceKey(programme.conference));
  const file = writeTalkFile(talk, programme, { entries, now: app.now() });
  return sendFile(
    { ...file, title: talk.title, introduction: fileIntroduction(talk, isStarred) },
    member.person,
    client,
  );
}

/** A button that only opens a web address. Slack shows a warning if its press is not acknowledged. */
export async function onLinkButton({ ack }: Press): Promise<void> {
  await ack();
}

/** *Revoke*, in the answer and in the settings, and *Revoke my others*. */
export function onRevokeButton(which: 'this one' | 'the others', app: AppContext) {
  return async (args: Press): Promise<void> => {
    const { action, ack, body, client } = args;
    await ack();
    const hash = action.value ?? '';
    const { feeds } = app;
    if (which === 'this one') {
      await feeds?.store.revoke(hash, memberOf(args));
      // In the settings the others stay.
      if (body.view?.callback_id === CALLBACK.settingsSubmitted)
        await replaceView(await formFor(memberOf(args), app), { id: body.view.id }, client);
      else await showInstead(lineMessage(REVOKED), args);
    } else {
      const count = (await feeds?.store.revokeOthers(hash, memberOf(args))) ?? 0;
      await showBeside(lineMessage(revokedOthers(count)), args);
    }
  };
}

async function openFeedFor(
  typed: string,
  member: Member,
  { app, feeds }: { readonly app: AppContext; readonly feeds: FeedContext },
): Promise<Message | undefined> {
  const answer = answerWithoutOrders(typed, await contextFor(member, 'apart', app));
  const subject = feedSubject(answer);
  if (subject === undefined) return undefined;
  const createdAt = app.now();
  const conference = conferenceKey(answer.context.programme.conference);
  const others = await feeds.store.count(member);
  const opened = await openFeed({ ...member, conference, subject, createdAt }, feeds);
  return feedMessage({
    ...opened,
    name: feedName(subject, answer.context.programme),
    sessions: countSessions(answer),
    others,
  });
}

function countSessions(answer: DrawnAnswer): number {
  const { context } = answer;
  if (answer.kind === 'mine')
    return answer.mine?.groups.reduce((sum, { sessions }) => sum + sessions.length, 0) ?? 0;
  const subject = feedSubject(answer);
  return subject?.kind === 'search'
    ? findEvents({ words: subject.words, typedAt: context.now }, context, []).length
    : 0;
}

function memberOf({ body, context }: Press): Member {
  return memberIn(context, body.user.id);
}

/** Shows it to the person alone, and leaves all else as it is. */
async function showBeside(answer: Message, { body, client, respond }: Press): Promise<void> {
  if (body.view !== undefined) await showModal(modal('Calendar', answer.blocks), body, client);
  else await respond({ response_type: 'ephemeral', replace_original: false, ...answer });
}

async function showInstead(answer: Message, { body, client, respond }: Press): Promise<void> {
  if (body.view === undefined) await respond({ replace_original: true, ...answer });
  else await replaceView(modal('Calendar', answer.blocks), body.view, client);
}
