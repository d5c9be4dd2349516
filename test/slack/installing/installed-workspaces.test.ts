import { pino } from 'pino';
import { expect, test } from 'vitest';
import { InstalledWorkspaces } from '../../../src/slack/installing/installed-workspaces.ts';
import { SealedFault } from '../../../src/store/database/sealing.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import type { Installation } from '../../../src/store/workspaces/installations.ts';
import { installation } from '../../support/installations.ts';
import { store } from '../../support/store.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const request = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false as const };

interface Scene {
  readonly workspaces: InstalledWorkspaces;
  readonly save: (installation: Installation) => Promise<unknown>;
  readonly uninstall: (workspace: string) => Promise<unknown>;
  /** How often the database was asked. */
  reads: number;
  now: number;
  database: 'there' | 'away' | 'silent' | 'sealed';
  /** The places of which it told that they cannot be decrypted. */
  readonly unreadable: Set<string>;
  meanwhile: () => Promise<void>;
}

/** Lectern in T1, and its database. */
async function openScene(...installed: readonly Installation[]): Promise<Scene> {
  const { installations, forgetWorkspace } = store();
  const scene: Omit<Scene, 'workspaces' | 'save' | 'uninstall'> = {
    ...{ reads: 0, now: 0, database: 'there', unreadable: new Set(), meanwhile: async () => {} },
  };
  const find: typeof installations.find = async (...ids) => {
    scene.reads += 1;
    if (scene.database === 'away') throw new StoreFault('gone', 'The database is gone.');
    if (scene.database === 'sealed') throw new SealedFault({ place: 'T1', why: 'key' }, 'The key is gone.');
    const found = await installations.find(...ids);
    // Between what the database answers and what this process remembers, much can happen.
    await scene.meanwhile();
    return scene.database === 'silent' ? new Promise(() => {}) : found;
  };
  for (const each of installed) await installations.save(each);
  const workspaces = new InstalledWorkspaces({
    store: { find },
    renewal: { valid: async kept => kept },
    unreadable: {
      add: fault => scene.unreadable.add(fault.place),
      delete: id => scene.unreadable.delete(id),
    },
    now: () => scene.now,
    log: pino({ level: 'silent' }),
    answerWithinMs: 100,
  });
  const save = installations.save.bind(installations);
  return Object.assign(scene, { workspaces, save, uninstall: (id: string) => forgetWorkspace(id, 1e15) });
}

test('gives the token of a workspace, and what Bolt needs', async () => {
  const { workspaces } = await openScene(installation());
  expect(await workspaces.tokenFor('T1')).toBe('xoxb-harbour-1');
  expect(await workspaces.tokenFor('T2')).toBe(undefined);
  expect(await workspaces.authorize(request)).toEqual({
    workspace: 'T1',
    scopes: ['commands', 'chat:write'],
    botToken: 'xoxb-harbour-1',
    botId: 'B0LECTERN1',
    botUserId: 'U0LECTERN1',
  });
  await expect(workspaces.authorize({ ...request, teamId: 'T2', enterpriseId: 'E1' })).rejects.toThrow(
    'Lectern is not installed in the workspace T2 of E1.',
  );
});

test("answers a team by its organisation's installation, unless it has its own", async () => {
  const inAll = installation({ workspace: 'E1', bot: { ...installation().bot, token: 'xoxb-all' } });
  const { workspaces } = await openScene(inAll, installation({ workspace: 'T2' }));
  const asked = { teamId: 'T1', enterpriseId: 'E1' };
  const all = { workspace: 'E1', botToken: 'xoxb-all' };
  expect(await workspaces.authorize({ ...asked, isEnterpriseInstall: false })).toMatchObject(all);
  expect(await workspaces.authorize({ ...asked, isEnterpriseInstall: true })).toMatchObject(all);
  const ownTeam = await workspaces.authorize({ ...asked, teamId: 'T2', isEnterpriseInstall: false });
  expect(ownTeam).toMatchObject({ workspace: 'T2', botToken: 'xoxb-harbour-1' });
  const asOrganisation = await workspaces.authorize({ ...asked, teamId: 'T2', isEnterpriseInstall: true });
  expect(asOrganisation).toMatchObject(all);
});

