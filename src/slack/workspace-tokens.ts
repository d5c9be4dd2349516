import type { AuthorizeResult, AuthorizeSourceData } from '@slack/bolt';
import { workspaceIn } from './receiving/request-source.ts';

/** The bot tokens with which Lectern speaks in each workspace. */
export interface WorkspaceTokens {
  /**
   * The bot token of a workspace; undefined if Lectern is not installed there (any more), or must be installed again since
   * Slack will never renew its token. `workspace` is an id as `workspaceIn` computes it, the one that rows of the store
   * carry. Rejects if that cannot be known now: the database is away, or Slack does not answer.
   */
  tokenFor(workspace: string): Promise<string | undefined>;
}

/** The workspaces in which Lectern answers. */
export interface Workspaces extends WorkspaceTokens {
  /**
   * Returns the token and ids that Bolt needs to answer a request, the `workspace` to which all that is kept for it
   * belongs, and the `scopes` of an installation. Rejects with an UnknownWorkspace if Lectern is not installed there.
   */
  authorize(
    source: AuthorizeSourceData<boolean>,
  ): Promise<AuthorizeResult & { readonly workspace: string; readonly scopes?: readonly string[] }>;
}

/** An expected no: a workspace may have ended its installation a moment ago, or Slack will never renew its token. */
export class UnknownWorkspace extends Error {
  constructor(workspace: string) {
    super(`Lectern is not installed in the workspace ${workspace}.`);
    this.name = 'UnknownWorkspace';
  }
}

/** Whether Lectern is installed in a workspace, or with which token, cannot be known now; Slack must send a request again. */
export class WorkspaceUnavailable extends Error {
  constructor(cause: unknown) {
    super('The workspace of a request cannot be looked up right now.', { cause });
    this.name = 'WorkspaceUnavailable';
  }
}

/** Lectern in one workspace, whose token its configuration has: a request of whichever workspace gets it. */
export function configuredToken(botToken: string): Workspaces {
  return {
    tokenFor: async () => botToken,
    authorize: async source => ({ botToken, workspace: workspaceIn(source) }),
  };
}
