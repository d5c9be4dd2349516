import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  types,
} from '@slack/bolt';
import { answerWithoutOrders } from '../../conversation/answer.ts';
import { type Answering, starredBy } from '../../conversation/context.ts';
import { type Page, resultsUpTo } from '../../conversation/paging.ts';
import { findClashes } from '../../people/my-talks.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { ownTalk } from '../../search/loaded.ts';
import { BLOCK } from '../action-ids.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { readStarValue, readTalkValue, type TalkOfProgramme, writeTalkValue } from '../button-values.ts';
import { cardInPane, presentTalk } from '../links/on-link.ts';
import { replaceView, showModal } from '../modals.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import { answerMessage } from '../views/answer.ts';
import type { Message } from '../views/blocks/message.ts';
import { knownBlocks } from '../views/blocks/pressed-button.ts';
import { talkGone } from '../views/details.ts';
import { remindersQuestion } from '../views/mine/reminders-question.ts';
import {
  describeUnstar,
  type PressedStar,
  starConfirmation,
  toggleStar,
  withClashes,
} from '../views/star.ts';
import { contextAround, redrawDirectMessage } from './buttons.ts';
import { keepStar } from './keep-star.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/**
 * *Star* and *Unstar*. Nothing is shown before the database has it. Where the person alone sees the button it is then the
 * other one; a message that others read stays, and the person gets a line of their own. Either says what else of theirs
 * is at the same time.
 */
export function onStarButton(press: 'star' | 'unstar', app: AppContext) {
  return async (args: Press): Promise<void> => {
    const { action, ack, body, client, context } = args;
    await ack();
    const value = readStarValue(action.value ?? '');
    const found = readTalkValue(value.talk, app.current(workspaceIn(context)));
    if (found === undefined) return void (await showModal(talkGone(), body, client));
    const { talk, programme } = found;
    const member = memberIn(context, body.user.id);
    const isStarred = press === 'star';
    const isChanged = await keepOwn(found, press, { member, app });
    if (body.view?.type === 'home') return app.homes.open(member, body.view.hash);
    const answering = await contextAround(body, context, app);
    const clashes = isStarred ? findClashes(talk, starredBy(answering.reader, programme), programme) : [];
    const card = cardInPane(body);
    if (card === undefined) await showStar({ value, ...found, isStarred, clashes }, answering, args);
    else await presentTalk(card, { user: body.user.id, trigger: body.trigger_id, context, app });
    app.homes.refresh(member);
    if (isStarred && isChanged && isOnlyStar(answering)) await askAboutReminders(member, app, args);
  };
}

interface StarringFor {
  readonly member: Member;
  readonly app: AppContext;
}

/** Returns whether that changed anything. */
function keepOwn(
  found: TalkOfProgramme,
  wish: 'star' | 'unstar',
  { member, app }: StarringFor,
): Promise<boolean> {
  const { talk, programme } = ownTalk(found, app.current(member.workspace));
  const conference = conferenceKey(programme.conference);
  return keepStar({ ...member, conference, talk: talk.id }, wish, app);
}

/** `star 2`, typed: does it, and says so. */
export async function starTalk(
  found: TalkOfProgramme,
  wish: 'star' | 'unstar',
  starring: StarringFor,
): Promise<Message> {
  const isChanged = await keepOwn(found, wish, starring);
  starring.app.homes.refresh(starring.member);
  return confirmStar(found, { wish, isChanged }, starring);
}

