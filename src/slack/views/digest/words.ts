import type { Words } from '../../../digests/compose/words.ts';
import { composeDigest } from './compose.ts';
import { changedNotice, emptiedPart, repeatedMessage, soonNotice } from './notices.ts';
import { answered, ended, missed, question, refused } from './owner.ts';

/** All that Lectern says around digests, in Slack's blocks. */
export const digestWords: Words = {
  compose: composeDigest,
  changed: changedNotice,
  soon: soonNotice,
  emptied: emptiedPart,
  repeated: repeatedMessage,
  question,
  answered,
  missed,
  refused,
  ended,
};
