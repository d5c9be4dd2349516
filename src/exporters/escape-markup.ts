/** Text that readers may mistake for HTML. */
const LOOKS_LIKE_MARKUP = /&(?:#\w+|[a-z][a-z\d]*);|<\/[a-z]|<(?:br|hr|p|li|ul|ol|img)\b/i;

/**
 * Escapes text for a field in which some programs put HTML and others Markdown. Entities mean the same in both, so text
 * that only looks like a tag or an entity is written with them.
 */
export function escapeMarkup(text: string): string {
  return LOOKS_LIKE_MARKUP.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}
