import type { webApi } from '@slack/bolt';
import type { Reader } from '../../conversation/context.ts';
import { type Followed, follow } from '../../conversation/follow-ups/follow.ts';
import { readFollowing } from '../../conversation/follow-ups/read-following.ts';
import type { Member } from '../../people/stars.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { readTalkValue } from '../button-values.ts';
import { waitAtMost } from '../digest/late-answer.ts';
import { type Asking, findLastAnswer } from '../last-answer.ts';
import { answerMessage } from '../views/answer.ts';
import type { Message } from '../views/blocks/message.ts';
import { lineMessage } from '../views/blocks/message.ts';
import { detailsMessage, shareMessage } from '../views/details/talk-message.ts';
import { starTalk } from './star.ts';

/**
 * Answers `more`, `2`, `share` or `tomorrow` in a direct message by the answer before. Returns undefined for other words,
 * and if there is no such answer or Slack does not give it in time: the words then stand for themselves.
 */
export async function answerFollowUp(
  words: string,
  asking: Asking & { readonly user: string },
  {
    app,
    client,
    workspace,
  }: { readonly app: AppContext; readonly client: webApi.WebClient; readonly workspace: string },
): Promise<Message | undefined> {
  const context = await contextFor({ workspace, person: asking.user }, 'apart', app);
  const following = readFollowing(words, context);
  if (following === undefined) return undefined;
  const finding = findLastAnswer(asking, client).catch((error: unknown) => {
    app.log.warn({ err: error }, 'Slack did not give the last answer, so nothing can follow it.');
    return undefined;
  });
  const last = await waitAtMost(finding, app.answerWithinMs);
  const followed = last && follow(following, last, context);
  const member = { workspace, person: asking.user };
  return followed && draw(followed, { member, reader: context.reader, app });
}

function draw(
  followed: Followed,
  { member, reader, app }: { readonly member: Member; readonly reader: Reader; readonly app: AppContext },
): Message | Promise<Message> {
  switch (followed.kind) {
    case 'answer':
      return answerMessage(followed.answer, followed.offset);
    case 'note':
      return lineMessage(followed.note);
    case 'talk': {
      const { wish, note } = followed;
      const talk = readTalkValue(followed.talk, app.current(member.workspace));
      if (talk === undefined) return lineMessage('This talk is no longer in the programme.');
      switch (wish) {
        case 'details':
          return detailsMessage(talk, { reader, note });
        case 'share':
          return shareMessage(talk, { reader, note });
        case 'star':
        case 'unstar':
          return starTalk(talk, wish, { member, app });
      }
    }
  }
}
