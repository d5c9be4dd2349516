import type { News } from '../programme/news.ts';
import { inChunks } from '../text/keys.ts';
import { type ConferenceScope, type Db, ROWS_AT_ONCE } from './schema.ts';

/** The news of each conference, in one run. */
export class NewsRepository {
  readonly #db: Db;
  readonly #run: string;

  constructor(db: Db, run: string) {
    this.#db = db;
    this.#run = run;
  }

  /** The latest first. */
  async of(conference: string): Promise<readonly News[]> {
    const rows = await this.#db
      .selectFrom('news')
      .select(['talk', 'change', 'told_at'])
      .where('run', '=', this.#run)
      .where('conference', '=', conference)
      .orderBy('told_at', 'desc')
      .orderBy('talk')
      .execute();
    return rows.map(({ talk, change, told_at: at }) => ({ talkId: talk, change: change ?? undefined, at }));
  }
}

export async function replaceNews(
  db: Db,
  news: readonly News[],
  { run, conference }: ConferenceScope,
): Promise<void> {
  await db.deleteFrom('news').where('run', '=', run).where('conference', '=', conference).execute();
  for (const some of inChunks(news, ROWS_AT_ONCE))
    await db
      .insertInto('news')
      .values(
        some.map(({ talkId, change = null, at }) => ({ run, conference, talk: talkId, change, told_at: at })),
      )
      .execute();
}
