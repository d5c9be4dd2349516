import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Draft } from '../digest/draft.ts';
import { readForm } from '../digest/form-state.ts';
import { inTime } from '../digest/in-time.ts';
import { mayOrder } from '../digest/ordering.ts';
import { keepOrder } from '../digest/orders.ts';
import { showResult } from '../digest/show-result.ts';
import type { Setting } from '../setting.ts';
import type { Message } from '../views/blocks/message.ts';
import { forbiddenAnswer, orderedAnswer, refusedAnswer } from '../views/digest/answers.ts';
import { digestResult } from '../views/digest/form.ts';

/**
 * The form is sent. Whether Slack lets Lectern post in the channel is known only after a call, which may take longer
 * than Slack waits for an answer: then the result follows in the same modal, or where that was closed in a message.
 */
export function onDigestSubmitted(setting: Setting) {
  return async ({
    ack,
    body,
    view,
    client,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const { draft, mistakes } = readForm(view, setting.current().programme);
    if (Object.keys(mistakes).length > 0) {
      await ack({ response_action: 'errors', errors: mistakes });
      return;
    }
    const keeping = keep(draft, body.user.id, setting);
    const answer = await inTime(keeping, setting.answerWithinMs);
    await ack({ response_action: 'update', view: digestResult(answer ?? refusedAnswer('One moment...')) });
    if (answer !== undefined) return;
    context.acknowledged = true;
    await showResult(await keeping, { viewId: view.id, user: body.user.id, client });
  };
}

async function keep({ digest, ...draft }: Draft, user: string, setting: Setting): Promise<Message> {
  const { ordering } = setting;
  const isElsewhere = digest.channel !== draft.openedIn && ordering.organisers.length === 0;
  if (isElsewhere || !mayOrder(ordering, user)) return forbiddenAnswer(ordering.organisers);
  const result = await keepOrder({ ...digest, owner: user }, setting);
  return 'refusal' in result
    ? refusedAnswer(result.refusal)
    : orderedAnswer(result, { loaded: setting.current(), now: setting.now() });
}
