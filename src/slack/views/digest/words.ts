import type { DigestMessages } from '../../../digests/messages.ts';
import { composeDigest } from './compose.ts';
import { changedNotice, emptiedPart, repeatedMessage, soonNotice } from './notices.ts';
import { answered, ended, missed, question, refused } from './owner.ts';

/** All that Lectern says around digests, in Slack's blocks. */
export const digestMessages: DigestMessages = {
  compose: composeDigest,
  changes: changedNotice,
  reminder: soonNotice,
  emptyPart: emptiedPart,
  markRepeated: repeatedMessage,
  question,
  settledQuestion: answered,
  missedNotice: missed,
  refusedNotice: refused,
  endNotice: ended,
};
