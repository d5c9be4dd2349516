import { expect, test } from 'vitest';
import { sealedPlaceOf } from '../../../src/store/workspaces/installations.ts';
import { installation, kept, rotating } from '../../support/installations.ts';
import { database, execute, store, TOKEN_KEY } from '../../support/store.ts';

const NEW_KEY = Buffer.alloc(32, 9).toString('base64');
const elsewhere = installation({ workspace: 'T2' });
const organisation = installation({ workspace: 'E1' });

test('keeps an installation for each workspace, and the last one', async () => {
  const { installations } = store();
  await installations.save(installation({ installedAt: 1 }));
  const last = await installations.save(rotating('xoxe.xoxb-1', 2000));
  await installations.save(elsewhere);
  expect(await installations.find('T1')).toEqual(last);
  expect(last).toEqual(kept(rotating('xoxe.xoxb-1', 2000)));
  expect(await installations.find('T2')).toEqual(kept(elsewhere));
  expect(await installations.find('T3')).toBe(undefined);
});

test('finds the installation of a team before that of its organisation', async () => {
  const { installations } = store();
  await installations.save(organisation);
  expect(await installations.find('T1', 'E1')).toEqual(kept(organisation));
  await installations.save(installation());
  expect(await installations.find('T1', 'E1')).toEqual(kept(installation()));
  expect(await installations.find('E1')).toEqual(kept(organisation));
});

test('the database shows no token, and a row that was copied over another cannot be read', async () => {
  const url = database();
  const { installations } = store({ url });
  for (const each of [rotating('xoxe.xoxb-1', 2000), elsewhere]) await installations.save(each);
  const rows = await execute(url, 'select * from installations');
  expect(JSON.stringify(rows)).not.toMatch(/xox[bep][-.]|LECTERN|chat:write/);
  await execute(
    url,
    "update installations set sealed = (select i.sealed from installations i where i.workspace = 'T1') where workspace = 'T2'",
  );
  await expect(installations.find('T2')).rejects.toThrow(
    'What is kept about the installation in T2 was damaged or changed in the database. Install Lectern there again.',
  );
});

test('encrypts with a new key at the start, and then reads without the old one', async () => {
  const url = database();
  const before = store({ url }).installations;
  for (const each of [installation(), elsewhere]) await before.save(each);
  const during = store({ url, tokenKeys: [NEW_KEY, TOKEN_KEY] }).installations;
  const beingRenewed = await before.save(rotating('xoxe.xoxb-1', 2000));
  await before.lock(beingRenewed, { now: 1000, until: 2000 });
  await during.save(organisation);
  expect(await during.sealAgain()).toEqual({ sealed: 2, unreadable: [] });
  expect(await during.sealAgain()).toEqual({ sealed: 0, unreadable: [] });
  expect(await during.lock(beingRenewed, { now: 1999, until: 9000 })).toBe(false);
  expect(await during.replace(rotating('xoxe.xoxb-2', 3000), beingRenewed.version)).toBeDefined();
  const after = store({ url, tokenKeys: [NEW_KEY] }).installations;
  expect(await Promise.all(['T1', 'T2', 'E1'].map(id => after.find(id)))).toEqual([
    kept(rotating('xoxe.xoxb-2', 3000)),
    kept(elsewhere),
    kept(organisation),
  ]);
  await expect(before.find('T1')).rejects.toMatchObject({ code: 'sealed', why: 'key' });
});

test('encrypts again what it can read, and tells of the rest', async () => {
  const url = database();
  const thirdKey = Buffer.alloc(32, 3).toString('base64');
  await store({ url }).installations.save(installation());
  await store({ url, tokenKeys: [thirdKey] }).installations.save(elsewhere);
  const { installations } = store({ url, tokenKeys: [NEW_KEY, TOKEN_KEY] });
  const unreadable = [expect.objectContaining({ place: sealedPlaceOf('T2'), why: 'key' })];
  expect(await installations.sealAgain()).toEqual({ sealed: 1, unreadable });
  expect(await installations.sealAgain()).toEqual({ sealed: 0, unreadable });
});

test('replaces only the version that it was told, and no installation that is gone', async () => {
  const { installations, forgetWorkspace } = store();
  const first = await installations.save(rotating('xoxe.xoxb-1', 2000));
  const second = await installations.replace(rotating('xoxe.xoxb-2', 3000), first.version);
  expect(await installations.replace(rotating('xoxe.xoxb-3', 4000), first.version)).toBe(undefined);
  expect(await installations.find('T1')).toEqual(second);
  await forgetWorkspace('T1', 9000);
  expect(await installations.replace(rotating('xoxe.xoxb-4', 4000), second?.version ?? '')).toBe(undefined);
  expect(await installations.find('T1')).toBe(undefined);
});

test('one process at a time locks an installation, until it writes, unlocks it or takes too long', async () => {
  const url = database();
  const [one, other] = [store({ url }).installations, store({ url }).installations];
  const first = await one.save(installation());
  const race = [one, other, one, other, one].map(each => each.lock(first, { now: 1000, until: 2000 }));
  expect((await Promise.all(race)).filter(Boolean)).toEqual([true]);
  expect(await other.lock(first, { now: 1999, until: 9000 })).toBe(false);
  expect(await other.lock(first, { now: 2000, until: 9000 })).toBe(true);
  await other.unlock(first);
  expect(await one.lock(first, { now: 2000, until: 9000 })).toBe(true);
  const next = await one.replace(installation(), first.version);
  expect(await other.lock(first, { now: 9000, until: 9999 })).toBe(false);
  expect(next && (await other.lock(next, { now: 2001, until: 9000 }))).toBe(true);
});
