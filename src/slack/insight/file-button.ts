import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { answer } from '../../conversation/answer.ts';
import { type AppContext, contextFor } from '../app-context.ts';
import { memberIn } from '../receiving/request-source.ts';
import { answerInsight } from './answer-insight.ts';

/** *CSV file*, below what organisers see. Rights may have ended since, so they are asked for again. */
export function onInsightFileButton(app: AppContext) {
  return async ({
    action,
    ack,
    body,
    client,
    context,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const member = memberIn(context, body.user.id);
    const asked = answer(action.value ?? '', await contextFor(member, 'apart', app));
    if (asked.kind !== 'insight') return;
    const said = await answerInsight(asked, member, { app, client });
    await respond({ response_type: 'ephemeral', replace_original: false, ...said });
  };
}
