import type { Words } from '../../digest/digest.ts';
import { composeDigest } from './digest.ts';
import { changedNotice, emptiedPart, repeatedMessage, soonNotice } from './digest-notices.ts';
import { answered, ended, missed, question, refused } from './digest-owner.ts';

/** All that Lectern says around digests, in Slack's blocks. */
export const digestWords: Words = {
  compose: composeDigest,
  changed: (_digest, changes, rehearsal) => changedNotice(changes, rehearsal),
  soon: (_digest, sessions, rehearsal) => soonNotice(sessions, rehearsal),
  emptied: emptiedPart,
  repeated: repeatedMessage,
  question,
  answered,
  missed,
  refused,
  ended,
};
