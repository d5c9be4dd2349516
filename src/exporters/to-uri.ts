import { parseUrl } from '../text/parse-url.ts';

/**
 * A web address in the letters that RFC 3986 allows and schemas ask for; nothing where it is none. Browsers, and so those
 * who copy from them, leave some others as they are: `|`, `[`, `{`, a `%` that begins no escape.
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
