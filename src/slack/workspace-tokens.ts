/** The bot tokens with which Lectern speaks in each workspace. */
export interface WorkspaceTokens {
  /**
   * The bot token of a workspace; undefined if Lectern is not installed there (any more). `workspace` is an id as
   * `workspaceIn` computes it, the one that rows of the store carry.
   */
  tokenFor(workspace: string): Promise<string | undefined>;
}

/** Lectern in one workspace, whose token its configuration has: a request of whichever workspace gets it. */
export function configuredToken(botToken: string): WorkspaceTokens {
  return { tokenFor: async () => botToken };
}
