import { pino } from 'pino';
import { expect, test } from 'vitest';
import { oauthAccess } from '../../../src/slack/installing/oauth-access.ts';
import { TokenRenewal } from '../../../src/slack/installing/token-renewal.ts';
import type { Store } from '../../../src/store/open.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import type {
  InstallationRepository,
  KeptInstallation,
} from '../../../src/store/workspaces/installations.ts';
import { rotating } from '../../support/installations.ts';
import { CLIENT, type OauthSlack, openOauthSlack } from '../../support/oauth-slack.ts';
import { database, store } from '../../support/store.ts';

const START = Date.UTC(2027, 4, 11, 7);
const HOUR_MS = 3_600_000;
const REDIRECT = 'https://talks.example.org/slack/oauth_redirect';

interface Scene {
  readonly slack: OauthSlack;
  readonly kept: KeptInstallation;
  readonly stores: readonly Store[];
  readonly processes: readonly TokenRenewal[];
  readonly log: string[];
  now: number;
}

interface SceneOptions {
  readonly processes?: number;
  /** Stands between the first process and its database. */
  readonly between?: (
    installations: InstallationRepository,
  ) => Pick<InstallationRepository, 'find' | 'lock' | 'unlock' | 'replace'>;
  /** How a process waits: it lets the others go on, without losing time. */
  readonly pause?: (delayMs: number) => Promise<void>;
}

/** A workspace with a token that ends twelve hours after the start. */
async function openScene({
  processes = 1,
  between = each => each,
  pause = nextTurn,
}: SceneOptions = {}): Promise<Scene> {
  const log: string[] = [];
  const logger = pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line).msg) });
  const scene = { now: START };
  const now = () => scene.now;
  const slack = await openOauthSlack({ workspaces: {}, redirectUri: REDIRECT, rotates: true, now });
  const { renew } = oauthAccess({
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    redirectUri: REDIRECT,
    clientOptions: { slackApiUrl: slack.apiUrl },
    now,
    log: logger,
  });
  const url = database();
  const stores = Array.from({ length: processes }, () => store({ url }));
  const { token, refreshToken, expiresAt } = slack.grant({ team: 'T1' });
  const bot = { ...rotating('', 0).bot, token, rotation: { refreshToken: refreshToken ?? '', expiresAt } };
  const kept = await installationsOf(stores[0]).save({ ...rotating('', 0), bot });
  const renewals = stores.map(
    ({ installations }, place) =>
      new TokenRenewal({
        store: place === 0 ? between(installations) : installations,
        renew,
        now,
        log: logger,
        pause,
      }),
  );
  return Object.assign(scene, { slack, kept, stores, processes: renewals, log });
}

function installationsOf(opened: Store | undefined): InstallationRepository {
  if (opened === undefined) throw new Error('There is no process.');
  return opened.installations;
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1));
}

const tokens = async (scene: Scene) => {
  const valid = await Promise.all(scene.processes.map(each => each.valid(scene.kept)));
  return [...new Set(valid.map(each => each?.bot.token))];
};

test('leaves a token alone that has more than two hours', async () => {
  const scene = await openScene();
  scene.now = START + 10 * HOUR_MS - 1000;
  expect(await tokens(scene)).toEqual([scene.kept.bot.token]);
  expect(scene.slack.accesses).toEqual([]);
});

test('five processes at once renew a token that has ended once, and all have the new one', async () => {
  const scene = await openScene({ processes: 5 });
  scene.now = START + 12 * HOUR_MS;
  const [token, ...others] = await tokens(scene);
  expect(others).toEqual([]);
  expect(token).not.toBe(scene.kept.bot.token);
  expect(scene.slack.accesses).toEqual(['refresh']);
  const found = await installationsOf(scene.stores[4]).find('T1');
  expect(found?.bot).toMatchObject({ token, rotation: { expiresAt: (START + 24 * HOUR_MS) / 1000 } });
  expect(await tokens(scene)).toEqual([token]);
  expect(scene.slack.accesses).toEqual(['refresh']);
});

test('renews a token in advance once, while nobody waits for it and the old one serves', async () => {
  const scene = await openScene();
  scene.now = START + 10 * HOUR_MS;
  let answer: () => void = () => {};
  scene.slack.beforeAccess = () =>
    new Promise(resolve => {
      answer = resolve;
    });
  expect(await tokens(scene)).toEqual([scene.kept.bot.token]);
  expect(await tokens(scene)).toEqual([scene.kept.bot.token]);
  while (scene.slack.accesses.length === 0) await nextTurn();
  answer();
  while ((await tokens(scene))[0] === scene.kept.bot.token) await nextTurn();
  expect(scene.slack.accesses).toEqual(['refresh']);
  expect(scene.log).toEqual([]);
});

