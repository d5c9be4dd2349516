import { createHmac } from 'node:crypto';
import { SECRET } from './server-process.ts';

/** What Slack says of everybody who types `/talk`. */
export const COMMAND = { command: '/talk', user_id: 'U1', channel_id: 'C1', team_id: 'T1' };

/** `/talk` with these words as Slack sends it over HTTP, signed. */
export function signedCommand(words: string): {
  readonly body: string;
  readonly headers: Record<string, string>;
} {
  const body = new URLSearchParams({ ...COMMAND, text: words }).toString();
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(time),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}
