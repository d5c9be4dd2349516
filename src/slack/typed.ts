import { QUERY_LENGTH } from './page.ts';

/**
 * The words of a person in what Slack delivers: entities decoded, mentions of people, groups and channels taken out,
 * links replaced by their label or address, and no longer than a page can carry.
 */
export function typedWords(text: string): string {
  const words = text
    .replace(/<([@#!])[^>]*>/g, ' ')
    .replace(/<([^<>|]*)\|([^<>]*)>/g, ' $2 ')
    .replace(/<([^<>]*)>/g, ' $1 ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= QUERY_LENGTH
    ? words
    : words.slice(0, QUERY_LENGTH).replace(/\S*$/, '').trim() || words.slice(0, QUERY_LENGTH);
}
