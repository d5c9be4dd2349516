import { parseUrl } from '../text/parse-url.ts';

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
