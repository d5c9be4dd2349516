import type { Acknowledgement, Envelope, RetryReason } from '../delivery/envelope.ts';
import type { JsonObject } from '../json.ts';
import { verificationToken, type WorkspaceContext } from './context.ts';

/** «3 retries: at once, after 1 minute, after 5 minutes» */
const retryDelaysMs = [0, 60_000, 300_000];

/** An event as it was sent, and the app's first reaction. */
export interface SentEvent {
  readonly payload: JsonObject;
  readonly acknowledgement: Acknowledgement;
}

/** The number and reason of a retry; the first one, for a timeout, by default. */
export interface Retry {
  readonly number?: number;
  readonly reason?: RetryReason;
}

/** Sends an event to the app. As Slack does, sends it again later if the app does not acknowledge it. */
export async function sendEvent(event: JsonObject, context: WorkspaceContext): Promise<SentEvent> {
  const { state } = context;
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
  return { payload, acknowledgement: await deliverWithRetries({ kind: 'events_api', payload }, context) };
}

/** Sends the same event once more, as Slack does if an acknowledgement was lost. */
export async function repeatEvent(
  { payload }: SentEvent,
  retry: Retry,
  { deliver, state }: WorkspaceContext,
): Promise<SentEvent> {
  const { number = 1, reason = 'http_timeout' } = retry;
  const acknowledgement = await deliver({ kind: 'events_api', payload, retry: { number, reason } });
  state.changed();
  return { payload, acknowledgement };
}

async function deliverWithRetries(envelope: Envelope, context: WorkspaceContext): Promise<Acknowledgement> {
  const acknowledgement = await context.deliver(envelope);
  const reason = retryReasonOf(acknowledgement);
  const sent = envelope.retry?.number ?? 0;
  const delayMs = retryDelaysMs[sent];
  if (reason !== undefined && delayMs !== undefined) {
    const again = { ...envelope, retry: { number: sent + 1, reason } };
    context.state.clock.after(delayMs, () => void deliverWithRetries(again, context));
  }
  context.state.changed();
  return acknowledgement;
}

function retryReasonOf(acknowledgement: Acknowledgement): RetryReason | undefined {
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
    default:
      return acknowledgement satisfies never;
  }
}
