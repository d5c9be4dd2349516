import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Slack's clock and ours may differ by so much. */
const SIGNED_APART_MS = 5 * 60 * 1000;

/** Whether Slack has signed a body, now. The rule: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function isSignedBySlack(headers: IncomingHttpHeaders, body: Buffer, signingSecret: string): boolean {
  const signedAt = Number(headers['x-slack-request-timestamp']) * 1000;
  const isNow = Math.abs(Date.now() - signedAt) <= SIGNED_APART_MS;
  return isNow && hasSlackSignature(headers, body, signingSecret);
}

/** Whether Slack has ever signed a body: no reason to do what it says. */
export function hasSlackSignature(
  { 'x-slack-signature': signature, 'x-slack-request-timestamp': signedAt }: IncomingHttpHeaders,
  body: Buffer,
  signingSecret: string,
): boolean {
  if (typeof signature !== 'string' || typeof signedAt !== 'string') return false;
  const ours = createHmac('sha256', signingSecret).update(`v0:${signedAt}:`).update(body).digest('hex');
  const [expected, given] = [Buffer.from(`v0=${ours}`), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
