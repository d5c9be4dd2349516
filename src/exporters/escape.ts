import { parseUrl } from '../text/parse-url.ts';

/** Text that readers may mistake for HTML. */
const LOOKS_LIKE_MARKUP = /&(?:#\w+|[a-z][a-z\d]*);|<\/[a-z]|<(?:br|hr|p|li|ul|ol|img)\b/i;

/**
 * Escapes text for a field in which some programs put HTML and others Markdown. Entities mean the same in both, so text
 * that only looks like a tag or an entity is written with them.
 */
export function escapeMarkup(text: string): string {
  return LOOKS_LIKE_MARKUP.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}

/**
 * Escapes a web address so that it is a URI by RFC 3986, as schemas demand; undefined if it is not a web address.
 * Browsers leave `|`, `[`, `{` and a `%` that begins no escape as they are, so copied addresses contain them.
 */
export function toUri(address: string): string | undefined {
  const url = /^https?:\/\//i.test(address) ? parseUrl(address) : undefined;
  if (url === undefined) return undefined;
  const { origin, pathname, search, hash } = url;
  return (
    origin +
    escapeIllegal(pathname) +
    escapeIllegal(search) +
    (hash === '' ? '' : `#${escapeIllegal(hash.slice(1))}`)
  );
}

function escapeIllegal(part: string): string {
  return part
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?@!$&'()*+,;=%]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
