import { expect, test } from 'vitest';
import { talk } from '../../support/conference.ts';
import { dayPart, delivery, digest, digestKey } from '../../support/digests.ts';
import { database, execute, isPostgres, store } from '../../support/store.ts';

/** A database as version 1 made it. People have such files, so nothing here may change. */
const VERSION_1 = `
  create table schema_version (version integer not null);
  insert into schema_version (version) values (1);
  create table digests (id text primary key, team text, channel text not null, owner text not null,
    time_of_day text not null, time_zone text not null, days text not null, eve integer not null,
    filters text not null, reminders integer not null, paused integer not null, since bigint not null,
    failures integer not null);
  create table deliveries (run text not null, digest text not null, day text not null, part text not null,
    kind text not null, position integer not null, channel text not null, in_thread integer not null,
    message text not null, talks text not null, due_at bigint not null, until bigint not null, state text not null,
    ts text, posted_in text, attempts integer not null default 0, sending_at bigint,
    retry_at bigint not null default 0, asked_at bigint, repeated integer not null default 0,
    revision integer not null default 0, shown integer not null default 0, primary key (run, digest, day, part));
  create index deliveries_by_state on deliveries (run, state, due_at, position);
  create index deliveries_by_channel on deliveries (channel, sending_at);
  create index deliveries_by_sending on deliveries (sending_at);
  create table told (run text not null, conference text not null, day text not null, version integer not null,
    talks text not null, primary key (run, conference, day));
  insert into digests values
    ('lobby', null, 'C0LOBBY001', 'U0MIRA0001', '08:00', 'Europe/Madrid', '2027-05-11,2027-05-12', 1,
     'track:storage', 1, 0, 1809846000000, 2);
  insert into told values ('real', 'Lighthouse Days', '', 7, '[]'), ('real', 'Lighthouse Days', '2027-05-11', 0, '[]')`;

/** Each kind of row, in each state: digest, day, part, kind, position, thread, channel, state, ts, attempts. */
const ROWS = `
  lobby|2027-05-11|0|digest|0|0|C0LOBBY001|posted|1.1|1
  lobby|2027-05-11|1|digest|1|1|C0LOBBY001|sending||1
  lobby|2027-05-11|2|digest|2|1|C0LOBBY001|unknown||1
  lobby|2027-05-11|3|digest|3|1|C0LOBBY001|claimed||0
  lobby|2027-05-11|change 7|change|1000000|1|C0LOBBY001|claimed||0
  lobby|2027-05-11|question 2 1|notice|0|0|U0MIRA0001|posted|2.1|1
  lobby|2027-05-11|question change 6 2|notice|0|0|U0MIRA0001|claimed||0
  lobby||question soon 1810026000000 72691111ecd23476 1|notice|0|0|U0MIRA0001|claimed||0
  lobby||soon 1810026000000 72691111ecd23476|soon|0|0|C0LOBBY001|missed||1
  lobby||notice ended|notice|0|0|U0MIRA0001|claimed||0
  lobby|2027-05-10|notice missed 1810018800000|notice|0|0|U0MIRA0001|claimed||0
  lobby|2027-05-10|notice refused not_in_channel|notice|0|0|U0MIRA0001|claimed||0
  lobby|2027-05-10|notice paused 1810018800001|notice|0|0|U0MIRA0001|claimed||0`;

async function version1(): Promise<string> {
  const url = database();
  await execute(url, VERSION_1);
  for (const row of ROWS.trim().split('\n')) {
    const [digest, day, part, kind, position, thread, channel, state, ts, attempts] = row.trim().split('|');
    const values = [digest, day, part, kind, position, thread, channel, state, ts || null, attempts];
    await execute(
      url,
      `insert into deliveries
         (digest, day, part, kind, position, in_thread, channel, state, ts, attempts, posted_in, run, message, talks, due_at, until)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, 'real', '{"text":"Tuesday","blocks":[]}', '["a"]', 1000, 5000)`,
      values.map(value => value ?? null),
    );
  }
  return url;
}

test('a database of version 1 is read', async () => {
  const { digests, snapshots, deliveries } = store({ url: await version1() });
  const order = digest({
    workspace: '',
    days: ['2027-05-11', '2027-05-12'],
    eve: true,
    filters: 'track:storage',
    failures: 2,
  });
  expect(await digests.all()).toEqual([{ ...order, reminders: true, since: 1_809_846_000_000 }]);
  expect(await snapshots.last('Lighthouse Days')).toEqual({ version: 7, talks: [] });
  expect(await snapshots.beforeDay('Lighthouse Days', '2027-05-12')).toEqual({
    day: '2027-05-11',
    talks: [],
  });
  const [first] = await deliveries.ofDay(digestKey('lobby', ''), '2027-05-11');
  expect(first).toEqual({
    ...delivery({ workspace: '', talks: ['a'], attempts: 1 }),
    state: 'posted',
    at: { channel: 'C0LOBBY001', ts: '1.1' },
  });
});

