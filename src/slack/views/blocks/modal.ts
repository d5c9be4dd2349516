import type { types } from '@slack/bolt';

/** A modal that can only be closed; one that is submitted adds its button and callback id. */
export function modal(title: string, blocks: readonly types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title, emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [...blocks],
  };
}
