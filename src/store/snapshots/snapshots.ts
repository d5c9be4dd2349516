import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CalendarEntry } from '../../programme/calendar-entries.ts';
import type { News } from '../../programme/news.ts';
import type { Talk } from '../../programme/talk.ts';
import { inChunks } from '../../text/keys.ts';
import { replaceEntries } from '../calendar-entries.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { claimGroups, updateMessage } from '../deliveries.ts';
import type { MessageUpdate, NewDelivery } from '../delivery.ts';
import { replaceNews } from '../news.ts';
import { moveMarks } from '../people/move-marks.ts';
import type { Db } from '../schema.ts';
import { recordSplits, type SnapshotSplit, type WrittenSplit } from './split.ts';

/** The talks of a conference as people were last told of them. */
export interface Snapshot {
  /** One higher each time. */
  readonly version: number;
  readonly talks: readonly Talk[];
}

/** The talks as they were when the first digest of a day was made. */
export interface DaySnapshot extends Pick<Snapshot, 'talks'> {
  readonly day: string;
}

/** A new snapshot, with the messages that tell people how it differs from the one before. */
export interface SnapshotUpdate {
  readonly conference: string;
  /** The version that it replaces, 0 for the first snapshot. */
  readonly replaces: number;
  readonly talks: readonly Talk[];
  /** The present ids of the talks that have another id than before, by the former one: their stars move along. */
  readonly newIds: ReadonlyMap<string, string>;
  readonly claims: readonly (readonly NewDelivery[])[];
  readonly updates: readonly MessageUpdate[];
  readonly entries: readonly CalendarEntry[];
  readonly news: readonly News[];
}

/** The last snapshot stands under no day, beside those of each day. */
const LAST = '';

/**
 * The talks as people know them, by conference, in one run. A snapshot is a list of parts, and each part is kept once,
 * under the hash of its text: snapshots that differ in one talk share all other parts. While parts are hashed, searches
 * have their turn every few talks.
 */
export class SnapshotRepository {
  readonly #db: Db;
  readonly #run: string;
  readonly #deliveryRun: string;

  constructor(db: Db, { run, deliveryRun }: { readonly run: string; readonly deliveryRun: string }) {
    this.#db = db;
    this.#run = run;
    this.#deliveryRun = deliveryRun;
  }

