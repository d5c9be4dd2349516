import type { types } from '@slack/bolt';
import { parseUrl } from '../../../text/parse-url.ts';
import { shorten } from '../../../text/shorten.ts';

/**
 * Builders for rich_text, the only place where outside text goes besides plain_text: Slack never reads markup in
 * either, so no text from a file or a person can mention, link, format or break a message.
 */
export type Inline = types.RichTextElement;

export function plain(text: string): Inline {
  return { type: 'text', text };
}

export function bold(text: string): Inline {
  return { type: 'text', text, style: { bold: true } };
}

export function person(userId: string): Inline {
  return { type: 'user', user_id: userId };
}

/** Paragraphs, one below the other. Slack refuses empty texts, so they are left out, and with them empty paragraphs. */
export function richText(paragraphs: readonly (readonly Inline[])[]): types.RichTextBlock {
  const written = paragraphs
    .map(inlines => inlines.filter(inline => inline.type !== 'text' || inline.text !== ''))
    .filter(inlines => inlines.length > 0);
  const elements = written.flatMap((inlines, index) => (index === 0 ? inlines : [plain('\n'), ...inlines]));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

/** Slack takes three times as much; but a note may repeat what a file or a person says, and there may be several. */
const ASIDE_LENGTH = 1000;

/** Small grey text under or between other blocks. */
export function aside(text: string): types.ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: shorten(text, ASIDE_LENGTH), emoji: false }],
  };
}

/** The name of a channel as Slack writes it; a person's own messages are no channel that could be named. */
export function place(channel: string): Inline {
  return /^[DU]/.test(channel) ? plain('your direct messages') : { type: 'channel', channel_id: channel };
}

/** Slack takes no longer address. */
const URL_LENGTH = 3000;

/** A web address that Slack takes as one, with nothing in it that its markup knows; nothing where it is none. */
export function safeUrl(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (parsed === undefined) return undefined;
  const { protocol, href } = parsed;
  const encoded = href.replace(/[|<>\s]/g, encodeURIComponent);
  return /^https?:$/.test(protocol) && encoded.length <= URL_LENGTH ? encoded : undefined;
}
