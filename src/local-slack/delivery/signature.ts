import { createHmac } from 'node:crypto';

export interface Signing {
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The headers by which an app knows that a request is Slack's: `v0=` and the HMAC of `v0:timestamp:body`. */
export function signatureHeaders(
  body: string,
  { secret, now }: Signing,
): { readonly [name: string]: string } {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}
