import type { SlackMode } from '../slack/receiver.ts';

type Value = (name: string) => string | undefined;
type Wrong = (mistake: string) => void;

/**
 * How Lectern meets Slack, told by which credentials are there: the app token wins where both sets are, and with none
 * Lectern keeps to this machine. No mistake repeats a credential.
 */
export function readSlack(value: Value, wrong: Wrong): SlackMode | { readonly kind: 'local' } {
  const botToken = value('SLACK_BOT_TOKEN');
  const appToken = value('SLACK_APP_TOKEN');
  const signingSecret = value('SLACK_SIGNING_SECRET');
  checkForm({ name: 'SLACK_BOT_TOKEN', token: botToken, form: /^(xoxe\.)?xoxb-\S+$/, begin: 'xoxb-' }, wrong);
  checkForm({ name: 'SLACK_APP_TOKEN', token: appToken, form: /^xapp-\S+$/, begin: 'xapp-' }, wrong);
  if (botToken !== undefined && appToken !== undefined) return { kind: 'socket', appToken, botToken };
  if (botToken !== undefined && signingSecret !== undefined) return { kind: 'http', signingSecret, botToken };
  if (botToken !== undefined) {
    wrong(
      'SLACK_BOT_TOKEN is set, but SLACK_APP_TOKEN is missing. Set it too, or SLACK_SIGNING_SECRET if Slack reaches Lectern over HTTP.',
    );
  } else if (appToken !== undefined || signingSecret !== undefined) {
    const there = appToken === undefined ? 'SLACK_SIGNING_SECRET' : 'SLACK_APP_TOKEN';
    wrong(
      `${there} is set, but SLACK_BOT_TOKEN is missing. Set it too, or neither to try Lectern without Slack.`,
    );
  }
  return { kind: 'local' };
}

interface Token {
  readonly name: string;
  readonly token: string | undefined;
  readonly form: RegExp;
  readonly begin: string;
}

/** The tokens are easily taken for one another, and Slack would only answer `invalid_auth`. */
function checkForm({ name, token, form, begin }: Token, wrong: Wrong): void {
  if (token !== undefined && !form.test(token)) {
    wrong(`${name} must begin with ${begin}; what it holds is another kind of value.`);
  }
}
