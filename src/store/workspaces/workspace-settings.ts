import type { Preferences } from '../../people/preferences.ts';
import type { Member } from '../../people/stars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { changePreferences } from '../preferences.ts';
import type { Db } from '../schema.ts';

/** The choices of a workspace's organisers for everybody there. */
export interface WorkspaceSettings {
  /** The keys of the conferences that it sees, as conferenceKey makes them; undefined if it sees all. */
  readonly conferences: readonly string[] | undefined;
  /** The ids of the people who organise, besides those that the operator names. */
  readonly organisers: readonly string[];
}

export const DEFAULT_WORKSPACE_SETTINGS: WorkspaceSettings = { conferences: undefined, organisers: [] };

/** The settings of all workspaces. They belong to every run: a rehearsal has the same ones. */
export class WorkspaceSettingsRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Those that were chosen, by the id of the workspace. */
  async all(): Promise<ReadonlyMap<string, WorkspaceSettings>> {
    const rows = await this.#db.selectFrom('workspace_settings').selectAll().execute();
    return new Map(
      rows.map(({ workspace, conferences, organisers }) => [
        workspace,
        {
          conferences: conferences === null ? undefined : JSON.parse(conferences),
          organisers: JSON.parse(organisers),
        },
      ]),
    );
  }

  /** Keeps what a person chose for their workspace and, in the same form, for themselves: both or neither. */
  async save(
    by: Member,
    { conferences, organisers }: WorkspaceSettings,
    own: Partial<Preferences>,
  ): Promise<void> {
    const { workspace } = by;
    const row = {
      conferences: conferences === undefined ? null : JSON.stringify(conferences),
      organisers: JSON.stringify(organisers),
    };
    await inTransaction(this.#db, async transaction => {
      await changePreferences(transaction, by, own);
      await transaction
        .insertInto('workspace_settings')
        .values({ workspace, ...row })
        .onConflict(conflict => conflict.column('workspace').doUpdateSet(row))
        .execute();
    });
  }
}
