import { nameKey } from '../../../text/fold.ts';
import type { Fields } from '../../reading/json.ts';
import { readName } from '../record-rows.ts';

/** Fields that people have and talks do not. */
const PERSON_FIELDS = new Set(
  `bio biography company affiliation organisation organization twitter github linkedin mastodon bluesky photo photo-url
  photourl picture image avatar img pronouns tagline socials surname lastname last-name job job-title jobtitle position
  institution employer headshot`.split(/\s+/),
);
const TALK_FIELDS = new Set(
  'abstract start starts-at start-time time date room track speakers speaker duration sessions-at talk url-talk'.split(
    ' ',
  ),
);

/** True for an entry with a name that says something of a person and nothing of a talk. */
export function isPerson(entry: Fields): boolean {
  const keys = Object.keys(entry).map(nameKey);
  return (
    readName(entry) !== '' &&
    keys.some(key => PERSON_FIELDS.has(key)) &&
    !keys.some(key => TALK_FIELDS.has(key))
  );
}
