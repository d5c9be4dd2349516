import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../src/live/load.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { inFolderOfItsOwn, LIGHTHOUSE, lectern } from './support.ts';

inFolderOfItsOwn();
const data = temporaryFolder(LIGHTHOUSE);
const at = '2027-05-11T08:55+02:00';

async function ask(words: string, { url, argv = [] }: { url?: string; argv?: readonly string[] } = {}) {
  const env = url === undefined ? {} : { DATABASE_URL: url };
  const given = ['ask', '--data', data, '--at', at, ...argv, ...words.split(' ')];
  const { code, stdout, stderr } = await lectern(given, { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.trim();
}

/** A database as a Lectern leaves it that runs without Slack. */
async function databaseWith(conference: string): Promise<string> {
  const url = `file:${join(temporaryFolder(), 'lectern.sqlite')}`;
  const store = openStore({ url, run: 'local' });
  const { programme } = await load(data, { variable: () => undefined, nowMs: undefined });
  const news = [
    {
      ...{ talkId: 'storage/ceph-at-sea', change: 'Room: Quay Hall, was Net Loft' },
      at: Date.parse('2027-05-11T07:00+02:00'),
    },
    { talkId: 'storage/tape-ashore', change: undefined, at: Date.parse('2027-05-10T12:00+02:00') },
  ];
  const none = { newIds: new Map(), claims: [], updates: [], entries: [] };
  await store.snapshots.replace({ ...none, conference, replaces: 0, talks: programme.talks, news });
  await store.close();
  return url;
}

test('changes are listed from the database of a Lectern that runs, as in Slack', async () => {
  const url = await databaseWith('Lighthouse Days');
  expect(await ask('changes', { url })).toMatch(
    /^Changed today\n+Ceph at sea\n+Room: Quay Hall, was Net Loft\n/,
  );
  expect(await ask('changes yesterday', { url })).toMatch(/^Changed yesterday\n+New: Tape ashore/);
  expect(await ask('changes sunday', { url })).toBe('Nothing changed on Sun 9 May.');
  expect(JSON.parse(await ask('changes', { url, argv: ['--json'] }))).toMatchObject({
    typed: 'changes',
    kind: 'list',
    notes: ['Changed today', 'Ceph at sea: Room: Quay Hall, was Net Loft'],
    total: 1,
    talks: [{ id: 'storage/ceph-at-sea' }],
  });
});

test('where they cannot be told it says why', async () => {
  const missing =
    'Changes are noticed by a Lectern that runs and kept in its database, and there is none at file:./var/local.sqlite. Name its database by DATABASE_URL.';
  expect(await ask('changes')).toBe(missing);
  expect(JSON.parse(await ask('news', { argv: ['--json'] }))).toMatchObject({
    kind: 'none',
    notes: [missing],
  });
  expect(await ask('changes', { url: await databaseWith('Other Days') })).toBe(
    'The database knows no earlier programme of Lighthouse Days, so nothing can be compared: changes are noticed by a Lectern that runs with it.',
  );
  expect(await ask('changes', { url: `file:${join(data, 'schedule.csv')}` })).toContain('cannot be read');
  expect(await ask('did any of my talks change', { url: await databaseWith('Lighthouse Days') })).toBe(
    'On the command line nobody has stars, so no talks are yours: type /talk what changed of my talks in Slack.',
  );
});
