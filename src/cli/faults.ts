import { InvalidArgumentError } from 'commander';

/** The command was used wrongly; the message says how it is used. */
export class UsageError extends Error {}

/** Tells the person who started Lectern what happened and what to do about it. */
export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof Error && 'code' in error ? REMEDIES[String(error.code)] : undefined;
  if (remedy !== undefined) return `${remedy} (${deepestMessage(error)})`;
  const refusal =
    /\b(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|not_allowed_token_type)\b/.exec(
      message,
    )?.[0];
  if (refusal !== undefined) {
    return `Slack refused the credentials: ${refusal}. Copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN anew from the app's pages at api.slack.com/apps.`;
  }
  return message;
}

/** The last cause says what happened: "fetch failed" does not. Slack's client has it as `original`. */
function deepestMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = 'original' in error ? error.original : error.cause;
  return cause === undefined ? error.message : deepestMessage(cause);
}

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens on that port. End it, or give Lectern another one by PORT.',
  EACCES: 'This user may not do that. Give them permission, or choose another PORT or DATA_DIR.',
  ENOENT: 'There is no such folder. Create it first, or name another one.',
  EISDIR: 'That is a folder. Name a file.',
  ENOTDIR: 'A part of that path is a file, not a folder. Name another path.',
  ENOSPC: 'The disk is full. Free some space.',
  EADDRNOTAVAIL: 'HOST is not an address of this machine. Set it to one, or to 0.0.0.0 for all.',
  slack_webapi_request_error:
    'Slack could not be reached. Check the network, and SLACK_API_URL if it is set.',
  ENOTFOUND: 'No machine with that name was found. Check HOST, SLACK_API_URL and the network.',
};

/** Reads the argument of an option that counts, from 1 to 999,999,999. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}
