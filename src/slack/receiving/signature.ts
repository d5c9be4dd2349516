import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Slack's clock and ours may differ by so much. */
const SIGNED_APART_MS = 5 * 60 * 1000;

/** Whether Slack has signed a body, now. The rule: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function isSignedBySlack(headers: IncomingHttpHeaders, body: Buffer, signingSecret: string): boolean {
  return isSignedNow(headers) && hasSlackSignature(headers, body, signingSecret);
}

/** Whether headers alone, before there is a body, could be those of one that Slack has signed now. */
export function claimsSlackSignature(headers: IncomingHttpHeaders): boolean {
  return isSignedNow(headers) && /^v0=[0-9a-f]{64}$/.test(String(headers['x-slack-signature']));
}

function isSignedNow(headers: IncomingHttpHeaders): boolean {
  const signedAt = Number(headers['x-slack-request-timestamp']) * 1000;
  return Math.abs(Date.now() - signedAt) <= SIGNED_APART_MS;
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
