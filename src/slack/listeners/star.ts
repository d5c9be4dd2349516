import {
  type AllMiddlewareArgs,
  type BlockAction,
  type ButtonAction,
  type SlackActionMiddlewareArgs,
  type types,
  webApi,
} from '@slack/bolt';
import { answerWithoutOrders } from '../../conversation/answer.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { type AppContext, memberIn } from '../app-context.ts';
import { readStarValue, readTalkValue, type StarValue, type TalkOfProgramme } from '../button-values.ts';
import { showModal } from '../modals.ts';
import { answerMessage } from '../views/answer.ts';
import { talkGone } from '../views/details.ts';
import { starConfirmation, toggleStar } from '../views/star.ts';
import { contextAround, isDirectMessage } from './buttons.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/**
 * *Star* and *Unstar*. Nothing is shown before the database has it. Where the person alone sees the button it is then the
 * other one; a message that others read stays, and the person gets a line of their own.
 */
export function onStarButton(press: 'star' | 'unstar', app: AppContext) {
  return async (args: Press): Promise<void> => {
    const { action, ack, body, client, context } = args;
    await ack();
    const value = readStarValue(action.value ?? '');
    const found = readTalkValue(value.talk, app.current());
    if (found === undefined) return showModal(talkGone(), body, client);
    const member = memberIn(context, body.user.id);
    const star = { ...member, conference: conferenceKey(found.programme.conference), talk: found.talk.id };
    const isStarred = press === 'star' ? await app.stars.star(star, app.now()) : await app.stars.unstar(star);
    await showStar(value, { ...found, isStarred }, app, args);
  };
}

async function showStar(
  value: StarValue,
  starred: TalkOfProgramme & { readonly isStarred: boolean },
  app: AppContext,
  { body, client, context, respond }: Press,
): Promise<void> {
  const { view, message } = body;
  if (view !== undefined)
    return showInView(
      toggleStar(view.blocks as types.KnownBlock[], value.talk, starred.isStarred),
      body,
      client,
    );
  if (isDirectMessage(body) && message !== undefined)
    await respond({
      replace_original: true,
      text: message.text ?? '',
      blocks: toggleStar((message.blocks ?? []) as types.KnownBlock[], value.talk, starred.isStarred),
    });
  else if (value.place === 'elsewhere' || value.place === 'confirmation')
    await respond({
      response_type: 'ephemeral',
      replace_original: value.place === 'confirmation',
      ...starConfirmation(starred),
    });
  else {
    const { query, offset } = value.place;
    const answer = answerWithoutOrders(query, await contextAround(body, context, app));
    await respond({ replace_original: true, ...answerMessage(answer, offset) });
  }
}

/** A view that was changed or closed meanwhile shows the star when it is opened again. */
const OVERTAKEN = new Set(['hash_conflict', 'not_found']);

async function showInView(
  blocks: types.KnownBlock[],
  { view, user }: BlockAction,
  client: webApi.WebClient,
): Promise<void> {
  if (view === undefined) return;
  try {
    if (view.type === 'home')
      await client.views.publish({ user_id: user.id, hash: view.hash, view: { type: 'home', blocks } });
    else await client.views.update({ view_id: view.id, hash: view.hash, view: modalAgain(view, blocks) });
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError && OVERTAKEN.has(error.data.error))) throw error;
  }
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
