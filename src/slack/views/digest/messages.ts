import type { DigestMessages } from '../../../digests/messages.ts';
import { composeDigest } from './compose.ts';
import { changesNotice, emptyPart, markRepeated, reminder } from './notices.ts';
import { deliveryQuestion, endNotice, missedNotice, refusedNotice, settledQuestion } from './owner.ts';

/** Everything that digests post, in Slack's blocks. */
export const digestMessages: DigestMessages = {
  compose: composeDigest,
  changes: changesNotice,
  reminder,
  emptyPart,
  markRepeated,
  question: deliveryQuestion,
  settledQuestion,
  missedNotice,
  refusedNotice,
  endNotice,
};
