/** What a reader of abstracts and titles may take for HTML, though it was written to be read as it stands. */
const LOOKS_LIKE_MARKUP = /&(?:#\w+|[a-z][a-z\d]*);|<\/[a-z]|<(?:br|hr|p|li|ul|ol|img)\b/i;

/**
 * Text for a field in which some writers put HTML and some Markdown, and of which no reader knows. Entities mean the same
 * in both, so whatever looks like a tag or an entity and is none is written with them.
 */
export function escapeMarkup(text: string): string {
  return LOOKS_LIKE_MARKUP.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}
