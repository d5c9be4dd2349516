import type { Selectable } from 'kysely';
import type { Member } from '../people/stars.ts';
import { type Language, readLanguage } from '../words/languages.ts';
import type { Db, Schema } from './schema.ts';

/** A standing order: this channel, at this local time, on these days. */
export interface Digest {
  readonly id: string;
  /** The id of the workspace that the channel belongs to; empty if it was ordered before workspaces were told apart. */
  readonly workspace: string;
  readonly channel: string;
  /** The id of the person who ordered it and is told if something goes wrong. */
  readonly owner: string;
  /** `08:00` */
  readonly timeOfDay: string;
  /** An IANA name. */
  readonly timeZone: string;
  /** Programme days such as `2027-05-11`, or every day of the conference. */
  readonly days: 'daily' | readonly string[];
  /** Narrows the days down to weekdays by number, 1 for Monday; empty for all. */
  readonly weekdays: readonly number[];
  /** Posted the evening before. */
  readonly eve: boolean;
  /** As a query: `track:storage`. Empty for everything. */
  readonly filters: string;
  /** Whether the channel has a notice before each talk. */
  readonly reminders: boolean;
  /** That of Lectern's own words in all that the digest posts. */
  readonly language: Language;
  /** Plain text above the sessions, in which `*bold*` is bold; empty for none. */
  readonly intro: string;
  /** The same below them. */
  readonly closing: string;
  /** Names the sponsor; empty for none. */
  readonly sponsor: string;
  /** An https address behind the sponsor's name; empty for none. */
  readonly sponsorLink: string;
  /** Whether a post tells of a day, or of the seven days from the one on which it is posted. */
  readonly span: 'day' | 'week';
  /** Posts no days, only their changes. */
  readonly onlyChanges: boolean;
  /** Posts important changes to the channel, too. */
  readonly changesInChannel: boolean;
  /** Mentions everybody who is active in the channel. */
  readonly mentionHere: boolean;
  readonly paused: boolean;
  /** When it was ordered, changed or resumed, in milliseconds since 1970; posts that were due earlier are not owed. */
  readonly since: number;
  /** How often in a row Slack has forbidden a post. */
  readonly failures: number;
}

/** An id alone, which may come from a button, is not enough: a digest is changed only in its own workspace. */
export type DigestKey = Pick<Digest, 'workspace' | 'id'>;

/** The orders. They belong to every run: a rehearsal has the same ones. */
export class DigestRepository {
  readonly #db: Db;
  readonly #isAlone: boolean;

  /** `isAlone`: orders from before workspaces were told apart are those of the one workspace that there is. */
  constructor(db: Db, isAlone: boolean) {
    this.#db = db;
    this.#isAlone = isAlone;
  }

