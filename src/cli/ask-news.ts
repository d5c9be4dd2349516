import { existsSync } from 'node:fs';
import type { Answering } from '../conversation/context.ts';
import type { PersonalAnswer } from '../conversation/mine/personal-answer.ts';
import { conferenceKey } from '../programme/conference.ts';
import type { News } from '../programme/news.ts';
import { conferencesOf } from '../search/loaded.ts';
import { isPostgresUrl } from '../store/postgres/postgres-url.ts';
import { pathOfFileUrl } from '../store/sqlite/file-url.ts';
import { StoreFault } from '../store/store-fault.ts';
import { type Environment, readConfig } from '../wiring/config.ts';

export type AnsweredNews = Extract<PersonalAnswer, { readonly kind: 'news' }>;

/** The changes that a database has, or a sentence that says why they cannot be told. */
export type NewsRead = { readonly news: readonly News[] } | { readonly why: string };

/**
 * Reads the changes that were noticed by a Lectern that runs: the command line sees one programme and knows none from before.
 * Its database is copied, and nothing is written to it.
 */
export async function readNewsOf({ own, context }: AnsweredNews, env: Environment): Promise<NewsRead> {
  if (own) return { why: NO_STARS };
  const read = readConfig(env);
  if ('mistakes' in read) return { why: `The database is not known: ${read.mistakes.join(' ')}` };
  // Loaded only here: Bolt and the databases take long.
  const { defaultDatabase, runOf } = await import('../wiring/digests.ts');
  const url = read.config.databaseUrl ?? defaultDatabase(read.config);
  // An address may hold a password; a file's does not.
  if (!isPostgresUrl(url) && !existsSync(pathOfFileUrl(url))) return { why: noDatabase(url) };
  try {
    return await readNewsFrom(url, runOf(read.config), context);
  } catch (error) {
    if (error instanceof StoreFault) return { why: error.message };
    throw error;
  }
}

const NO_STARS =
  'On the command line nobody has stars, so no talks are yours: type /talk what changed of my talks in Slack.';

function noDatabase(url: string): string {
  return `Changes are noticed by a Lectern that runs and kept in its database, and there is none at ${url}. Name its database by DATABASE_URL.`;
}

async function readNewsFrom(url: string, run: string, context: Answering): Promise<NewsRead> {
  const [{ openRehearsalStore }, { readNews }] = await Promise.all([
    import('../store/database/rehearsal-store.ts'),
    import('../slack/listeners/home.ts'),
  ]);
  const store = await openRehearsalStore(url, run);
  try {
    const keys = conferencesOf(context).map(({ conference }) => conferenceKey(conference));
    const known = await Promise.all(keys.map(key => store.snapshots.last(key)));
    if (known.every(each => each === undefined)) return { why: neverRead(context) };
    return { news: await readNews(store, context) };
  } finally {
    await store.close();
  }
}

function neverRead({ programme: { conference } }: Answering): string {
  return `The database knows no earlier programme of ${conference.name ?? 'this conference'}, so nothing can be compared: changes are noticed by a Lectern that runs with it.`;
}
