import type { Rating, RatingOfTalk, RatingValue } from '../../people/ratings.ts';
import type { Member, Star } from '../../people/stars.ts';
import { groupByEach } from '../../text/keys.ts';
import type { Db } from '../schema.ts';

/** The ratings of talks, in one run. A rating is kept once its call has resolved. */
export class RatingRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** Keeps a rating in the place of the person's former one. */
  async rate({ workspace, person, conference, talk, rating, line }: Rating): Promise<void> {
    await this.#db
      .insertInto('ratings')
      .values({ run: this.#run, workspace, person, conference, talk, rating, line })
      .onConflict(conflict =>
        conflict.columns(['run', 'workspace', 'person', 'conference', 'talk']).doUpdateSet({ rating, line }),
      )
      .execute();
  }

  /** Returns false if there was none. */
  async takeBack({ workspace, person, conference, talk }: Star): Promise<boolean> {
    const gone = await this.#db
      .deleteFrom('ratings')
      .where(eb => eb.and({ run: this.#run, workspace, person, conference, talk }))
      .returning('talk')
      .executeTakeFirst();
    return gone !== undefined;
  }

  /** A person's ratings, by talk. */
  async ratingsOf({ workspace, person }: Member): Promise<readonly Rating[]> {
    const rows = await this.#db
      .selectFrom('ratings')
      .select(['conference', 'talk', 'rating', 'line'])
      .where(eb => eb.and({ run: this.#run, workspace, person }))
      .orderBy('conference')
      .orderBy('talk')
      .execute();
    return rows.map(({ rating, ...row }) => ({ workspace, person, ...row, rating: rating as RatingValue }));
  }

  /** All ratings of a conference in a workspace, without the people: by talk, each talk's in an order that tells nothing. */
  async byTalk({
    workspace,
    conference,
  }: Pick<Star, 'workspace' | 'conference'>): Promise<ReadonlyMap<string, readonly RatingOfTalk[]>> {
    const rows = await this.#db
      .selectFrom('ratings')
      .select(['talk', 'rating', 'line'])
      .where(eb => eb.and({ run: this.#run, workspace, conference }))
      .orderBy('rating')
      .orderBy('line')
      .execute();
    const talks = groupByEach(rows, ({ talk }) => [talk]);
    return new Map(
      [...talks].map(([talk, those]) => [
        talk,
        those.map(({ rating, line }) => ({ rating: rating as RatingValue, line })),
      ]),
    );
  }
}
