import { createHmac } from 'node:crypto';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import type { Clock } from '../state/clock.ts';
import { type Acknowledgement, acknowledgeWithinMs, type Deliver, type Envelope } from './envelope.ts';

export interface HttpDeliveryOptions {
  /** The app's request URL. */
  readonly url: string;
  readonly signingSecret: string;
  readonly clock: Clock;
}

/** Sends envelopes to the app's request URL, signed, as Slack does without Socket Mode. */
export function deliverByHttp({ url, signingSecret, clock }: HttpDeliveryOptions): Deliver {
  return async envelope => {
    const { type, body } = encodeEnvelope(envelope);
    const timeout = new AbortController();
    const cancel = clock.after(acknowledgeWithinMs, () => timeout.abort());
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: timeout.signal,
        headers: {
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          // Apps compare a signature with the real time, whatever the workspace's clock says.
          ...signRequest(body, { secret: signingSecret, now: Date.now() }),
          ...retryHeadersOf(envelope),
        },
        body,
      });
      return await readAcknowledgement(response);
    } catch {
      return { kind: timeout.signal.aborted ? 'timeout' : 'unreachable' };
    } finally {
      cancel();
    }
  };
}

export interface Signing {
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The headers that prove to an app that a request is Slack's: `v0=` and the HMAC of `v0:timestamp:body`. */
export function signRequest(body: string, { secret, now }: Signing): { readonly [name: string]: string } {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

/** Slash commands are forms, interactions are JSON in the `payload` of a form, events are JSON. */
export function encodeEnvelope({ kind, payload }: Envelope): {
  readonly type: string;
  readonly body: string;
} {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const form = kind === 'slash_commands' ? stringifyFields(payload) : { payload: JSON.stringify(payload) };
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

function stringifyFields(payload: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
}

function retryHeadersOf({ retry }: Envelope): { readonly [name: string]: string } {
  return retry === undefined
    ? {}
    : { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason };
}

async function readAcknowledgement(response: Response): Promise<Acknowledgement> {
  const text = await response.text();
  if (!response.ok) {
    return {
      kind: 'refused',
      status: response.status,
      noRetry: response.headers.get('x-slack-no-retry') === '1',
    };
  }
  if (text === '') return { kind: 'acknowledged', body: undefined };
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
  const parsed = isJson ? parseJson(text) : text;
  return { kind: 'acknowledged', body: isObject(parsed) ? parsed : text };
}
