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
  const { label, action: action_id, value, says } = of;
  const text = labelText(label);
  return says === undefined
    ? { type: 'button', text, action_id, value }
    : { type: 'button', text, action_id, value, accessibility_label: spokenLabel(says) };
}

export function labelText(label: string): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(label, LABEL_LENGTH), emoji: false };
}

/** The words of a screen reader for a button. */
export function spokenLabel(says: string): string {
  return shorten(says, LABEL_LENGTH);
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
  const blocks: types.ActionsBlock[] = [];
  let elements: types.Button[] = [];
  for (const each of buttons) {
    if (blocks.length === 0 || elements.some(other => other.action_id === each.action_id)) {
      elements = [];
      blocks.push({ type: 'actions', elements });
    }
    elements.push(each);
  }
  return blocks;
}
