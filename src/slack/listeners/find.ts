import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { answerWithoutOrders } from '../../conversation/answer.ts';
import { FIELD } from '../action-ids.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { memberIn, workspaceIn } from '../receiving/request-source.ts';
import { readTypedWords } from '../typed-words.ts';
import { answerMessage } from '../views/answer.ts';
import { findTalk, resultsModal } from '../views/find-talk.ts';

/** *Find a talk*, from anywhere in Slack: opens a field to type in. */
export function onFindShortcut(app: AppContext) {
  return async ({
    ack,
    shortcut,
    client,
    context,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const [example] = app.current(workspaceIn(context)).index.examples;
    await client.views.open({ trigger_id: shortcut.trigger_id, view: findTalk(example) });
  };
}

/** Replaces the field by the answer. */
export function onFindSubmitted(app: AppContext) {
  return async ({
    ack,
    body,
    view,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const words = view.state.values[FIELD.words.block]?.[FIELD.words.action]?.value ?? '';
    const member = memberIn(context, body.user.id);
    const answer = answerWithoutOrders(words, await contextFor(member, 'apart', app));
    app.asked.hear(answer, member);
    await ack({ response_action: 'update', view: resultsModal(answerMessage(answer)) });
  };
}

/** *Related talks*, on a message: searches its words, and answers only the person who asked. */
export function onRelatedShortcut(app: AppContext) {
  return async ({
    ack,
    shortcut,
    respond,
    context,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const query = readTypedWords(shortcut.message.text);
    const answer = answerWithoutOrders(
      query,
      await contextFor(memberIn(context, shortcut.user.id), 'channel', app),
    );
    await respond({ response_type: 'ephemeral', replace_original: false, ...answerMessage(answer) });
  };
}