test('a token that Slack refuses to renew for good is given until it ends, and Slack is not asked again', async () => {
  const scene = await openScene();
  scene.slack.revoke({ team: 'T1' });
  scene.now = START + 11 * HOUR_MS;
  expect(await tokens(scene)).toEqual([scene.kept.bot.token]);
  while (scene.log.length === 0) await nextTurn();
  scene.now = START + 11.5 * HOUR_MS;
  expect(await tokens(scene)).toEqual([scene.kept.bot.token]);
  for (const later of [0, 1, 24]) {
    scene.now = START + (12 + later) * HOUR_MS;
    expect(await tokens(scene)).toEqual([undefined]);
  }
  expect(scene.slack.accesses).toEqual(['refresh']);
  expect(scene.log).toEqual([
    'Slack will not renew the token of a workspace any more: Lectern must be installed again there.',
  ]);
  const installations = installationsOf(scene.stores[0]);
  expect((await installations.find('T1'))?.version).toBe(scene.kept.version);

  const again = await installations.save(rotating('xoxe.xoxb-again', scene.now / 1000 + 43_200));
  expect((await scene.processes[0]?.valid(again))?.bot.token).toBe('xoxe.xoxb-again');
});

test('a token that has ended and cannot be renewed now is not given, and is tried again every five seconds', async () => {
  let reads = 0;
  const scene = await openScene({
    between: installations => ({
      find: async () => {
        reads += 1;
        throw new StoreFault('gone', 'The database is gone.');
      },
      lock: (...given) => installations.lock(...given),
      unlock: kept => installations.unlock(kept),
      replace: (...given) => installations.replace(...given),
    }),
  });
  for (const later of [0, 1000, 4999, 5000]) {
    scene.now = START + 12 * HOUR_MS + later;
    await expect(tokens(scene)).rejects.toThrow('The database is gone.');
  }
  expect(reads).toBe(2);
  const said = 'A token could not be renewed; Lectern tries again.';
  expect(scene.log).toEqual([said, said]);
});

test('takes the token of a process whose lock ran out before it wrote', async () => {
  const scene = await openScene({ processes: 2 });
  const [first, second] = scene.stores.map(installationsOf);
  scene.now = START + 12 * HOUR_MS;
  // The first process has renewed the token and stands still; the second one comes when the lock is over.
  const renewed = { ...scene.kept, bot: rotating('xoxe.xoxb-late', START / 1000 + 86_400).bot };
  scene.slack.revoke({ team: 'T1' });
  scene.slack.beforeAccess = async () => void (await first?.replace(renewed, scene.kept.version));
  const [, process] = scene.processes;
  expect((await process?.valid(scene.kept))?.bot.token).toBe('xoxe.xoxb-late');
  expect((await second?.find('T1'))?.bot.token).toBe('xoxe.xoxb-late');
});

test('does not bring back a workspace that was uninstalled meanwhile', async () => {
  const scene = await openScene();
  scene.now = START + 12 * HOUR_MS;
  scene.slack.beforeAccess = async () => void (await scene.stores[0]?.forgetWorkspace('T1', scene.now));
  expect(await tokens(scene)).toEqual([undefined]);
  expect(await installationsOf(scene.stores[0]).find('T1')).toBe(undefined);
});

test('a renewed token is used at once and written until the database takes it', async () => {
  let failures = 4;
  const scene = await openScene({
    between: installations => ({
      find: (...workspaces) => installations.find(...workspaces),
      lock: (...given) => installations.lock(...given),
      unlock: kept => installations.unlock(kept),
      replace: async (...given) => {
        failures -= 1;
        if (failures >= 0) throw new StoreFault('gone', 'The database is gone.');
        return installations.replace(...given);
      },
    }),
  });
  scene.now = START + 12 * HOUR_MS;
  const [token] = await tokens(scene);
  expect(await tokens(scene)).toEqual([token]);
  const written = async () => (await installationsOf(scene.stores[0]).find('T1'))?.bot.token;
  while ((await written()) !== token) await nextTurn();
  expect(scene.slack.accesses).toEqual(['refresh']);
  while (scene.log.length < 2) await nextTurn();
  expect(scene.log).toEqual([
    'A renewed token could not be kept; Lectern tries again for half an hour, and must not be stopped meanwhile.',
    'The renewed token is kept now.',
  ]);
});
