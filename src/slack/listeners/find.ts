import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { answerWithoutOrders } from '../../conversation/answer.ts';
import { findExamples } from '../../search/examples.ts';
import { FIELD } from '../action-ids.ts';
import { type AppContext, answeringTo } from '../app-context.ts';
import { typedWords } from '../typed.ts';
import { answerMessage } from '../views/answer.ts';
import { findTalk, resultsModal } from '../views/find-talk.ts';

/** *Find a talk*, from anywhere in Slack: a field to type in. */
export function onFindShortcut(setting: AppContext) {
  return async ({
    ack,
    shortcut,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const [example] = findExamples(setting.current().programme);
    await client.views.open({ trigger_id: shortcut.trigger_id, view: findTalk(example) });
  };
}

/** The answer takes the place of the field. */
export function onFindSubmitted(setting: AppContext) {
  return async ({
    ack,
    body,
    view,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const words = view.state.values[FIELD.words.block]?.[FIELD.words.action]?.value ?? '';
    const answer = answerWithoutOrders(words, answeringTo(body.user.id, 'apart', setting));
    await ack({ response_action: 'update', view: resultsModal(answerMessage(answer)) });
  };
}

/** *Related talks*, on a message: its words are the query, the answer is for the person who asked. */
export function onRelatedShortcut(setting: AppContext) {
  return async ({
    ack,
    shortcut,
    respond,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const query = typedWords(shortcut.message.text);
    const answer = answerWithoutOrders(query, answeringTo(shortcut.user.id, 'channel', setting));
    await respond({ response_type: 'ephemeral', replace_original: false, ...answerMessage(answer) });
  };
}
