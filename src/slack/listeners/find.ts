import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { examplesFrom } from '../../search/examples.ts';
import { FIELD } from '../action-ids.ts';
import { reply } from '../reply.ts';
import { privately, type Setting } from '../setting.ts';
import { typedWords } from '../typed.ts';
import { findTalk, resultsModal } from '../views/find-talk.ts';

/** *Find a talk*, from anywhere in Slack: a field to type in. */
export function onFindShortcut(setting: Setting) {
  return async ({
    ack,
    shortcut,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const [example] = examplesFrom(setting.current().programme);
    await client.views.open({ trigger_id: shortcut.trigger_id, view: findTalk(example) });
  };
}

/** The answer takes the place of the field. */
export function onFindSubmitted(setting: Setting) {
  return async ({
    ack,
    body,
    view,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const words = view.state.values[FIELD.words.block]?.[FIELD.words.action]?.value ?? '';
    const answer = reply(words, privately(setting, body.user.id, 'elsewhere'));
    await ack({ response_action: 'update', view: resultsModal(answer) });
  };
}

/** *Related talks*, on a message: its words are the query, the answer is for the person who asked. */
export function onRelatedShortcut(setting: Setting) {
  return async ({
    ack,
    shortcut,
    respond,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const query = typedWords(shortcut.message.text);
    const answer = reply(query, privately(setting, shortcut.user.id));
    await respond({ response_type: 'ephemeral', replace_original: false, ...answer });
  };
}