test('every kind of message in a database of version 1 is known', async () => {
  const { deliveries } = store({ url: await version1() });
  const days = ['2027-05-11', '', '2027-05-10'].map(day => deliveries.ofDay(digestKey('lobby', ''), day));
  const found = (await Promise.all(days)).flat();
  const change = (version: number) => ({ kind: 'change', version }) as const;
  const reminder = { kind: 'reminder', startsAt: 1_810_026_000_000, sessions: '72691111ecd23476' };
  const doubt = (part: object, attempts: number) => ({ kind: 'notice', about: 'doubt', part, attempts });
  expect(found.map(({ part, state }) => ({ part, state }))).toEqual([
    { part: dayPart(0), state: 'posted' },
    { part: doubt(dayPart(2), 1), state: 'posted' },
    { part: doubt(change(6), 2), state: 'claimed' },
    { part: dayPart(1), state: 'sending' },
    { part: dayPart(2), state: 'unknown' },
    { part: dayPart(3), state: 'claimed' },
    { part: change(7), state: 'claimed' },
    { part: { kind: 'notice', about: 'end' }, state: 'claimed' },
    { part: doubt(reminder, 1), state: 'claimed' },
    { part: reminder, state: 'missed' },
    { part: { kind: 'notice', about: 'missed', until: 1_810_018_800_000 }, state: 'claimed' },
    { part: { kind: 'notice', about: 'pause', at: 1_810_018_800_001 }, state: 'claimed' },
    { part: { kind: 'notice', about: 'refusal', reason: 'not_in_channel' }, state: 'claimed' },
  ]);
});

test('the snapshots in a database of version 1 are kept whole', async () => {
  const url = await version1();
  await execute(url, "update told set talks = ? where day = ''", [JSON.stringify([talk()])]);
  const { snapshots } = store({ url });
  expect(await snapshots.last('Lighthouse Days')).toEqual({ version: 7, talks: [talk()] });
  expect(await snapshots.beforeDay('Lighthouse Days', '2027-05-12')).toEqual({
    day: '2027-05-11',
    talks: [],
  });
});

test('a database of version 1 gets the tables of a new one', async () => {
  const [url, old] = [database(), await version1()];
  await store({ url }).digests.all();
  await store({ url: old }).digests.all();
  expect(await columnsOf(old)).toEqual(await columnsOf(url));
});

async function columnsOf(url: string): Promise<readonly object[]> {
  const columns = await execute(url, isPostgres(url) ? COLUMNS.postgres : COLUMNS.sqlite);
  expect(columns.length).toBeGreaterThan(40);
  return columns;
}

const COLUMNS = {
  sqlite: `select m.type, m.name, c.name as column, c.type as of, c."notnull", c.dflt_value, c.pk
    from sqlite_master m left join pragma_table_info(m.name) c order by m.name, c.cid`,
  postgres: `select r.relname, c.attname, format_type(c.atttypid, c.atttypmod), c.attnotnull, pg_get_expr(d.adbin, d.adrelid),
      pg_get_indexdef(r.oid)
    from pg_class r join pg_attribute c on c.attrelid = r.oid and c.attnum > 0 and not c.attisdropped
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = c.attnum
    where r.relnamespace = 'public'::regnamespace order by r.relname, c.attname`,
};

/** What version 2 added to version 1. */
const VERSION_2 = `
  update schema_version set version = 2;
  create table told_parts (run text not null, conference text not null, hash text not null, talks text not null,
    primary key (run, conference, hash));
  insert into told_parts select run, conference, 'whole-' || day || '-' || version, talks from told;
  alter table told rename column talks to parts;
  update told set parts = 'whole-' || day || '-' || version;
  update digests set team = 'T0HARBOUR1';
  insert into deliveries (run, digest, day, part, kind, position, channel, in_thread, message, talks, due_at, until, state)
    values ('real', 'removed', '', 'notice ended', 'notice', 0, 'U0MIRA0001', 0, '{"text":"The end","blocks":[]}', '[]',
      1000, 5000, 'claimed')`;

test('what is in a database of version 2 belongs to its workspace', async () => {
  const url = await version1();
  await execute(url, VERSION_2);
  const { digests, deliveries, snapshots, stars } = store({ url });
  const [order] = await digests.inWorkspace('T0HARBOUR1');
  expect({ id: order?.id, workspace: order?.workspace }).toEqual({ id: 'lobby', workspace: 'T0HARBOUR1' });
  expect(await digests.inWorkspace('T0ANOTHER1')).toEqual([]);
  const sent = await deliveries.ofDay(digestKey(), '2027-05-11');
  expect([sent.length, ...new Set(sent.map(({ workspace }) => workspace))]).toEqual([7, 'T0HARBOUR1']);
  expect((await deliveries.ofDay(digestKey('removed', ''), '')).map(({ workspace }) => workspace)).toEqual([
    '',
  ]);
  expect(await snapshots.last('Lighthouse Days')).toEqual({ version: 7, talks: [] });
  const star = { workspace: 'T0HARBOUR1', person: 'U0MIRA0001', conference: 'Lighthouse Days', talk: 'a' };
  await stars.star(star, 1000);
  expect(await stars.peopleWhoStarred('Lighthouse Days', ['a'])).toEqual([star]);
});

test('a database that a newer Lectern has made is left alone', async () => {
  const url = database();
  const opened = store({ url });
  await opened.digests.all();
  await opened.close();
  await execute(url, 'update schema_version set version = 99');
  await expect(store({ url }).digests.all()).rejects.toThrow(
    'The database has version 99, but this Lectern knows versions up to 20. Run the newer Lectern that made it, or set DATABASE_URL to another database.',
  );
  expect(await execute(url, 'select version from schema_version')).toEqual([{ version: 99 }]);
});
