import { z } from 'zod';

/**
 * The person for whom Slack asks, as it says in `_meta.slack`. Only to be believed of a request that Slack has signed: anybody
 * can write it.
 */
export interface SlackIdentity {
  readonly user: string;
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
}

const id = z.string().regex(/^[A-Z][A-Z0-9]{1,30}$/);

const META = z.object({
  slack: z.object({ user_id: id, team_id: id.nullish(), enterprise_id: id.nullish() }),
});

/** Returns undefined if it names no person, or no workspace. */
export function readSlackIdentity(meta: unknown): SlackIdentity | undefined {
  const { data } = META.safeParse(meta);
  if (data === undefined) return undefined;
  const { user_id: user, team_id: team, enterprise_id: enterprise } = data.slack;
  if (!team && !enterprise) return undefined;
  return { user, team: team ?? undefined, enterprise: enterprise ?? undefined };
}
