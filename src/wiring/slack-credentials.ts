import type { OauthMode, SlackMode } from '../slack/receiving/slack-server.ts';

/** Takes a mistake, as a whole sentence. */
export type Wrong = (mistake: string) => void;

/** Returns the value of a variable, if it is set. */
type Lookup = (name: string) => string | undefined;

/**
 * Chooses how Lectern reaches Slack by the credentials that are set: an app token first, then what many workspaces need,
 * then a signing secret with a bot token, and without any the workspace on this machine. No mistake repeats a credential.
 */
export function readSlack(value: Lookup, wrong: Wrong): SlackMode | { readonly kind: 'local' } {
  const botToken = value('SLACK_BOT_TOKEN');
  const appToken = value('SLACK_APP_TOKEN');
  const signingSecret = value('SLACK_SIGNING_SECRET');
  checkForm({ name: 'SLACK_BOT_TOKEN', token: botToken, form: /^(xoxe\.)?xoxb-\S+$/, begin: 'xoxb-' }, wrong);
  checkForm({ name: 'SLACK_APP_TOKEN', token: appToken, form: /^xapp-\S+$/, begin: 'xapp-' }, wrong);
  if (signingSecret !== undefined && signingSecret.length < 8)
    wrong(
      "SLACK_SIGNING_SECRET is too short to be Slack's, which has 32 characters. Copy it from Basic Information in the app's settings.",
    );
  if (botToken !== undefined && appToken !== undefined)
    return { kind: 'socket', appToken, botToken, ...(signingSecret !== undefined && { signingSecret }) };
  if (OAUTH_ONLY.some(name => value(name) !== undefined)) return readOauth(value, wrong);
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

/** Nothing but OAuth needs these, so that one of them says what is meant. */
const OAUTH_ONLY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TOKEN_KEY'] as const;
const OAUTH = ['SLACK_SIGNING_SECRET', ...OAUTH_ONLY, 'PUBLIC_URL'] as const;

function readOauth(value: Lookup, wrong: Wrong): OauthMode {
  const [there] = OAUTH_ONLY.filter(name => value(name) !== undefined);
  const missing = OAUTH.filter(name => value(name) === undefined);
  if (missing.length > 0)
    wrong(
      `${there} is set, but ${inWords(missing)} ${missing.length === 1 ? 'is' : 'are'} missing. Set all of them for many workspaces; for one, set none of ${inWords(OAUTH_ONLY)}.`,
    );
  const secret = (name: (typeof OAUTH)[number]) => value(name) ?? '';
  return {
    kind: 'oauth',
    signingSecret: secret('SLACK_SIGNING_SECRET'),
    clientId: secret('SLACK_CLIENT_ID'),
    clientSecret: secret('SLACK_CLIENT_SECRET'),
    stateSecret: secret('SLACK_STATE_SECRET'),
    tokenKeys: readTokenKeys(value('TOKEN_KEY'), wrong),
  };
}

function readTokenKeys(text: string | undefined, wrong: Wrong): readonly string[] {
  if (text === undefined) return [];
  const keys = text.split(',').map(key => key.trim());
  const areKeys = keys.every(key => /^[A-Za-z0-9+/]{43}=$/.test(key));
  if (!areKeys || keys.length > 2)
    wrong(
      'TOKEN_KEY must be 32 bytes in base64, as "openssl rand -base64 32" makes them. While keys are changed, set the new one and the old one with a comma between.',
    );
  return keys;
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

interface Token {
  readonly name: string;
  readonly token: string | undefined;
  readonly form: RegExp;
  readonly begin: string;
}

/** The tokens are easily confused, and Slack would only answer `invalid_auth`. */
function checkForm({ name, token, form, begin }: Token, wrong: Wrong): void {
  if (token !== undefined && !form.test(token)) {
    wrong(`${name} must begin with ${begin}; its value is of another kind.`);
  }
}
