import { CompiledQuery, type DatabaseConnection } from 'kysely';
import { StoreFault } from '../store-fault.ts';

/** Brings the database to the newest version. Must run in a transaction that only one process can hold at a time. */
export async function migrate(connection: DatabaseConnection): Promise<void> {
  const run = (sql: string) => connection.executeQuery<{ version: number }>(CompiledQuery.raw(sql));
  await run('create table if not exists schema_version (version integer not null)');
  const { rows } = await run('select version from schema_version');
  const version = rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length) throw newer(version);
  if (version === MIGRATIONS.length) return;
  for (const statement of MIGRATIONS.slice(version).flat()) await run(statement);
  await run('delete from schema_version');
  await run(`insert into schema_version (version) values (${MIGRATIONS.length})`);
}

/** Changes nothing. Throws a StoreFault unless the database has the newest version. */
export async function requireNewest(connection: DatabaseConnection): Promise<void> {
  const { rows } = await connection.executeQuery<{ version: number }>(
    CompiledQuery.raw('select version from schema_version'),
  );
  const version = rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length) throw newer(version);
  if (version < MIGRATIONS.length)
    throw new StoreFault(
      'unusable',
      `The database has version ${version}, and this Lectern needs ${MIGRATIONS.length}. Start this Lectern on it once: that brings it up to date.`,
    );
}

function newer(version: number): StoreFault {
  return new StoreFault(
    'newer',
    `The database has version ${version}, but this Lectern knows versions up to ${MIGRATIONS.length}. Run the newer Lectern that made it, or set DATABASE_URL to another database.`,
  );
}

