import type { Logger } from 'pino';
import { z } from 'zod';

/** The events by which Slack tells that an installation has ended. Bolt asks for no token before it hands them on. */
export const UNINSTALL_EVENTS = ['app_uninstalled', 'tokens_revoked'] as const;

const id = z.string().min(1);

const ended = z.looseObject({
  type: z.literal('event_callback'),
  /** Slack may leave it out if Lectern was installed in a whole organisation. */
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  is_enterprise_install: z.boolean().nullish(),
  authorizations: z
    .array(z.looseObject({ enterprise_id: id.nullish(), is_enterprise_install: z.boolean().nullish() }))
    .nullish(),
  /** In seconds since 1970. */
  event_time: z.number(),
  event: z.looseObject({
    type: z.enum(UNINSTALL_EVENTS),
    tokens: z.looseObject({ bot: z.array(id).nullish() }).optional(),
  }),
});

const ofThisKind = z.looseObject({ event: z.looseObject({ type: z.enum(UNINSTALL_EVENTS) }) });

type Ended = z.infer<typeof ended>;

export interface UninstallOptions {
  /** Deletes what belongs to a workspace, unless Lectern was installed there again after `before`. */
  readonly forgetWorkspace: (workspace: string, before: number) => Promise<boolean>;
  readonly log: Logger;
}

/** Returns whether a request told that an installation has ended. All that belongs to the workspace is then deleted. */
export type EndInstallation = (body: unknown) => Promise<boolean>;

/** Runs before Bolt, so that Slack sends the event again if the database is away. */
export function endInstallation({ forgetWorkspace, log }: UninstallOptions): EndInstallation {
  return async body => {
    const kind = ofThisKind.safeParse(body);
    if (!kind.success) return false;
    const read = ended.safeParse(body);
    if (read.success && isOfPerson(read.data)) return true;
    const workspace = read.success ? workspaceOf(read.data) : undefined;
    if (!read.success || workspace === undefined) {
      log.error(
        { event: kind.data.event.type },
        'Slack told that Lectern was uninstalled, but not from which workspace or when: nothing was deleted.',
      );
      return true;
    }
    // Slack tells whole seconds, and an installation in the same second came before the event.
    const before = read.data.event_time * 1000 + 999;
    const isForgotten = await forgetWorkspace(workspace, before);
    log.info(
      { workspace, event: read.data.event.type },
      isForgotten
        ? 'Lectern was uninstalled from a workspace, and all that belonged to it is deleted.'
        : 'Slack told late that Lectern was uninstalled; it is installed there again, so nothing is deleted.',
    );
    return true;
  };
}

/** A person may revoke their own token, and Lectern has none of those. */
function isOfPerson({ event: { type, tokens } }: Ended): boolean {
  return type === 'tokens_revoked' && (tokens?.bot ?? []).length === 0;
}

/** The organisation, if Lectern was installed in all of it. Returns undefined if the event does not tell. */
function workspaceOf({ team_id: team, authorizations, ...body }: Ended): string | undefined {
  const [first] = authorizations ?? [];
  const isOrganisation = first?.is_enterprise_install ?? body.is_enterprise_install ?? !team;
  const enterprise = first?.enterprise_id ?? body.enterprise_id;
  return (isOrganisation && enterprise ? enterprise : team) ?? undefined;
}
