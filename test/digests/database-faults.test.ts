import { renameSync } from 'node:fs';
import { setImmediate as turnOfEvents } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { Deliverer } from '../../src/digests/deliver/deliverer.ts';
import { type Desk, desk } from '../support/desk.ts';
import { digest, digestKey } from '../support/digests.ts';
import { lighthouse } from '../support/lighthouse-days.ts';
import { databaseFile, store } from '../support/store.ts';

const LOBBY = 'C0LOBBY001';

async function withDatabase(path: string): Promise<Desk> {
  const made = desk({
    programme: lighthouse,
    at: '2027-05-11T07:59:50Z',
    store: store({ url: `file:${path}` }),
  });
  await made.store.digests.save(digest({ timeZone: 'UTC' }));
  return made;
}

function timesOf(made: Desk): readonly string[] {
  return made.in(LOBBY).map(text => text.slice(0, 8));
}

test('while the database is gone nothing is posted, it is said once, and nothing is lost', async () => {
  const path = databaseFile();
  const made = await withDatabase(path);
  const by = [made.process()];
  await made.until('2027-05-11T07:59:55Z', { by });
  renameSync(path, `${path}.away`);
  await made.until('2027-05-11T08:04:59Z', { by });
  expect(made.posted).toEqual([]);
  expect(made.log.map(({ level, msg }) => `${level}: ${msg}`)).toEqual([
    `error: The database ${path} is gone. Put the file back, and Lectern continues with it. Until then no digest is posted; searches are answered.`,
  ]);
  renameSync(`${path}.away`, path);
  await made.until('2027-05-11T08:06Z', { by });
  expect(timesOf(made)).toEqual(['08:04:59', '08:05:01']);
  expect(made.log.at(-1)).toMatchObject({ level: 'info', msg: 'Digest delivery works again.' });
});

test('what Slack has answered is recorded once the database is back', async () => {
  const path = databaseFile();
  const made = await withDatabase(path);
  const { post } = made.context;
  let lose = () => {};
  const isLost = new Promise<void>(resolve => {
    lose = resolve;
  });
  const process = new Deliverer({
    ...made.context,
    post: async (...args) => {
      const outcome = await post(...args);
      renameSync(path, `${path}.away`);
      lose();
      return outcome;
    },
  });
  made.now = Date.parse('2027-05-11T08:00:00Z');
  await process.tick();
  await isLost;
  await tried();
  expect(made.posted.length).toBe(1);
  renameSync(`${path}.away`, path);
  await process.settled();
  expect((await made.store.deliveries.ofDay(digestKey(), '2027-05-11')).map(({ state }) => state)).toEqual([
    'posted',
    'claimed',
  ]);
});

test('a database that another process holds is waited for', async () => {
  const path = databaseFile();
  const made = await withDatabase(path);
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  made.now = Date.parse('2027-05-11T08:00:00Z');
  const process = made.process();
  const ticking = process.tick();
  await tried();
  expect(made.posted).toEqual([]);
  other.exec('commit');
  other.close();
  await ticking;
  await process.settled();
  expect(made.posted.length).toBe(1);
  expect(made.log.filter(({ level }) => level === 'error')).toEqual([]);
});

/** The store gives way to others once before it asks the database, which answers or refuses at once. */
async function tried(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await turnOfEvents();
}
