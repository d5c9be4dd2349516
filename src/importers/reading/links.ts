import type { Link } from '../../programme/talk.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { cleanLine } from './clean.ts';
import { maskEmails } from './contacts.ts';

/** Reads a link; undefined if it is not a web address. A relative URL is resolved against `base`. */
export function readLink(
  raw: {
    readonly url: string;
    readonly title?: string | undefined;
    readonly kind?: Link['kind'] | undefined;
  },
  base?: string,
): Link | undefined {
  const url = readAddress(raw.url, base);
  if (url === undefined) return undefined;
  const title = maskEmails(cleanLine(raw.title ?? '')).slice(0, 200);
  return { kind: raw.kind ?? classifyLink(title, url), url, title };
}

/** Accepts http and https, and removes user name and password. */
function readAddress(raw: string, base: string | undefined): string | undefined {
  const text = cleanLine(raw);
  if (text === '' || text.length > 2000 || (base === undefined && !/^https?:\/\//i.test(text)))
    return undefined;
  const url = parseUrl(text, base);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  return url.href;
}

const VIDEO_HOST =
  /^https?:\/\/(?:[^/]*\.)?(?:youtube\.com|youtu\.be|vimeo\.com|media\.ccc\.de|peertube\.[^/]+)\//i;
const SLIDES_HOST =
  /^https?:\/\/(?:[^/]*\.)?(?:slideshare\.net|speakerdeck\.com|slides\.com|noti\.st)\/|^https:\/\/docs\.google\.com\/presentation\//i;

function classifyLink(title: string, url: string): Link['kind'] {
  const path = url.replace(/[?#].*$/, '');
  if (/feedback|\brate\b/i.test(title)) return 'feedback';
  if (VIDEO_HOST.test(url) || /\.(?:mp4|webm|mkv|ogv|m4v)$/i.test(path)) return 'video';
  if (/video|recording|aufzeichnung|grabaci[oó]n|enregistrement/i.test(title)) return 'video';
  if (SLIDES_HOST.test(url) || /\.(?:pptx?|odp|key)$/i.test(path)) return 'slides';
  return /slides|\bdeck\b|folien|presentation|diapositiv/i.test(title) ? 'slides' : 'web';
}