/** Says what was starred or unstarred by words. The first star ever asks about reminders, too. */
export async function confirmStar(
  { talk, programme }: TalkOfProgramme,
  { wish, isChanged }: { readonly wish: 'star' | 'unstar'; readonly isChanged: boolean },
  { member, app }: StarringFor,
): Promise<Message> {
  const isStarred = wish === 'star';
  const { reader } = await contextFor(member, 'apart', app);
  const clashes = isStarred ? findClashes(talk, starredBy(reader, programme), programme) : [];
  const value = {
    talk: writeTalkValue(talk, programme.conference.folder),
    place: 'confirmation' as const,
  };
  const name = isChanged ? BLOCK.starChanged : undefined;
  const done = starConfirmation({ talk, programme, value, isStarred, clashes }, { isChanged, name });
  const isAsked =
    isStarred &&
    isChanged &&
    isOnlyStar({ reader }) &&
    (await app.preferences.of(member)).reminders === undefined;
  if (!isAsked) return done;
  const question = remindersQuestion();
  return { ...done, blocks: [...done.blocks, ...question.blocks], text: `${done.text}\n${question.text}` };
}

function isOnlyStar({ reader: { stars } }: { readonly reader: Pick<Answering['reader'], 'stars'> }): boolean {
  return (
    stars !== undefined &&
    stars !== 'unavailable' &&
    [...stars.values()].flatMap(each => [...each]).length === 1
  );
}

/** Asks a person who was never asked. A modal has no place for a second message, so the question comes by direct message. */
async function askAboutReminders(
  member: Member,
  { preferences }: AppContext,
  { body, client, respond }: Press,
): Promise<void> {
  const { reminders } = await preferences.of(member);
  if (reminders !== undefined) return;
  const question = remindersQuestion();
  if (body.view === undefined && respond !== undefined)
    await respond({ response_type: 'ephemeral', replace_original: false, ...question });
  else await client.chat.postMessage({ channel: member.person, ...question });
}

async function showStar(
  pressed: PressedStar,
  answering: Answering,
  { body, client, respond }: Press,
): Promise<void> {
  const { place } = pressed.value;
  const { view } = body;
  const done = place === 'elsewhere' ? describeUnstar(pressed) : '';
  // A view that was changed or closed meanwhile shows the star when it is opened again.
  if (view !== undefined)
    await replaceView(modalAgain(view, toggleStar(knownBlocks(view.blocks), pressed)), view, client);
  else if (await redrawDirectMessage(body, respond, blocks => toggleStar(blocks, pressed, done))) return;
  else if (place === 'elsewhere' || place === 'confirmation')
    await respond({
      response_type: 'ephemeral',
      replace_original: place === 'confirmation',
      ...starConfirmation(pressed, { isChanged: true }),
    });
  else
    await respond({
      replace_original: true,
      ...withClashes(answerAround(place, pressed, answering), pressed),
    });
}

/**
 * The page around a button, answered anew. Among a person's own talks those stay that were unstarred there, so that they can
 * be starred again.
 */
function answerAround(
  { query, offset, kept: before = [] }: Page,
  { talk, programme, isStarred }: PressedStar,
  answering: Answering,
): Message {
  const kept = isStarred ? before : [...before, talk.id];
  const { reader } = answering;
  const key = conferenceKey(programme.conference);
  const stars =
    reader.stars instanceof Map
      ? new Map([...reader.stars, [key, new Set([...starredBy(reader, programme), ...kept])]])
      : reader.stars;
  const resultsMax = resultsUpTo({ offset });
  const answer = answerWithoutOrders(query, { ...answering, reader: { ...reader, stars }, resultsMax });
  const context = { ...answer.context, reader };
  return answer.kind === 'mine'
    ? answerMessage({ ...answer, kept, context }, offset)
    : answerMessage({ ...answer, context }, offset);
}

/** The view as Slack sent it, without what Slack added. */
function modalAgain(view: NonNullable<BlockAction['view']>, blocks: types.KnownBlock[]): types.ModalView {
  const { title, close, submit, callback_id, private_metadata } = view;
  return {
    type: 'modal',
    title,
    blocks,
    ...(close === null ? {} : { close }),
    ...(submit === null ? {} : { submit }),
    ...(callback_id === '' ? {} : { callback_id }),
    ...(private_metadata === '' ? {} : { private_metadata }),
  };
}
