/**
 * Reads the words that a person typed from Slack's markup: entities are decoded, mentions of people, groups and channels
 * removed, links replaced by their label or address.
 */
export function readTypedWords(text: string | undefined): string {
  return (text ?? '')
    .replace(/<([@#!])[^>]*>/g, ' ')
    .replace(/<([^<>|]*)\|([^<>]*)>/g, ' $2 ')
    .replace(/<([^<>]*)>/g, ' $1 ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
