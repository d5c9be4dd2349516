/** The command was typed in a way that means nothing. */
export class UsageError extends Error {}

/** A sentence for whoever started Lectern: what happened, and what to do about it. */
export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const remedy = error instanceof Error && 'code' in error ? REMEDIES[String(error.code)] : undefined;
  if (remedy !== undefined) return `${remedy} (${message})`;
  const refusal =
    /\b(invalid_auth|not_authed|account_inactive|token_revoked|token_expired|not_allowed_token_type)\b/.exec(
      message,
    )?.[0];
  if (refusal !== undefined) {
    return `Slack refused the credentials: ${refusal}. Copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN anew from the app's pages at api.slack.com/apps.`;
  }
  return message;
}

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens on that port. End it, or give Lectern another one by PORT.',
  EACCES: 'This user may not do that. Give them leave, or choose another PORT or DATA_DIR.',
  ENOENT: 'There is no such folder. Make it first, or name another place.',
  EISDIR: 'That is a folder. Name a file.',
  ENOTDIR: 'Something on that path is a file and no folder. Name another place.',
  ENOSPC: 'The disk is full. Free some space.',
  EADDRNOTAVAIL: 'HOST is no address of this machine. Set it to one, or to 0.0.0.0 for all.',
  ENOTFOUND: 'No machine of that name can be found. Check HOST, SLACK_API_URL and the network.',
};
