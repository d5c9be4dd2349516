import type { types } from '@slack/bolt';
import { shorten } from '../../../text/display.ts';

/** Slack shows about thirty of the 75 characters that it takes. */
const LABEL_LENGTH = 75;

/** The action that Slack sends if a button is pressed. */
export interface WrittenAction {
  /** The action id. */
  readonly action: string;
  readonly value: string;
}

/** `says` is for screen readers, where the label alone does not tell which of many buttons it is. */
export function button(of: WrittenAction & { readonly label: string; readonly says?: string }): types.Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: shorten(of.label, LABEL_LENGTH), emoji: false },
    action_id: of.action,
    value: of.value,
    ...(of.says === undefined ? {} : { accessibility_label: shorten(of.says, LABEL_LENGTH) }),
  };
}

/** Slack asks once more before it is pressed; `asks.title` and `asks.text` are the question. */
export function dangerButton(
  of: Parameters<typeof button>[0],
  asks: { readonly title: string; readonly text: string },
): types.Button {
  const text = (words: string) => ({ type: 'plain_text' as const, text: words, emoji: false });
  return {
    ...button(of),
    style: 'danger',
    confirm: {
      title: text(asks.title),
      text: text(asks.text),
      confirm: text(of.label),
      deny: text('Keep'),
      style: 'danger',
    },
  };
}

/** Opens a web address. Slack tells the app of the press, too. */
export function linkButton({
  url,
  ...of
}: Omit<Parameters<typeof button>[0], 'value'> & { readonly url: string }): types.Button {
  const { value: _, ...pressed } = button({ ...of, value: '' });
  return { ...pressed, url };
}

export function actions(buttons: readonly types.Button[]): types.ActionsBlock {
  return { type: 'actions', elements: [...buttons] };
}

/** Buttons in as few blocks as their action ids allow: within a block Slack takes each once. */
export function actionBlocks(buttons: readonly types.Button[]): types.ActionsBlock[] {
  const blocks: types.Button[][] = [];
  for (const each of buttons) {
    const last = blocks.at(-1);
    if (last === undefined || last.some(other => other.action_id === each.action_id)) blocks.push([each]);
    else last.push(each);
  }
  return blocks.map(actions);
}
