import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../../src/store/open.ts';
import { newDelivery } from '../../support/digests.ts';
import { PostgresServer } from '../../support/postgres.ts';
import { store as openStore } from '../../support/store.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start({ max_connections: '70' });
}, 60_000);
afterAll(() => server.remove());

const opened = (url: string): Store => openStore({ url });

function processesOn(url: string): readonly Store[] {
  return Array.from({ length: 5 }, () => opened(url));
}

const MIRA = { workspace: 'T1', person: 'U0MIRA0001' };
const fog = { ...MIRA, conference: 'Lighthouse Days', talk: 'fog' };
const starred = new Map([['Lighthouse Days', new Set(['fog'])]]);

/** Another program's connection, which does what Lectern's never would. */
async function client(url: string): Promise<pg.Client> {
  const other = new pg.Client({ connectionString: url });
  // The server may cut it off.
  other.on('error', () => {});
  await other.connect();
  onTestFinished(() => other.end());
  return other;
}

test('five processes that start at once make one database', async () => {
  for (let round = 0; round < 5; round += 1) {
    const url = server.newDatabase();
    const stores = processesOn(url);
    await Promise.all(stores.map(each => each.stars.star(fog, 1000)));
    expect(await stores[0]?.stars.countOf(fog)).toBe(1);
    await Promise.all(stores.map(each => each.close()));
  }
});

test('a statement that a connection has prepared is used again, also after a newer Lectern changed its table', async () => {
  const url = server.newDatabase();
  const database = new URL(url).pathname.slice(1);
  const store = opened(url);
  await store.stars.star(fog, 1000);
  const read = () => store.stars.starsOf(MIRA);
  expect([await read(), await read()]).toEqual([starred, starred]);
  server.psql(database, `alter table stars add column mood text not null default ''`);
  expect(await read()).toEqual(starred);
  server.psql(database, 'truncate stars');
  expect(await read()).toEqual(new Map());
});

test('texts are compared byte by byte, whatever the language of the database', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  for (const words of ['b', 'B', 'a', 'A', 'ä', 'z'])
    await store.alerts.add({ ...MIRA, conference: 'Harbour', words }, [], 1000);
  expect(await store.alerts.wordsOf(MIRA, 'Harbour')).toEqual(['A', 'B', 'a', 'b', 'z', 'ä']);
  const rows = server.psql(
    new URL(url).pathname.slice(1),
    `select table_name || '.' || column_name from information_schema.columns
     where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`,
  );
  expect(rows).toEqual([]);
});

test('of five processes that claim and take the same messages in all orders, each message goes to one', async () => {
  const url = server.newDatabase();
  const stores = processesOn(url);
  const keys = Array.from({ length: 40 }, (_, index) =>
    newDelivery({ digestId: `digest ${index}`, channel: `C${index}` }),
  );
  const won = await Promise.all(
    stores.map((each, process) =>
      each.deliveries.claim((process % 2 === 0 ? keys : keys.toReversed()).map(key => [key])),
    ),
  );
  expect(won.flat().filter(Boolean)).toHaveLength(keys.length);
  const pace = { now: 2000, channelMs: 1000, perMinute: 300 };
  const taken = await Promise.all(
    stores.flatMap(each => keys.slice(0, 20).map(key => each.sending.take([key], pace))),
  );
  const all = await Promise.all(stores.map(each => each.sending.take(keys, { ...pace, now: 4000 })));
  expect(
    taken
      .concat(all)
      .flat()
      .map(each => each.digestId)
      .sort(),
  ).toEqual(keys.map(({ digestId }) => digestId).sort());
});

test('of several messages for one channel, five processes take one', async () => {
  const url = server.newDatabase();
  const stores = processesOn(url);
  for (let round = 0; round < 20; round += 1) {
    const keys = stores.map((_, index) =>
      newDelivery({ digestId: `${round} ${index}`, channel: `C${round}` }),
    );
    await stores[0]?.deliveries.claim(keys.map(key => [key]));
    const pace = { now: 2000, channelMs: 1000, perMinute: 300 };
    const taken = await Promise.all(
      stores.map((each, index) => each.sending.take(keys.slice(index, index + 1), pace)),
    );
    expect(taken.flat()).toHaveLength(1);
  }
});

test('a server that stops is named, and used again once it is back', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  await store.stars.star(fog, 1000);
  // Connections that nobody uses are lost, too.
  await Promise.all(Array.from({ length: 5 }, () => store.stars.starsOf(MIRA)));
  for (const how of ['SIGINT', 'SIGQUIT'] as const) {
    await server.stop(how);
    await expect(store.stars.starsOf(MIRA)).rejects.toMatchObject({
      code: 'gone',
      message: expect.stringMatching(
        /^The database lectern_\w+ on 127.0.0.1:\d+ cannot be reached \(.+\)\. Start it, or correct DATABASE_URL; Lectern continues by itself\.$/,
      ),
    });
    await server.restart({ max_connections: '70' });
    await expect.poll(() => store.stars.starsOf(MIRA).catch(() => undefined)).toEqual(starred);
  }
});

test('a transaction whose connection is lost has done nothing, and the next one works', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  await store.stars.star(fog, 1000);
  const other = await client(url);
  await other.query('begin; lock table feeds in access exclusive mode');
  const forgetting = store.forget(MIRA);
  forgetting.catch(() => {});
  await expect.poll(() => waiting(url)).toEqual(['1']);
  server.psql(
    'postgres',
    "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'",
  );
  await expect(forgetting).rejects.toMatchObject({ code: 'gone' });
  await other.query('rollback');
  expect(await store.stars.starsOf(MIRA)).toEqual(starred);
  expect(await store.forget(MIRA)).toMatchObject({ stars: 1 });
});

