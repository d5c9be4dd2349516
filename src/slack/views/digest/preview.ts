import type { types } from '@slack/bolt';
import { dayWords } from '../../../programme/when.ts';
import type { Message as StoredMessage } from '../../../store/message.ts';
import { pluralise } from '../../../text/plural.ts';
import { type Message, message } from '../blocks/message.ts';
import { aside, plain, richText } from '../blocks/rich-text.ts';

/** A digest's first message, to one person alone; a long day's replies are counted. */
export function previewOf(first: StoredMessage, replies: number): Message {
  const inThread = `In its thread there would be ${pluralise(replies, 'reply', 'replies')}.`;
  return under(`A preview, which only you see.${replies === 0 ? '' : ` ${inThread}`}`, first);
}

/** The same as a message of one's own, with all that would stand in its thread. */
export function testOf(first: StoredMessage): Message {
  return under('A test, for you alone.', first);
}

/** What is kept as plain objects is what our own views have drawn. */
function under(words: string, { text, blocks }: StoredMessage): Message {
  return {
    blocks: [aside(words), ...(blocks as readonly types.KnownBlock[])],
    text: `${words}\n${text}`,
    unfurl_links: false,
    unfurl_media: false,
  };
}

export function nothingToShow(day: string): Message {
  const words = `Nothing would be posted: ${dayWords(day)} has no sessions for this digest.`;
  return message([richText([[plain(words)]])], words);
}
