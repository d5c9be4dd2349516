import { unescapeText } from './views/blocks/message.ts';

/**
 * Reads the words that a person typed from Slack's markup: entities are decoded, mentions of people, groups and channels
 * removed, links replaced by their label or address.
 */
export function readTypedWords(text: string | undefined): string {
  const plain = MARKUP.test(text ?? '') ? withoutMarkup(text ?? '') : (text ?? '');
  return plain.replace(/\s+/g, ' ').trim();
}

/** Most people type neither, and each pattern reads the whole text. */
const MARKUP = /[<&]/;

function withoutMarkup(text: string): string {
  const plain = text
    .replace(/<([@#!])[^>]*>/g, ' ')
    .replace(/<([^<>|]*)\|([^<>]*)>/g, ' $2 ')
    .replace(/<([^<>]*)>/g, ' $1 ');
  return unescapeText(plain);
}