function waiting(url: string): readonly string[] {
  return server.psql(
    'postgres',
    `select count(*) from pg_stat_activity
     where wait_event_type = 'Lock' and datname = '${new URL(url).pathname.slice(1)}'`,
  );
}

test('a statement that takes too long is ended, and the next one works', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  await store.stars.star(fog, 1000);
  const other = await client(url);
  await other.query('begin; lock table stars in access exclusive mode');
  await expect(store.stars.starsOf(MIRA)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining(
      'did not answer in time (canceling statement due to statement timeout, 57014). Look what keeps it busy; Lectern continues by itself.',
    ),
  });
  await other.query('rollback');
  expect(await store.stars.starsOf(MIRA)).toEqual(starred);
});

test('a server without a connection left is named, and used once there is one', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  const others: pg.Client[] = [];
  const fill = async () => {
    for (;;) others.push(await client(url));
  };
  await expect(fill()).rejects.toMatchObject({ code: '53300' });
  await expect(store.stars.starsOf(MIRA)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining('has no connection left for Lectern. Raise max_connections'),
  });
  await others[0]?.end();
  await expect.poll(() => store.stars.starsOf(MIRA).catch(() => undefined)).toEqual(new Map());
});

test('takes no more than ten connections, and lets the others wait', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  await Promise.all(
    Array.from({ length: 200 }, (_, talk) => store.stars.star({ ...fog, talk: `${talk}` }, 1000)),
  );
  expect(
    server.psql(
      'postgres',
      `select count(*) from pg_stat_activity
       where application_name = 'lectern' and datname = '${new URL(url).pathname.slice(1)}'`,
    ),
  ).toEqual(['10']);
});

test.each([
  [
    'a wrong password',
    (url: string) => url.replace('sea', 'lake'),
    'unusable',
    'does not let Lectern in (password authentication failed for user "lectern", 28P01). Correct the user and password in DATABASE_URL, or what pg_hba.conf allows.',
  ],
  [
    'no password',
    (url: string) => url.replace(/:sea[^@]*@/, '@'),
    'unusable',
    'does not let Lectern in (SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string).',
  ],
  [
    'no such database',
    (url: string) => url.replace(/lectern_\w+/, 'elsewhere'),
    'gone',
    'The database elsewhere on 127.0.0.1',
  ],
  [
    'no such host',
    (url: string) => url.replace('127.0.0.1', 'nowhere.invalid'),
    'gone',
    'cannot be reached (',
  ],
  ['no TLS', (url: string) => `${url}?sslmode=verify-full`, 'unusable', 'cannot be reached over TLS'],
  [
    'no file of a certificate',
    (url: string) => `${url}?sslmode=verify-full&sslrootcert=/nowhere/root.crt`,
    'gone',
    "no such file or directory, open '/nowhere/root.crt'",
  ],
])('%s is named, without the password', async (_name, change, code, words) => {
  const fault = await opened(change(server.newDatabase()))
    .stars.starsOf(MIRA)
    .catch((error: unknown) => error);
  expect(fault).toMatchObject({ code, message: expect.stringContaining(words) });
  expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toMatch(/sea|lake|50%/);
});

test('a user that may not make tables is told whose the database must be', async () => {
  const url = server.newDatabase();
  server.psql('postgres', `alter database ${new URL(url).pathname.slice(1)} owner to postgres`);
  await expect(opened(url).stars.starsOf(MIRA)).rejects.toMatchObject({
    code: 'unusable',
    message: expect.stringContaining(
      'does not allow Lectern to do its work (permission denied for schema public, 42501). Let the user of DATABASE_URL own the database.',
    ),
  });
});

test('a database that may only be read is named, and used once it may be written to', async () => {
  const url = server.newDatabase();
  const name = new URL(url).pathname.slice(1);
  const store = opened(url);
  await store.stars.star(fog, 1000);
  server.psql('postgres', `alter database ${name} set default_transaction_read_only = on`);
  server.psql('postgres', `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  const reading = () => store.stars.starsOf(MIRA).catch(({ message }: Error) => message);
  await expect.poll(reading).toContain('may only be read now: it is a standby');
  server.psql('postgres', `alter database ${name} reset default_transaction_read_only`);
  expect(await reading()).toEqual(starred);
});

test('a database that was put in place of another gets its tables', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  await store.stars.star(fog, 1000);
  server.psql(
    new URL(url).pathname.slice(1),
    'drop schema public cascade; create schema public authorization lectern',
  );
  await expect(store.stars.starsOf(MIRA)).rejects.toMatchObject({ code: 'unusable' });
  expect(await store.stars.starsOf(MIRA)).toEqual(new Map());
});

test('a backup that is restored has everything, and goes on', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  await store.stars.star(fog, 1000);
  const copy = opened(server.copy(new URL(url).pathname.slice(1)));
  expect(await copy.stars.starsOf(MIRA)).toEqual(starred);
  await copy.stars.star({ ...fog, talk: 'lamps' }, 1000);
  expect(await copy.stars.countOf({ ...fog, talk: 'lamps' })).toBe(1);
});

test('an error of PostgreSQL tells no values of rows', async () => {
  const url = server.newDatabase();
  const store = opened(url);
  const feed = {
    ...{ ...MIRA, hash: 'abc', conference: 'Harbour', createdAt: 1000 },
    subject: { kind: 'search', words: 'fog' },
  } as const;
  await store.feeds.add(feed);
  const error = await store.feeds.add(feed).catch((fault: unknown) => fault);
  expect(error).toMatchObject({
    message: 'PostgreSQL says "duplicate key value violates unique constraint "feeds_pkey"" (23505).',
  });
  expect(JSON.stringify(error, ['message', 'cause', 'detail', 'stack'])).not.toContain('abc');
});
