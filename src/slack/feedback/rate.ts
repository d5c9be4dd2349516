import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  types,
  ViewSubmitAction,
} from '@slack/bolt';
import { type RatingOfTalk, readLine, readRating } from '../../people/ratings.ts';
import type { Member } from '../../people/stars.ts';
import { conferenceKey } from '../../programme/conference.ts';
import { type OwnTalk, ownTalk } from '../../search/loaded.ts';
import { FIELD } from '../action-ids.ts';
import type { AppContext } from '../app-context.ts';
import { readRatedTalk, readTalkValue, writeRatedTalk } from '../button-values.ts';
import { waitAtMost } from '../digest/late-answer.ts';
import { ONE_MOMENT, replaceView, showModal, showResult } from '../modals.ts';
import { memberIn } from '../receiving/request-source.ts';
import { lineMessage } from '../views/blocks/message.ts';
import { talkGone } from '../views/details.ts';
import { RATE_TITLE, rateForm, rateNote, rateRefusal } from '../views/feedback/rate-form.ts';
import { mayRate } from './may-rate.ts';
import {
  messageAround,
  type RatedMessage,
  readRatedFrom,
  redrawRated,
  writeRatedFrom,
} from './rated-message.ts';

type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;
type Submission = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** *Rate* and *Change*, on the Home and in messages: opens the form, or says why there is none. */
export function onRateButton(app: AppContext) {
  return async ({ action, ack, body, client, context }: Press): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    await showModal(
      await rateView(messageAround(body, action), action.value ?? '', { member, app }),
      body,
      client,
    );
  };
}

async function rateView(
  from: RatedMessage | undefined,
  value: string,
  { member, app }: { readonly member: Member; readonly app: AppContext },
): Promise<types.ModalView> {
  const current = app.current(member.workspace);
  const found = readTalkValue(value, current);
  if (found === undefined) return talkGone();
  const own = ownTalk(found, current);
  const allowed = await mayRate(own, member, app);
  const metadata = writeRatedFrom(writeRatedTalk(own), from);
  return allowed.may ? rateForm(own, allowed.given, metadata) : rateRefusal(own, allowed, metadata);
}

const SAVED = 'Your rating is saved. Thank you.';
const GONE =
  'The programme has changed since you opened this: close it, and open it again from the Home or with /talk feedback.';

/** Keeps the rating, then closes the form. If that takes longer than Slack waits, the result follows. */
export function onRateSubmitted(app: AppContext) {
  return async ({ ack, body, view, client, context }: Submission): Promise<void> => {
    const member = memberIn(context, body.user.id);
    const saving = saveRating(view, member, app);
    const result = await waitAtMost(saving, app.answerWithinMs);
    if (result === undefined) {
      await ack({ response_action: 'update', view: rateNote(ONE_MOMENT) });
      const late = await saving;
      await showResult(
        lineMessage('why' in late ? late.why : SAVED),
        { title: RATE_TITLE, viewId: view.id, user: member.person },
        client,
      );
    } else if ('why' in result)
      await ack({ response_action: 'errors', errors: { [FIELD.rating.block]: result.why } });
    else await ack();
    const saved = await saving;
    if (!('why' in saved))
      await redrawRated(readRatedFrom(view.private_metadata), { ...saved, member, app, client });
  };
}

interface SavedRating {
  readonly own: OwnTalk;
  readonly given: RatingOfTalk;
}

/** Things may have changed since the form was opened, so everything is asked again. */
async function saveRating(
  { private_metadata, state }: Submission['view'],
  member: Member,
  app: AppContext,
): Promise<SavedRating | { readonly why: string }> {
  const current = app.current(member.workspace);
  const found = readRatedTalk(private_metadata, current);
  if (found === undefined) return { why: GONE };
  const own = ownTalk(found, current);
  const rating = readRating(state.values[FIELD.rating.block]?.[FIELD.rating.action]?.selected_option?.value);
  if (rating === undefined) return { why: 'Choose a rating from 1 to 5.' };
  const allowed = await mayRate(own, member, app);
  if (!allowed.may) return { why: allowed.why };
  const line = readLine(state.values[FIELD.ratingLine.block]?.[FIELD.ratingLine.action]?.value);
  const conference = conferenceKey(own.programme.conference);
  await app.ratings.rate({ ...member, conference, talk: own.talk.id, rating, line });
  app.homes.refresh(member);
  return { own, given: { rating, line } };
}

/** *Take it back*, in the form. */
export function onTakeRatingBackButton(app: AppContext) {
  return async ({ action, ack, body, client, context }: Press): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    const current = app.current(member.workspace);
    const found = readRatedTalk(action.value ?? '', current);
    const own = found && ownTalk(found, current);
    const says = own === undefined ? GONE : 'Your rating is taken back: nothing of it is kept.';
    if (own !== undefined) {
      const conference = conferenceKey(own.programme.conference);
      await app.ratings.takeBack({ ...member, conference, talk: own.talk.id });
      app.homes.refresh(member);
    }
    if (body.view === undefined) return;
    await replaceView(rateNote(says), body.view, client);
    if (own === undefined) return;
    const from = readRatedFrom(body.view.private_metadata);
    await redrawRated(from, { own, given: undefined, member, app, client });
  };
}
