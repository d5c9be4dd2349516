import { signRequest } from '../src/local-slack/delivery/http.ts';
import { SECRET } from './server-process.ts';

/** What Slack says of everybody who types `/talk`. */
export const COMMAND = { command: '/talk', user_id: 'U1', channel_id: 'C1', team_id: 'T1' };

export interface SignedRequest {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** People enough that none asks more than Lectern answers one person, in workspaces enough for the same reason. */
const PEOPLE = 2000;
const WORKSPACES = 40;

/** `/talk` as the next of many people types it; each belongs to one of many workspaces. */
export function nextCommand(words: string): typeof COMMAND & { readonly text: string } {
  commandCount += 1;
  const person = commandCount % PEOPLE;
  return { ...COMMAND, user_id: `U${person}`, team_id: `T${person % WORKSPACES}`, text: words };
}

let commandCount = 0;

/** `/talk` with these words as Slack sends it over HTTP, signed. */
export function signedCommand(words: string, user = COMMAND.user_id): SignedRequest {
  return signedForm({ ...COMMAND, user_id: user, text: words });
}

/** A press on a button below an answer to `/talk`, which Slack does not send along. */
export function signedPress(
  button: { readonly action_id: string; readonly value: string },
  { user, responseUrl }: { readonly user: string; readonly responseUrl: string },
): SignedRequest {
  const ts = String(Date.now() / 1000);
  const payload = {
    type: 'block_actions',
    user: { id: user, team_id: 'T1' },
    team: { id: 'T1' },
    channel: { id: 'C1', name: 'lobby' },
    container: { type: 'message', message_ts: ts, channel_id: 'C1', is_ephemeral: true },
    trigger_id: 'trigger',
    response_url: responseUrl,
    actions: [{ type: 'button', block_id: 'row', action_ts: ts, ...button }],
  };
  return signedForm({ payload: JSON.stringify(payload) });
}

/** Something that happened, such as a mention. */
export function signedEvent(event: { readonly type: string; readonly user: string }): SignedRequest {
  eventCount += 1;
  const payload = { type: 'event_callback', team_id: 'T1', event_id: `Ev${eventCount}`, event };
  return signed(JSON.stringify(payload), 'application/json');
}

let eventCount = 0;

export function signedForm(fields: Readonly<Record<string, string>>): SignedRequest {
  return signed(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
}

/** Any body as if Slack had sent it. */
export function signed(body: string, type: string): SignedRequest {
  return {
    body,
    headers: { 'content-type': type, ...signRequest(body, { secret: SECRET, now: Date.now() }) },
  };
}