  /** Adds the digest, or replaces the one of the workspace with its id. */
  async save(digest: Digest): Promise<void> {
    const row = writeDigest(digest);
    await this.#db
      .insertInto('digests')
      .values(row)
      .onConflict(conflict =>
        conflict
          .column('id')
          .doUpdateSet(row)
          .where('digests.workspace', 'in', this.#namesOf(digest.workspace)),
      )
      .execute();
  }

  async find({ workspace, id }: DigestKey): Promise<Digest | undefined> {
    const row = await this.#of(workspace).where('id', '=', id).executeTakeFirst();
    return row && readDigest(row);
  }

  /** Those of all workspaces, in the order in which they were ordered. */
  async all(): Promise<readonly Digest[]> {
    return (await this.#all().execute()).map(readDigest);
  }

  async inWorkspace(workspace: string): Promise<readonly Digest[]> {
    return (await this.#of(workspace).execute()).map(readDigest);
  }

  async inChannel(workspace: string, channel: string): Promise<readonly Digest[]> {
    return (await this.#of(workspace).where('channel', '=', channel).execute()).map(readDigest);
  }

  /** Those of all channels that a person ordered or was the last to change. */
  async ownedBy({ workspace, person }: Member): Promise<readonly Digest[]> {
    return (await this.#of(workspace).where('owner', '=', person).execute()).map(readDigest);
  }

  /** Nothing is sent for it until it is resumed. */
  async pause(key: DigestKey): Promise<void> {
    await this.#change(key).set({ paused: 1 }).execute();
  }

  /** Posts that were due up to `now` are not owed, but claimed ones that are still in time are sent. */
  async resume(key: DigestKey, now: number): Promise<void> {
    await this.#change(key).set({ paused: 0, failures: 0, since: now }).execute();
  }

  /** Its deliveries stay; those that were not sent yet are not sent. */
  async remove({ workspace, id }: DigestKey): Promise<void> {
    await this.#db
      .deleteFrom('digests')
      .where('id', '=', id)
      .where('workspace', 'in', this.#namesOf(workspace))
      .execute();
  }

  /** Slack has forbidden one more post. Returns how many that makes in a row, 0 if there is no such digest. */
  async countFailure(key: DigestKey): Promise<number> {
    const row = await this.#change(key)
      .set(eb => ({ failures: eb('failures', '+', 1) }))
      .returning('failures')
      .executeTakeFirst();
    return row?.failures ?? 0;
  }

  async clearFailures(key: DigestKey): Promise<void> {
    await this.#change(key).where('failures', '>', 0).set({ failures: 0 }).execute();
  }

  /** After the clock was set back, as it is to rehearse a day again: no order dates from the future. */
  async adjustToClock(now: number): Promise<void> {
    await this.#db.updateTable('digests').set({ since: now }).where('since', '>', now).execute();
  }

  #all() {
    return this.#db.selectFrom('digests').selectAll().orderBy('since').orderBy('id');
  }

  #of(workspace: string) {
    return this.#all().where('workspace', 'in', this.#namesOf(workspace));
  }

  #change({ workspace, id }: DigestKey) {
    return this.#db
      .updateTable('digests')
      .where('id', '=', id)
      .where('workspace', 'in', this.#namesOf(workspace));
  }

  #namesOf(workspace: string): readonly string[] {
    return this.#isAlone ? [workspace, ''] : [workspace];
  }
}

function writeDigest(digest: Digest): Selectable<Schema['digests']> {
  return {
    id: digest.id,
    workspace: digest.workspace,
    channel: digest.channel,
    owner: digest.owner,
    time_of_day: digest.timeOfDay,
    time_zone: digest.timeZone,
    days: digest.days === 'daily' ? 'daily' : digest.days.join(','),
    weekdays: digest.weekdays.join(','),
    eve: Number(digest.eve),
    filters: digest.filters,
    reminders: Number(digest.reminders),
    language: digest.language,
    intro: digest.intro,
    closing: digest.closing,
    sponsor: digest.sponsor,
    sponsor_link: digest.sponsorLink,
    span: digest.span,
    only_changes: Number(digest.onlyChanges),
    changes_in_channel: Number(digest.changesInChannel),
    mention_here: Number(digest.mentionHere),
    paused: Number(digest.paused),
    since: digest.since,
    failures: digest.failures,
  };
}

function readDigest(row: Selectable<Schema['digests']>): Digest {
  return {
    id: row.id,
    workspace: row.workspace,
    channel: row.channel,
    owner: row.owner,
    timeOfDay: row.time_of_day,
    timeZone: row.time_zone,
    days: row.days === 'daily' ? 'daily' : row.days.split(',').filter(day => day !== ''),
    weekdays: row.weekdays.split(',').filter(Boolean).map(Number),
    eve: row.eve === 1,
    filters: row.filters,
    reminders: row.reminders === 1,
    language: readLanguage(row.language),
    intro: row.intro,
    closing: row.closing,
    sponsor: row.sponsor,
    sponsorLink: row.sponsor_link,
    span: row.span === 'week' ? 'week' : 'day',
    onlyChanges: row.only_changes === 1,
    changesInChannel: row.changes_in_channel === 1,
    mentionHere: row.mention_here === 1,
    paused: row.paused === 1,
    since: row.since,
    failures: row.failures,
  };
}
