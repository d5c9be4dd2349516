import type { CompiledQuery } from 'kysely';
import type { Member, Star, Stars } from '../people/stars.ts';
import { compare, inChunks } from '../text/keys.ts';
import { prepare } from './database/prepared.ts';
import type { ReadNow } from './database/read-now.ts';
import type { Db } from './schema.ts';

/**
 * The stars of one run: nobody is told of talks that they starred in a rehearsal, nor in a rehearsal of those that they
 * starred. A star is kept once its call has resolved, and every process sees it from then on.
 */
export class StarRepository {
  readonly #db: Db;
  readonly #run: string;
  readonly #readNow: ReadNow;
  /** Each answer asks it, and to build it takes longer than to run it. Its parameters are run, workspace and person. */
  readonly #selectStars: CompiledQuery<StarRow>;

  constructor(db: Db, run: string, readNow: ReadNow = () => undefined) {
    this.#db = db;
    this.#run = run;
    this.#readNow = readNow;
    this.#selectStars = prepare(
      'stars of a person',
      db
        .selectFrom('stars')
        .select(['conference', 'talk'])
        .where('run', '=', run)
        .where('workspace', '=', '')
        .where('person', '=', '')
        .compile(),
    );
  }

  /**
   * Stars a talk. `at` is in milliseconds since 1970. Returns false if it is starred already; then it stays so, since its
   * first time.
   */
  async star(star: Star, at: number): Promise<boolean> {
    const { workspace, person, conference, talk } = star;
    const row = await this.#db
      .insertInto('stars')
      .values({ run: this.#run, workspace, person, conference, talk, starred_at: at })
      .onConflict(conflict => conflict.doNothing())
      .returning('talk')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Takes a star away. Returns false if the talk had none. */
  async unstar({ workspace, person, conference, talk }: Star): Promise<boolean> {
    const gone = await this.#db
      .deleteFrom('stars')
      .where(eb => eb.and({ run: this.#run, workspace, person, conference, talk }))
      .returning('talk')
      .executeTakeFirst();
    return gone !== undefined;
  }

  /** Takes all of a person's stars at a conference away. Returns the ids of their talks. */
  async unstarAll({ workspace, person, conference }: Omit<Star, 'talk'>): Promise<readonly string[]> {
    const gone = await this.#db
      .deleteFrom('stars')
      .where(eb => eb.and({ run: this.#run, workspace, person, conference }))
      .returning('talk')
      .execute();
    return gone.map(({ talk }) => talk);
  }

  async starsOf(member: Member): Promise<Stars> {
    return readStars((await this.#db.executeQuery(this.#starsQuery(member))).rows);
  }

  /** The same without waiting, which takes longer than reading; undefined if the database cannot tell at once. */
  starsNow(member: Member): Stars | undefined {
    const rows = this.#readNow(this.#starsQuery(member));
    return rows && readStars(rows);
  }

  #starsQuery({ workspace, person }: Member): CompiledQuery<StarRow> {
    return { ...this.#selectStars, parameters: [this.#run, workspace, person] };
  }

  /** Everybody, in all workspaces, who starred one of these talks; by workspace, person and talk, each star apart. */
  async peopleWhoStarred(conference: string, talks: readonly string[]): Promise<readonly Star[]> {
    const found: Star[] = [];
    for (const some of inChunks(talks, TALKS_AT_ONCE))
      found.push(
        ...(await this.#db
          .selectFrom('stars')
          .select(['workspace', 'person', 'conference', 'talk'])
          .where(eb => eb.and({ run: this.#run, conference }))
          .where('talk', 'in', some)
          .execute()),
      );
    return found.sort(
      (a, b) => compare(a.workspace, b.workspace) || compare(a.person, b.person) || compare(a.talk, b.talk),
    );
  }

  /** The number of people in a workspace who starred a talk. */
  async countOf({ workspace, conference, talk }: Omit<Star, 'person'>): Promise<number> {
    const { count } = await this.#db
      .selectFrom('stars')
      .select(eb => eb.fn.countAll().as('count'))
      .where(eb => eb.and({ run: this.#run, workspace, conference, talk }))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** The same for each talk that at least so many people starred. */
  async countsOf(
    { workspace, conference }: Pick<Star, 'workspace' | 'conference'>,
    least: number,
  ): Promise<readonly { readonly talk: string; readonly count: number }[]> {
    const rows = await this.#db
      .selectFrom('stars')
      .select(['talk', eb => eb.fn.countAll().as('count')])
      .where(eb => eb.and({ run: this.#run, workspace, conference }))
      .groupBy('talk')
      .having(eb => eb.fn.countAll(), '>=', least)
      .execute();
    return rows.map(({ talk, count }) => ({ talk, count: Number(count) }));
  }

  /** The number of all stars of this run. */
  async countAll(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('stars')
      .select(eb => eb.fn.countAll().as('count'))
      .where('run', '=', this.#run)
      .executeTakeFirstOrThrow();
    return Number(count);
  }
}

/** A row as it is read. */
interface StarRow {
  readonly conference: string;
  readonly talk: string;
}

function readStars(rows: readonly StarRow[]): Stars {
  const stars = new Map<string, Set<string>>();
  for (const { conference, talk } of rows) {
    const those = stars.get(conference) ?? new Set();
    stars.set(conference, those.add(talk));
  }
  return stars;
}

/** An SQLite statement took 32,766 parameters when this was written, and other databases take fewer. */
const TALKS_AT_ONCE = 500;
