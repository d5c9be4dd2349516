import type { types } from '@slack/bolt';
import { shorten } from '../../../text/display.ts';
import { ENGLISH } from '../../../words/en.ts';
import type { Words } from '../../../words/words.ts';
import { actions } from './button.ts';
import type { MessagePart } from './ready-blocks.ts';
import { type Inline, plain, richText, withBold } from './rich-text.ts';

/** Slack may cut a longer text, and screen readers and notifications get nothing else. */
export const TEXT_LENGTH = 3000;

/** A message of Lectern's: blocks, and a `text` that says the same to screen readers and in notifications. */
export interface Message<Block extends MessagePart = types.KnownBlock> {
  readonly blocks: Block[];
  readonly text: string;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** `says` is plain text; it is escaped here and nowhere else. */
export function message<Block extends MessagePart>(blocks: readonly Block[], says: string): Message<Block> {
  return {
    blocks: [...blocks],
    text: shorten(escapeText(says), TEXT_LENGTH).replace(/&[a-z]{0,3}…$/, '…'),
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** A message of paragraphs, which is heard with the channels by their names: Slack fills them in. */
export function paragraphsMessage(paragraphs: readonly (readonly Inline[])[]): Message {
  const text = paragraphs.map(each => each.map(heardInline).join('')).join('\n');
  return {
    blocks: [richText(paragraphs)],
    text: shorten(text, TEXT_LENGTH).replace(/(?:&[a-z]{0,3}|<[^>]*)…$/, '…'),
    unfurl_links: false,
    unfurl_media: false,
  };
}

function heardInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text);
    case 'channel':
      return /^[CG][A-Z0-9]+$/.test(inline.channel_id) ? `<#${inline.channel_id}>` : 'a channel';
    case 'user':
      return 'an organiser';
    default:
      return '';
  }
}

/** A message of one line, with these buttons below it. */
export function lineMessage(text: string, buttons: readonly types.Button[] = []): Message {
  const below = buttons.length === 0 ? [] : [actions(buttons)];
  return message([richText([[plain(text)]]), ...below], text);
}

/** Several messages as one. */
export function joinMessages(messages: readonly Message[]): Message {
  const text = messages.map(each => each.text).join('\n');
  return {
    blocks: messages.flatMap(({ blocks }) => blocks),
    text: shorten(text, TEXT_LENGTH),
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** A message of our own words, in bold between backticks. */
export function boldMessage(text: string): Message {
  return message([richText([withBold(text)])], text.replaceAll('`', ''));
}

/** A modal that can only be closed; one that is submitted adds its button and callback id. */
export function modal(title: string, blocks: readonly types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title, emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [...blocks],
  };
}

/** A text of 3,000 characters once it is escaped, with room left for the words that mark a message as repeated. */
const LINES_LENGTH = 2600;

/** The most of a text that is kept for what stands below its lines. */
const BELOW_LENGTH = LINES_LENGTH / 2;

/**
 * The text of a message of many lines: as many as fit, and how many more there are. `below` stands behind them, and is
 * heard however many there are; of too much of it, the first lines give way.
 */
export function fitLines(
  heading: readonly string[],
  lines: readonly string[],
  words: Words = ENGLISH,
  below: readonly string[] = [],
): string {
  const above = heading.filter(line => line !== '');
  const kept = below.filter((_, index) => linesLength(below.slice(index)) <= BELOW_LENGTH);
  const others = [...lines, ...below.slice(0, below.length - kept.length)];
  let length = linesLength([...above, ...kept]);
  const cut = others.findIndex(line => {
    length += linesLength([line]);
    return length > LINES_LENGTH;
  });
  if (cut === -1) return [...above, ...others, ...kept].join('\n');
  return [...above, ...others.slice(0, cut), words.thread.more(others.length - cut), ...kept].join('\n');
}

/** In characters as Slack counts them, with the ends of the lines. */
function linesLength(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + escapeText(line).length + 1, 0);
}

/**
 * For the top-level `text` of a message, the one place where Slack reads markup that we do not build ourselves.
 * Slack's rule: these three characters, in this order, and nothing else.
 */
function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The text as people read it. */
export function unescapeText(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/**
 * The most text that a digest puts into one message, in characters. Slack documents no limit and refuses somewhere above
 * 11,000 (bolt-js #2509, #2867); the rest is left for the words that mark a message as repeated.
 */
export const TEXT_BUDGET = 8700;

/** The characters of all texts in these blocks, as Slack seems to count them: texts, labels, fallbacks. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + textLength(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (sum, [key, field]) =>
      sum + (typeof field === 'string' ? (COUNTED.has(key) ? field.length : 0) : textLength(field)),
    0,
  );
}

const COUNTED = new Set(['text', 'alt_text', 'fallback']);

/** Slack takes so many blocks in a message. */
const BLOCKS_MAX = 50;

/** Returns a message unless Slack may refuse or cut it. */
export function unlessTooLong<M extends { readonly blocks: readonly object[]; readonly text: string }>(
  made: M,
): M | undefined {
  const { blocks, text } = made;
  const fits = blocks.length <= BLOCKS_MAX && text.length <= TEXT_LENGTH && textLength(blocks) <= TEXT_BUDGET;
  return fits ? made : undefined;
}
