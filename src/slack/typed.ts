/**
 * The words of a person in what Slack delivers: entities decoded, mentions of people, groups and channels taken out,
 * links replaced by their label or address.
 */
export function typedWords(text: string | undefined): string {
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
