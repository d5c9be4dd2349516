import type { types } from '@slack/bolt';
import { shorten } from '../../../text/shorten.ts';
import { escapeText } from './escape.ts';

/** Beyond this Slack may cut the text; screen readers and notifications get it whole. */
const TEXT_LENGTH = 3000;

/** What Lectern says: for the eye, and the same for a screen reader and a notification. */
export interface Message {
  readonly blocks: types.KnownBlock[];
  readonly text: string;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** `says` is plain text; it is escaped here and nowhere else. */
export function message(blocks: readonly types.KnownBlock[], says: string): Message {
  return {
    blocks: [...blocks],
    text: shorten(escapeText(says), TEXT_LENGTH).replace(/&[a-z]{0,3}…$/, '…'),
    unfurl_links: false,
    unfurl_media: false,
  };
}
