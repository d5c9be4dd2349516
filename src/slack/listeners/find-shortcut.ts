import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { examplesFrom } from '../../search/examples.ts';
import { FIELD } from '../action-ids.ts';
import { reply } from '../reply.ts';
import { privately, type Setting } from '../setting.ts';
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