  /**
   * The parts that are as they were are taken from the `current` talks: the same objects, which nobody has to compare. A
   * snapshot that lacks a part has no talks, so that the next one replaces it and tells nothing.
   */
  async last(conference: string, current: readonly Talk[] = []): Promise<Snapshot | undefined> {
    const row = await this.#of(conference).where('day', '=', LAST).executeTakeFirst();
    return row && { version: row.version, talks: (await this.#read(row, current)) ?? [] };
  }

  /** The talks as they were when the digests of the last earlier day were made. */
  async beforeDay(
    conference: string,
    day: string,
    current: readonly Talk[] = [],
  ): Promise<DaySnapshot | undefined> {
    const days = this.#of(conference).where('day', '!=', LAST).where('day', '<', day);
    const row = await days.orderBy('day', 'desc').limit(1).executeTakeFirst();
    const talks = row && (await this.#read(row, current));
    return row && talks && { day: row.day, talks };
  }

  /** Keeps the talks as they are when the first digest of a day is made; later ones of that day change nothing. */
  async keepForDay(conference: string, day: string, talks: readonly Talk[]): Promise<void> {
    const known = await this.#of(conference).where('day', '=', day).executeTakeFirst();
    if (known !== undefined) return;
    const parts = await this.#write(conference, talks);
    await this.#db
      .insertInto('told')
      .values({ run: this.#run, conference, day, version: 0, parts })
      .onConflict(conflict => conflict.doNothing())
      .execute();
  }

  /**
   * Replaces the last snapshot, the calendar entries and the news, moves the stars of talks to their new ids and records all
   * messages that tell of it, in one transaction. Returns false, with nothing recorded, if another process has replaced
   * that version.
   */
  async replace(update: SnapshotUpdate): Promise<boolean> {
    const { conference, replaces, talks, newIds, claims, updates, entries, news } = update;
    const parts = await this.#write(conference, talks);
    return inTransaction(this.#db, async transaction => {
      const version = replaces + 1;
      const won = await transaction
        .insertInto('told')
        .values({ run: this.#run, conference, day: LAST, version, parts })
        .onConflict(conflict =>
          conflict
            .columns(['run', 'conference', 'day'])
            .doUpdateSet({ version, parts })
            .where('told.version', '=', replaces),
        )
        .returning('version')
        .executeTakeFirst();
      if (won === undefined) return false;
      await moveMarks(transaction, { run: this.#run, conference, ids: newIds });
      await claimGroups(transaction, claims, this.#deliveryRun);
      for (const update of updates) await updateMessage(transaction, update, this.#deliveryRun);
      await replaceEntries(transaction, entries, { run: this.#run, conference });
      await replaceNews(transaction, news, { run: this.#run, conference });
      await this.#dropUnused(transaction, conference);
      return true;
    });
  }

  /**
   * Splits snapshots, and moves the stars and the talks that alerts have told along, in one transaction. A conference in
   * several of them keeps its talks as the first one has them. Records nothing if another process has replaced one.
   */
  async split(splits: readonly SnapshotSplit[]): Promise<void> {
    const written: WrittenSplit[] = [];
    const firsts = new Map<string, string>();
    for (const each of splits) {
      written.push({ ...each, parts: await this.#write(each.conference, each.talks) });
      for (const { conference, talks } of each.others)
        if (!firsts.has(conference)) firsts.set(conference, await this.#write(conference, talks));
    }
    await inTransaction(this.#db, async transaction => {
      await recordSplits(transaction, { splits: written, firsts, run: this.#run, day: LAST });
      for (const { conference } of splits) await this.#dropUnused(transaction, conference);
    });
  }

  #of(conference: string) {
    return this.#db
      .selectFrom('told')
      .selectAll()
      .where('run', '=', this.#run)
      .where('conference', '=', conference);
  }

  #parts(db: Db, conference: string) {
    return db.selectFrom('told_parts').where('run', '=', this.#run).where('conference', '=', conference);
  }

  /** Returns undefined if a part is missing: another process may have replaced the snapshot meanwhile. */
  async #read(
    { conference, parts }: { readonly conference: string; readonly parts: string },
    current: readonly Talk[],
  ): Promise<readonly Talk[] | undefined> {
    const unchanged = new Map<string, readonly Talk[]>();
    for await (const { hash, talks } of splitTalks(current)) unchanged.set(hash, talks);
    const read: Talk[] = [];
    for (const hash of listParts(parts)) {
      const talks = unchanged.get(hash) ?? (await this.#readPart(conference, hash));
      if (talks === undefined) return undefined;
      read.push(...talks);
    }
    return read;
  }

  async #readPart(conference: string, hash: string): Promise<readonly Talk[] | undefined> {
    const row = await this.#parts(this.#db, conference)
      .select('talks')
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row && JSON.parse(row.talks);
  }

  /** Keeps the parts that are not yet kept. Returns the list of all. */
  async #write(conference: string, talks: readonly Talk[]): Promise<string> {
    const rows = await this.#parts(this.#db, conference).select('hash').execute();
    const kept = new Set(rows.map(({ hash }) => hash));
    const hashes: string[] = [];
    for await (const { hash, texts } of splitTalks(talks)) {
      hashes.push(hash);
      if (kept.has(hash)) continue;
      await this.#db
        .insertInto('told_parts')
        .values({ run: this.#run, conference, hash, talks: `[${texts.join(',')}]` })
        .onConflict(conflict => conflict.doNothing())
        .execute();
    }
    return hashes.join(' ');
  }

  async #dropUnused(db: Db, conference: string): Promise<void> {
    const snapshots = await db
      .selectFrom('told')
      .select('parts')
      .where('run', '=', this.#run)
      .where('conference', '=', conference)
      .execute();
    const used = new Set(snapshots.flatMap(({ parts }) => listParts(parts)));
    for (const { hash } of await this.#parts(db, conference).select('hash').execute()) {
      if (used.has(hash)) continue;
      await db
        .deleteFrom('told_parts')
        .where('run', '=', this.#run)
        .where('conference', '=', conference)
        .where('hash', '=', hash)
        .execute();
    }
  }
}

function listParts(parts: string): readonly string[] {
  return parts.split(' ').filter(hash => hash !== '');
}

const PART_TALKS = 200;
/** So many take about a tenth of a millisecond. */
const HASHED_AT_ONCE = 20;

interface Part {
  /** SHA-256 of the talks' JSON. */
  readonly hash: string;
  readonly talks: readonly Talk[];
  /** The JSON of each talk. */
  readonly texts: readonly string[];
}

/** Talk by talk: the system gives memory for one long text anew each time, which takes longer than the hash. */
async function* splitTalks(talks: readonly Talk[]): AsyncGenerator<Part> {
  for (const part of inChunks(talks, PART_TALKS)) {
    const hash = createHash('sha256');
    const texts: string[] = [];
    for (const [place, talk] of part.entries()) {
      const text = JSON.stringify(talk);
      texts.push(text);
      hash.update(`${place === 0 ? '[' : ','}${text}`);
      if ((place + 1) % HASHED_AT_ONCE === 0) await nextTurn();
    }
    yield { hash: hash.update(']').digest('hex'), talks: part, texts };
  }
}