test('asks the database once a minute, however many requests come', async () => {
  const scene = await openScene(installation());
  await Promise.all(Array.from({ length: 50 }, () => scene.workspaces.authorize(request)));
  expect(scene.reads).toBe(1);
  scene.now = MINUTE_MS - 1;
  await scene.workspaces.authorize(request);
  expect(scene.reads).toBe(1);
  await scene.save(installation({ bot: { ...installation().bot, token: 'xoxb-again' } }));
  scene.now = MINUTE_MS;
  expect((await scene.workspaces.authorize(request)).botToken).toBe('xoxb-again');
  expect(scene.reads).toBe(2);
});

test('answers for half a day while the database is away, where it has answered before', async () => {
  const scene = await openScene(installation(), installation({ workspace: 'T2' }));
  await scene.workspaces.authorize(request);
  scene.database = 'away';
  for (scene.now = MINUTE_MS; scene.now < 12 * HOUR_MS; scene.now += HOUR_MS)
    expect((await scene.workspaces.authorize(request)).botToken).toBe('xoxb-harbour-1');
  await expect(scene.workspaces.authorize({ ...request, teamId: 'T2' })).rejects.toMatchObject({
    code: 'gone',
  });
  await expect(scene.workspaces.authorize(request)).rejects.toMatchObject({ code: 'gone' });
  scene.database = 'there';
  expect((await scene.workspaces.authorize(request)).botToken).toBe('xoxb-harbour-1');
});

test('tells that a token cannot be decrypted, and goes on with the one that it knows', async () => {
  const scene = await openScene(installation());
  scene.database = 'sealed';
  await expect(scene.workspaces.authorize(request)).rejects.toMatchObject({ code: 'sealed' });
  expect([...scene.unreadable]).toEqual(['T1']);
  scene.database = 'there';
  await scene.workspaces.authorize(request);
  Object.assign(scene, { database: 'sealed', now: MINUTE_MS });
  expect((await scene.workspaces.authorize(request)).botToken).toBe('xoxb-harbour-1');
});

test('waits once for a database that is silent, and no other request waits', async () => {
  const scene = await openScene(installation());
  await scene.workspaces.authorize(request);
  Object.assign(scene, { database: 'silent', now: MINUTE_MS });
  const first = scene.workspaces.authorize(request);
  expect((await scene.workspaces.authorize(request)).botToken).toBe('xoxb-harbour-1');
  expect((await first).botToken).toBe('xoxb-harbour-1');
  await expect(scene.workspaces.authorize({ ...request, teamId: 'T2' })).rejects.toThrow(
    'Neither the database nor Slack tells in time of a workspace.',
  );
});

test('knows at once of what this process has installed or forgotten', async () => {
  const scene = await openScene(installation({ workspace: 'E1' }));
  const ofTeam = { ...request, enterpriseId: 'E1' };
  expect((await scene.workspaces.authorize(ofTeam)).workspace).toBe('E1');
  await scene.save(installation());
  scene.workspaces.forget('T1');
  expect((await scene.workspaces.authorize(ofTeam)).workspace).toBe('T1');
  await scene.uninstall('T1');
  scene.workspaces.forget('T1');
  expect((await scene.workspaces.authorize(ofTeam)).workspace).toBe('E1');
  await scene.uninstall('E1');
  scene.workspaces.forget('E1');
  await expect(scene.workspaces.authorize(ofTeam)).rejects.toThrow('Lectern is not installed');
});

test('remembers nothing that was read before it was forgotten', async () => {
  const scene = await openScene(installation());
  scene.meanwhile = async () => {
    scene.meanwhile = async () => {};
    await scene.uninstall('T1');
    scene.workspaces.forget('T1');
  };
  await scene.workspaces.authorize(request);
  await expect(scene.workspaces.authorize(request)).rejects.toThrow('Lectern is not installed');
});

test('what cannot be decrypted counts no more once another process has handled the end of its installation', async () => {
  const scene = await openScene(installation());
  scene.database = 'sealed';
  await expect(scene.workspaces.tokenFor('T1')).rejects.toThrow('The key is gone.');
  expect([...scene.unreadable]).toEqual(['T1']);
  await scene.uninstall('T1');
  scene.database = 'there';
  expect(await scene.workspaces.tokenFor('T1')).toBe(undefined);
  expect([...scene.unreadable]).toEqual([]);
});
