import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a person may look at Slack's page before they allow Lectern. */
const STATE_LIVES_MS = 10 * 60 * 1000;

/**
 * Makes the state that Slack gives back with a person's answer: it ends, and belongs to their browser, so that nobody else's
 * answer can be slipped in (https://datatracker.ietf.org/doc/html/rfc6749#section-10.12).
 */
export function makeState(browser: string, { secret, now }: StateOptions): string {
  const endsAt = (now + STATE_LIVES_MS).toString(36);
  return `${endsAt}.${sign(endsAt, browser, secret)}`;
}

export interface StateOptions {
  readonly secret: string;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Whether we made this state for this browser, and not too long ago. */
export function isStateOf(browser: string, state: string, { secret, now }: StateOptions): boolean {
  const [endsAt = '', signature = ''] = state.split('.');
  const [expected, given] = [Buffer.from(sign(endsAt, browser, secret)), Buffer.from(signature)];
  const isOurs = expected.length === given.length && timingSafeEqual(expected, given);
  return isOurs && Number.parseInt(endsAt, 36) > now;
}

function sign(endsAt: string, browser: string, secret: string): string {
  return createHmac('sha256', secret).update(`install ${endsAt} ${browser}`).digest('base64url');
}

const COOKIE = 'lectern-install';
const BROWSER = /^[\w-]{32}$/;

/** The name of a browser by which it is known again when Slack sends it back; a new one if it has none. */
export function browserOf(cookies: string | undefined): string {
  return readBrowser(cookies) ?? randomBytes(24).toString('base64url');
}

/** Two tabs of a browser have one name, so that either can come back first. */
export function readBrowser(cookies = ''): string | undefined {
  const values = cookies
    .split(';')
    .map(cookie => cookie.trim().split('='))
    .flatMap(([name, value = '']) => (name === COOKIE && BROWSER.test(value) ? [value] : []));
  return values[0];
}

/** Lax, since the browser comes back from another site. */
export function browserCookie(browser: string, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${COOKIE}=${browser}; Path=/slack/; Max-Age=${STATE_LIVES_MS / 1000}; HttpOnly; SameSite=Lax${secure}`;
}
