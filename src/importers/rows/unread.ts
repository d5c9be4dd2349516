import { nameKey } from '../../text/fold.ts';
import { remember } from '../../text/remember.ts';
import { cleanLine } from '../reading/clean.ts';
import { isVisibility } from './withheld.ts';

/** Lists the fields that were not read and are meant for people, each once. */
export function listUnreadKeys(names: Iterable<string>): readonly string[] {
  return [...new Set(names)]
    .filter(name => !isOfProgram(name))
    .map(name => cleanLine(name).slice(0, NAME_LENGTH_MAX))
    .filter(name => name !== '');
}

const NAME_LENGTH_MAX = 60;

/** True for a field that is for programs and organisers and not for readers: an id, a timestamp, a colour, an e-mail. */
const isOfProgram = remember(name => {
  if (isVisibility(name)) return true;
  const words = nameKey(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')).split('-');
  return words.some(word => OF_PROGRAMS.has(word)) || /^(?:_|\$|@)/.test(name);
});

const OF_PROGRAMS = new Set(
  `id ids uid uuid guid key keys slug slugs code codes hash checksum ref refs etag uri permalink path anchor parent
  created updated modified published announced inserted imported synced timestamp ts version revision
  order sort position index rank weight priority sequence ordinal
  color colour colors colours background bg icon image images img photo photos picture avatar logo thumbnail thumbnails banner
  cover css class style layout template theme-color font markdown html
  lat lng lon latitude longitude capacity seats size
  note notes internal private admin email emails mail phone answers token password votes score scores rating ratings review
  reviews reviewer reviewers invited attended attendees goers count submitter
  series year event conference copyright license licence twitter mastodon github hashtag oembed embed provider
  redirect aliases menu sitemap draft type-id raw cue`.split(/\s+/),
);
