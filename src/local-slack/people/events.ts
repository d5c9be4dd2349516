import type { Acknowledgement, Envelope, RetryReason } from '../delivery/envelope.ts';
import type { JsonObject } from '../json.ts';
import { verificationToken, type WorkspaceContext } from './context.ts';

/** «3 retries: at once, after 1 minute, after 5 minutes» */
const retryDelaysMs = [0, 60_000, 300_000];

/** An event as it was sent, and how the app took it the first time. */
export interface SentEvent {
  readonly payload: JsonObject;
  readonly acknowledgement: Acknowledgement;
}

/** Sends an event, and again as Slack does where the app does not take it. */
export async function sendEvent(event: JsonObject, stage: WorkspaceContext): Promise<SentEvent> {
  const { state } = stage;
  const { team, bot } = state.directory;
  const payload = {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: state.identifiers.nextId('Ev'),
    event_time: Math.floor(state.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: state.identifiers.newSecret(),
  };
  return { payload, acknowledgement: await attempt({ kind: 'events_api', payload }, stage) };
}

/** Sends the very same event once more, as Slack does where an acknowledgement was lost on its way. */
export async function repeatEvent(
  { payload }: SentEvent,
  retry: { readonly number?: number; readonly reason?: RetryReason },
  { deliver, state }: WorkspaceContext,
): Promise<SentEvent> {
  const { number = 1, reason = 'http_timeout' } = retry;
  const acknowledgement = await deliver({ kind: 'events_api', payload, retry: { number, reason } });
  state.changed();
  return { payload, acknowledgement };
}

async function attempt(delivery: Envelope, stage: WorkspaceContext): Promise<Acknowledgement> {
  const acknowledgement = await stage.deliver(delivery);
  const reason = retryReason(acknowledgement);
  const sent = delivery.retry?.number ?? 0;
  const delayMs = retryDelaysMs[sent];
  if (reason !== undefined && delayMs !== undefined) {
    const again = { ...delivery, retry: { number: sent + 1, reason } };
    stage.state.clock.after(delayMs, () => void attempt(again, stage));
  }
  stage.state.changed();
  return acknowledgement;
}

function retryReason(acknowledgement: Acknowledgement): RetryReason | undefined {
  switch (acknowledgement.kind) {
    case 'acknowledged':
    case 'held':
      return undefined;
    case 'timeout':
      return 'http_timeout';
    case 'unreachable':
      return 'connection_failed';
    case 'refused':
      return acknowledgement.noRetry ? undefined : 'http_error';
  }
}
