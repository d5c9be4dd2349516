import type { Talk } from '../../programme/talk.ts';
import { renameTold } from '../alerts.ts';
import { handOverMarks } from '../people/move-marks.ts';
import type { Db } from '../schema.ts';

/** A snapshot without the talks of other conferences that were kept in it. */
export interface SnapshotSplit {
  readonly conference: string;
  /** The version that it replaces. */
  readonly replaces: number;
  /** Those that stay. */
  readonly talks: readonly Talk[];
  readonly others: readonly SplitConference[];
}

/** A conference that gets its first snapshot from that of another one. */
export interface SplitConference {
  readonly conference: string;
  readonly talks: readonly Talk[];
  /** The ids of its talks, by those that they had: their stars move along. */
  readonly ids: ReadonlyMap<string, string>;
  /** The ids under which alerts of the other conference know them, by those that they had. */
  readonly toldIds: ReadonlyMap<string, string>;
}

/** A split with the list of the parts of the talks that stay. */
export interface WrittenSplit extends SnapshotSplit {
  readonly parts: string;
}

/** Records nothing if another process has replaced one of the snapshots. Must run in a transaction. */
export async function recordSplits(
  transaction: Db,
  {
    splits,
    firsts,
    run,
    day,
  }: {
    readonly splits: readonly WrittenSplit[];
    /** The parts of the conferences that get their first snapshot. */
    readonly firsts: ReadonlyMap<string, string>;
    readonly run: string;
    /** That of the last snapshots. */
    readonly day: string;
  },
): Promise<void> {
  const known = await transaction
    .selectFrom('told')
    .select(['conference', 'version'])
    .where(eb => eb.and({ run, day }))
    .execute();
  const versions = new Map(known.map(({ conference, version }) => [conference, version]));
  if (splits.some(({ conference, replaces }) => versions.get(conference) !== replaces)) return;
  if ([...firsts.keys()].some(conference => versions.has(conference))) return;
  for (const [conference, parts] of firsts)
    await transaction.insertInto('told').values({ run, conference, day, version: 1, parts }).execute();
  for (const { conference, replaces, parts, others } of splits) {
    await transaction
      .updateTable('told')
      .set({ version: replaces + 1, parts })
      .where(eb => eb.and({ run, conference, day }))
      .execute();
    for (const { conference: to, ids, toldIds } of others) {
      await handOverMarks(transaction, { run, conference, to, ids });
      await renameTold(transaction, { run, conference, ids: toldIds });
    }
  }
}
