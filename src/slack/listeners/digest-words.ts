import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { dayAt } from '../../programme/moment.ts';
import { digestReply } from '../digest-reply.ts';
import { type DigestRequest, readDigestRequest } from '../digest-request.ts';
import { inTime } from '../in-time.ts';
import type { OrderingSetting } from '../ordering.ts';
import { openDigestForm } from './digest-form.ts';
import type { Setting } from './setting.ts';

/** Words that are about digests, and what they are carried out with. */
export interface DigestWords {
  readonly request: DigestRequest;
  readonly setting: OrderingSetting;
}

/** Nothing where the words are to be searched. */
export function digestWordsIn(words: string, setting: Setting): DigestWords | undefined {
  const { ordering } = setting;
  const { programme } = setting.current();
  const today = dayAt(setting.now(), programme.conference);
  const request = readDigestRequest(words, { today, days: programme.days });
  return ordering === undefined || request === undefined
    ? undefined
    : { request, setting: { ...setting, ordering } };
}

/**
 * `/talk digest`: a form, or what the words ask for. Whether Slack lets Lectern post in a channel is known only after a
 * call: the answer is the acknowledgement where that is soon enough, and follows it otherwise.
 */
export async function answerDigestCommand(
  { request, setting }: DigestWords,
  { command, ack, respond, client, context }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const by = { user: command.user_id, channel: command.channel_id, team: command.team_id };
  if (request.kind === 'form') {
    const opening = openDigestForm(by, command.trigger_id, { setting, client });
    await inTime(opening);
    await ack();
    context.acknowledged = true;
    return opening;
  }
  const answering = digestReply(request, by, setting);
  const answer = await inTime(answering);
  if (answer !== undefined) return ack({ response_type: 'ephemeral', ...answer });
  await ack();
  context.acknowledged = true;
  await respond({ response_type: 'ephemeral', ...(await answering) });
}
