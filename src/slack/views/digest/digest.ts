import { contentOf } from '../../../digests/compose/content.ts';
import type { Compose } from '../../../digests/compose/words.ts';
import { dayParts } from './day.ts';
import { spotlightPart } from './spotlight.ts';

/** A digest of a day, as the messages that tell it. */
export const composeDigest: Compose = (digest, day, of) => {
  const content = contentOf(digest, day, of);
  if (content === undefined) return [];
  const { conference } = of.loaded.programme;
  const heading = { digest, conference, rehearsal: of.rehearsal };
  return content.kind === 'day'
    ? dayParts({ ...heading, content })
    : [spotlightPart({ ...heading, content })];
};
