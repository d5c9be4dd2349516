import type { types } from '@slack/bolt';
import { shorten } from '../../../text/display.ts';
import { parseUrl } from '../../../text/parse-url.ts';
import { shared } from './shared.ts';

/**
 * Builders for rich_text, the only place where outside text goes besides plain_text: Slack never reads markup in
 * either, so no text from a file or a person can mention, link, format or break a message.
 */
export type Inline = types.RichTextElement;

const BOLD = shared({ bold: true });
const NEW_LINE = shared(plain('\n'));

export function plain(text: string): types.RichTextText {
  return { type: 'text', text };
}

export function bold(text: string): types.RichTextText {
  return { type: 'text', text, style: BOLD };
}

/** Our own words, in bold between backticks. Text of a file or a person must not come here. */
export function withBold(text: string): readonly Inline[] {
  return text.split('`').map((piece, index) => (index % 2 === 0 ? plain(piece) : bold(piece)));
}

export function person(userId: string): Inline {
  return { type: 'user', user_id: userId };
}

/** Paragraphs, one below the other. Slack refuses empty texts, so empty texts and paragraphs are left out. */
export function richText(paragraphs: readonly (readonly Inline[])[]): types.RichTextBlock {
  const elements: Inline[] = [];
  for (const inlines of paragraphs) {
    const above = elements.length;
    for (const inline of inlines) {
      if (inline.type === 'text' && inline.text === '') continue;
      if (above > 0 && elements.length === above) elements.push(NEW_LINE);
      elements.push(inline);
    }
  }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}

/** A third of Slack's limit: a note may repeat text of a file or a person, and there may be several notes. */
const ASIDE_LENGTH = 1000;

/** Small grey text under or between other blocks. */
export function aside(text: string): types.ContextBlock {
  return {
    type: 'context',
    elements: [{ type: 'plain_text', text: shorten(text, ASIDE_LENGTH), emoji: false }],
  };
}

/** The same, if there is anything to see: a name in a file may be of invisible characters alone. */
export function asideIfAny(text: string | undefined): readonly types.ContextBlock[] {
  return shorten(text ?? '', ASIDE_LENGTH).trim() === '' ? [] : [aside(text ?? '')];
}

/** Whether messages to it are for one person. */
export function isDirectMessage(channel: string): boolean {
  return /^[DU]/.test(channel);
}

/** A channel by its name, which Slack fills in; direct messages have none. */
export function channelName(channel: string): Inline {
  return isDirectMessage(channel) ? plain('your direct messages') : { type: 'channel', channel_id: channel };
}

/** Slack's limit for a URL. */
const URL_LENGTH = 3000;

/** A web address in the form in which Slack takes it, free of its markup; undefined if it is no http(s) address. */
export function safeUrl(url: string): string | undefined {
  const parsed = parseUrl(url);
  if (parsed === undefined) return undefined;
  const { protocol, href } = parsed;
  const encoded = href.replace(/[|<>\s]/g, encodeURIComponent);
  return /^https?:$/.test(protocol) && encoded.length <= URL_LENGTH ? encoded : undefined;
}
