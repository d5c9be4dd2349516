import type { Selectable } from 'kysely';
import type { Member } from '../people/stars.ts';
import type { Db, Schema } from './schema.ts';

/** A calendar that programs read at an address which only its owner was told. */
export interface Feed extends Member {
  /** The SHA-256 of the secret in its address, in hex. */
  readonly hash: string;
  /** As conferenceKey makes it. */
  readonly conference: string;
  readonly subject: FeedSubject;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
}

/** The talks that match a request, or those that the owner has starred. */
export type FeedSubject = { readonly kind: 'search'; readonly words: string } | { readonly kind: 'mine' };

/** The calendar feeds of all people. They belong to every run: a rehearsal has the same ones. */
export class FeedRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async add(feed: Feed): Promise<void> {
    const { hash, workspace, person, conference, subject, createdAt } = feed;
    const words = subject.kind === 'search' ? subject.words : '';
    await this.#db
      .insertInto('feeds')
      .values({ hash, workspace, person, conference, kind: subject.kind, words, created_at: createdAt })
      .execute();
  }

  async find(hash: string): Promise<Feed | undefined> {
    const row = await this.#db.selectFrom('feeds').selectAll().where('hash', '=', hash).executeTakeFirst();
    return row && readFeed(row);
  }

  /** The feeds of a person, the newest at the front. */
  async of({ workspace, person }: Member): Promise<readonly Feed[]> {
    const rows = await this.#db
      .selectFrom('feeds')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('person', '=', person)
      .orderBy('created_at', 'desc')
      .orderBy('hash')
      .execute();
    return rows.map(readFeed);
  }

  async count(owner: Member): Promise<number> {
    const { count } = await this.#db
      .selectFrom('feeds')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('workspace', '=', owner.workspace)
      .where('person', '=', owner.person)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Returns false if the person has no such feed. */
  async revoke(hash: string, owner: Member): Promise<boolean> {
    const gone = await this.#of(owner).where('hash', '=', hash).returning('hash').execute();
    return gone.length > 0;
  }

  /** Revokes all feeds of a person but one. Returns how many there were. */
  async revokeOthers(hash: string, owner: Member): Promise<number> {
    const gone = await this.#of(owner).where('hash', '!=', hash).returning('hash').execute();
    return gone.length;
  }

  #of({ workspace, person }: Member) {
    return this.#db.deleteFrom('feeds').where('workspace', '=', workspace).where('person', '=', person);
  }
}

function readFeed(row: Selectable<Schema['feeds']>): Feed {
  const { hash, workspace, person, conference, kind, words, created_at: createdAt } = row;
  const subject: FeedSubject = kind === 'mine' ? { kind } : { kind: 'search', words };
  return { hash, workspace, person, conference, subject, createdAt };
}
