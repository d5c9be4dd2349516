import type { Member } from '../../people/stars.ts';

/** Where a request comes from, as Bolt reads it. */
export interface RequestSource {
  /** The workspace of the installation that answers, once that is known. */
  readonly workspace?: string | undefined;
  readonly isEnterpriseInstall: boolean;
  readonly enterpriseId?: string | undefined;
  readonly teamId?: string | undefined;
}

/**
 * The id of the workspace that a request comes from: a Slack team, or an Enterprise Grid's organisation if Lectern is
 * installed in that. Rows of the store carry it. The installation decides: Slack may not say of a request from a team that
 * Lectern is installed in the whole organisation.
 */
export function workspaceIn({ workspace, isEnterpriseInstall, enterpriseId, teamId }: RequestSource): string {
  return workspace ?? (isEnterpriseInstall ? enterpriseId : undefined) ?? teamId ?? '';
}

export function memberIn(context: RequestSource, person: string): Member {
  return { workspace: workspaceIn(context), person };
}
