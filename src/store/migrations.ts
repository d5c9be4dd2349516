/**
 * What makes a database of one version one of the next, oldest first. They stand in people's databases, so they are
 * added to and never changed. SQL that every database takes: text, and integers up to milliseconds since 1970.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
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
];
