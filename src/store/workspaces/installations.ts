import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { SealedFault, type Sealer } from '../database/sealing.ts';
import type { Db, Schema } from '../schema.ts';

/** Lectern in one workspace, with the token by which it speaks there. */
export interface Installation {
  /** The id of a Slack team, or of an Enterprise Grid's organisation if Lectern is installed in all of that. */
  readonly workspace: string;
  readonly bot: Bot;
  /** In milliseconds since 1970. */
  readonly installedAt: number;
}

interface Bot extends BotToken {
  /** Undefined if Slack did not tell. */
  readonly id: string | undefined;
  readonly userId: string;
  readonly scopes: readonly string[];
}

interface BotToken {
  readonly token: string;
  /** Set if the token ends: by what it is renewed, once, and when it ends, in seconds since 1970. */
  readonly rotation: { readonly refreshToken: string; readonly expiresAt: number } | undefined;
}

/** An installation as it is kept. */
export interface KeptInstallation extends Installation {
  /** Another one after each write. */
  readonly version: string;
}

/** The installations of all workspaces. They belong to every run. What Slack gave is encrypted. */
export class InstallationRepository {
  readonly #db: Db;
  readonly #sealer: Sealer;

  constructor(db: Db, sealer: Sealer) {
    this.#db = db;
    this.#sealer = sealer;
  }

  /** The first of these workspaces in which Lectern is installed. */
  async find(...workspaces: readonly string[]): Promise<KeptInstallation | undefined> {
    const rows = await this.#db
      .selectFrom('installations')
      .selectAll()
      .where('workspace', 'in', workspaces)
      .execute();
    const row = workspaces.map(id => rows.find(({ workspace }) => workspace === id)).find(Boolean);
    return row && this.#read(row);
  }

  /** Keeps an installation, in the place of an earlier one in its workspace. */
  async save(installation: Installation): Promise<KeptInstallation> {
    const { row, kept } = this.#write(installation);
    await this.#db
      .insertInto('installations')
      .values({ workspace: installation.workspace, ...row })
      .onConflict(conflict => conflict.column('workspace').doUpdateSet(row))
      .execute();
    return kept;
  }

  /** The same, unless another process has changed the installation meanwhile, or it is gone: then undefined. */
  async replace(installation: Installation, version: string): Promise<KeptInstallation | undefined> {
    const { row, kept } = this.#write(installation);
    const { numUpdatedRows } = await this.#db
      .updateTable('installations')
      .set(row)
      .where('workspace', '=', installation.workspace)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n ? kept : undefined;
  }

  /**
   * Locks an installation until an instant, for the one process that renews its token. Returns false if another one has
   * locked it, or if this version is no longer kept. The lock ends with the next write or with `unlock`. It is no
   * transaction, which would hold up other processes while Slack is asked, in SQLite all of them.
   */
  async lock(
    { workspace, version }: KeptInstallation,
    { now, until }: { readonly now: number; readonly until: number },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('installations')
      .set({ locked_until: until })
      .where(eb => eb.and({ workspace, version }))
      .where('locked_until', '<=', now)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  async unlock({ workspace, version }: KeptInstallation): Promise<void> {
    await this.#db
      .updateTable('installations')
      .set({ locked_until: 0 })
      .where(eb => eb.and({ workspace, version }))
      .execute();
  }

  /**
   * Encrypts with the first key what was encrypted with another one. Returns how many installations that were, and a fault
   * for each that no key of ours decrypts. Versions and locks stay, so that a token which is being renewed meanwhile can be
   * written.
   */
  async sealAgain(): Promise<{ readonly sealed: number; readonly unreadable: readonly SealedFault[] }> {
    const { keyId } = this.#sealer;
    if (keyId === undefined) return { sealed: 0, unreadable: [] };
    const rows = await this.#db
      .selectFrom('installations')
      .selectAll()
      .where('key_id', '!=', keyId)
      .execute();
    const unreadable: SealedFault[] = [];
    for (const row of rows) {
      const kept = this.#readOrFault(row);
      if (kept instanceof SealedFault) {
        unreadable.push(kept);
        continue;
      }
      const { row: sealed } = this.#write(kept);
      await this.#db
        .updateTable('installations')
        .set({ key_id: sealed.key_id, sealed: sealed.sealed })
        .where('workspace', '=', row.workspace)
        .where('version', '=', row.version)
        .execute();
    }
    return { sealed: rows.length - unreadable.length, unreadable };
  }

  #write(installation: Installation): {
    readonly row: Omit<Row, 'workspace'>;
    readonly kept: KeptInstallation;
  } {
    const { workspace, bot, installedAt } = installation;
    const { keyId, sealed } = this.#sealer.seal(JSON.stringify(bot), sealedPlaceOf(workspace));
    const version = randomUUID();
    return {
      row: { key_id: keyId, sealed, installed_at: installedAt, version, locked_until: 0 },
      kept: { workspace, bot, installedAt, version },
    };
  }

  #readOrFault(row: Row): KeptInstallation | SealedFault {
    try {
      return this.#read(row);
    } catch (error) {
      if (error instanceof SealedFault) return error;
      throw error;
    }
  }

  #read({ workspace, key_id: keyId, sealed, installed_at: installedAt, version }: Row): KeptInstallation {
    const text = this.#sealer.unseal({ keyId, sealed }, sealedPlaceOf(workspace));
    return { workspace, bot: JSON.parse(text) as Bot, installedAt, version };
  }
}

type Row = Selectable<Schema['installations']>;

/** An installation that was copied into the row of another workspace cannot be read there. */
export function sealedPlaceOf(workspace: string): string {
  return `the installation in ${workspace}`;
}