/**
 * Each entry turns a database of one version into one of the next, oldest first. People's databases were made by them, so
 * entries are added and never changed. The SQL is one that every database takes: text, and integers up to milliseconds
 * since 1970.
 */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table digests (
      id text primary key,
      team text,
      channel text not null,
      owner text not null,
      time_of_day text not null,
      time_zone text not null,
      days text not null,
      eve integer not null,
      filters text not null,
      reminders integer not null,
      paused integer not null,
      since bigint not null,
      failures integer not null
    )`,
    `create table deliveries (
      run text not null,
      digest text not null,
      day text not null,
      part text not null,
      kind text not null,
      position integer not null,
      channel text not null,
      in_thread integer not null,
      message text not null,
      talks text not null,
      due_at bigint not null,
      until bigint not null,
      state text not null,
      ts text,
      posted_in text,
      attempts integer not null default 0,
      sending_at bigint,
      retry_at bigint not null default 0,
      asked_at bigint,
      repeated integer not null default 0,
      revision integer not null default 0,
      shown integer not null default 0,
      primary key (run, digest, day, part)
    )`,
    'create index deliveries_by_state on deliveries (run, state, due_at, position)',
    'create index deliveries_by_channel on deliveries (channel, sending_at)',
    'create index deliveries_by_sending on deliveries (sending_at)',
    `create table told (
      run text not null,
      conference text not null,
      day text not null,
      version integer not null,
      talks text not null,
      primary key (run, conference, day)
    )`,
  ],
  [
    `create table told_parts (
      run text not null,
      conference text not null,
      hash text not null,
      talks text not null,
      primary key (run, conference, hash)
    )`,
    // The snapshots of version 1 stay whole: each is one part, under a name that no hash has.
    "insert into told_parts select run, conference, 'whole-' || day || '-' || version, talks from told",
    'alter table told rename column talks to parts',
    "update told set parts = 'whole-' || day || '-' || version",
  ],
  [
    `create table calendar_entries (
      run text not null,
      conference text not null,
      uid text not null,
      talk text not null,
      slot text not null,
      sequence integer not null,
      modified_at bigint not null,
      primary key (run, conference, uid)
    )`,
  ],
  [
    // Earlier versions knew one workspace, and did not name it everywhere.
    "alter table digests add column workspace text not null default ''",
    "update digests set workspace = coalesce(team, '')",
    'alter table digests drop column team',
    "alter table deliveries add column workspace text not null default ''",
    `update deliveries set workspace =
      coalesce((select d.workspace from digests d where d.id = deliveries.digest), '')`,
  ],
  [
    `create table stars (
      run text not null,
      workspace text not null,
      person text not null,
      conference text not null,
      talk text not null,
      starred_at bigint not null,
      primary key (run, workspace, person, conference, talk)
    )`,
    'create index stars_by_talk on stars (run, conference, talk)',
  ],
  [
    `create table preferences (
      workspace text not null,
      person text not null,
      reminders text,
      changes integer not null,
      quiet_from text,
      quiet_to text,
      primary key (workspace, person)
    )`,
  ],
  [
    `create table feeds (
      hash text primary key,
      workspace text not null,
      person text not null,
      conference text not null,
      kind text not null,
      words text not null,
      created_at bigint not null
    )`,
    'create index feeds_by_person on feeds (workspace, person)',
  ],
  [
    `create table alerts (
      run text not null,
      workspace text not null,
      person text not null,
      conference text not null,
      words text not null,
      told text not null,
      created_at bigint not null,
      primary key (run, workspace, person, conference, words)
    )`,
  ],
  [
    // Without the workspace in it, SQLite counts the stars of a talk by reading all stars of the workspace.
    'drop index stars_by_talk',
    'create index stars_by_talk on stars (run, conference, talk, workspace, person)',
  ],
  [
    `create table news (
      run text not null,
      conference text not null,
      talk text not null,
      change text,
      told_at bigint not null,
      primary key (run, conference, talk)
    )`,
  ],
  [
    `create table installations (
      workspace text primary key,
      key_id text not null,
      sealed text not null,
      installed_at bigint not null,
      version text not null,
      locked_until bigint not null
    )`,
  ],
  [
    // Ids of channels are each workspace's own, and so are Slack's limits.
    'drop index deliveries_by_channel',
    'create index deliveries_by_channel on deliveries (workspace, channel, sending_at)',
    'drop index deliveries_by_sending',
    'create index deliveries_by_sending on deliveries (sending_at, workspace)',
    `create index deliveries_to_send on deliveries (
      run, workspace, due_at, position, digest, day, part, kind, channel, in_thread, until, retry_at
    ) where state = 'claimed'`,
  ],
  [
    `create table workspace_settings (
      workspace text primary key,
      conferences text,
      organisers text not null
    )`,
  ],
  [
    `create index deliveries_to_edit on deliveries (run, state, retry_at)
      where state = 'posted' and shown < revision and ts is not null`,
  ],
  [
    `create table acts (
      run text not null,
      workspace text not null,
      person text not null,
      number integer not null,
      at bigint not null,
      act text,
      primary key (run, workspace, person, number)
    )`,
    'create index acts_by_time on acts (at)',
  ],
  ["alter table digests add column weekdays text not null default ''"],
  [
    "alter table digests add column language text not null default 'en'",
    "alter table digests add column intro text not null default ''",
    "alter table digests add column closing text not null default ''",
    "alter table digests add column sponsor text not null default ''",
    "alter table digests add column sponsor_link text not null default ''",
    "alter table digests add column span text not null default 'day'",
    'alter table digests add column only_changes integer not null default 0',
    'alter table digests add column changes_in_channel integer not null default 0',
    'alter table digests add column mention_here integer not null default 0',
  ],
  [
    `create table asked_words (
      run text not null,
      workspace text not null,
      conference text not null,
      day text not null,
      outcome text not null,
      words text not null,
      count integer not null,
      primary key (run, workspace, conference, day, outcome, words)
    )`,
  ],
  [
    `create table ratings (
      run text not null,
      workspace text not null,
      person text not null,
      conference text not null,
      talk text not null,
      rating integer not null,
      line text not null,
      primary key (run, workspace, person, conference, talk)
    )`,
    'create index ratings_by_talk on ratings (run, conference, talk, workspace)',
  ],
  [
    'alter table news rename to former_news',
    `create table news (
      run text not null,
      conference text not null,
      talk text not null,
      change text,
      told_at bigint not null,
      primary key (run, conference, talk, told_at)
    )`,
    'insert into news select run, conference, talk, change, told_at from former_news',
    'drop table former_news',
  ],
];
