import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startWorkspace, usualScopes, type Workspace } from '../../../src/local-slack/workspace.ts';
import { installListener } from '../../../src/slack/installing/install-server.ts';
import { oauthAccess } from '../../../src/slack/installing/oauth-access.ts';
import { RefusalLog } from '../../../src/slack/receiving/refusal-log.ts';
import { StoreFault } from '../../../src/store/store-fault.ts';
import type { Installation } from '../../../src/store/workspaces/installations.ts';
import { kept } from '../../support/installations.ts';
import { CLIENT, type OauthSlack, openOauthSlack } from '../../support/oauth-slack.ts';
import { store } from '../../support/store.ts';
import { webServer } from '../../support/web-server.ts';

const NOW = Date.UTC(2027, 4, 11, 7);
const REDIRECT = 'https://talks.example.org/slack/oauth_redirect';

interface Scene {
  readonly slack: OauthSlack;
  readonly harbour: Workspace;
  readonly found: (workspace: string) => Promise<Installation | undefined>;
  /** As a browser with these cookies does it, without following. */
  readonly get: (path: string, cookie?: string) => Promise<Seen>;
  readonly log: string[];
  now: number;
  keep: (installation: Installation) => Promise<unknown>;
}

interface Seen {
  readonly status: number;
  readonly location: string;
  readonly cookie: string;
  readonly text: string;
  readonly headers: Headers;
}

async function openScene({ rotates = false } = {}): Promise<Scene> {
  const { installations } = store();
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: line => log.push(line) });
  const harbour = await startWorkspace({ team: { id: 'T1', domain: 'a', name: 'Fish & <Chips>' } });
  const scene = {
    now: NOW,
    keep: (installation: Installation): Promise<unknown> => installations.save(installation),
  };
  const now = () => scene.now;
  const slack = await openOauthSlack({ workspaces: { T1: harbour }, redirectUri: REDIRECT, rotates, now });
  const { takeCode } = oauthAccess({
    ...{ clientId: CLIENT.id, clientSecret: CLIENT.secret, redirectUri: REDIRECT, now, log: logger },
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  const listener = installListener({
    ...{ clientId: CLIENT.id, stateSecret: 'state', redirectUri: REDIRECT, slackUrl: 'https://slack.com' },
    ...{ scopes: usualScopes, takeCode, now, log: logger, refusals: new RefusalLog(logger) },
    keep: async installation => void (await scene.keep(installation)),
  });
  const { url } = await webServer(listener);
  onTestFinished(() => harbour.close());
  const get = async (path: string, cookie = ''): Promise<Seen> => {
    const to = path.replace('https://talks.example.org', '');
    const answer = await fetch(`${url}${to}`, { redirect: 'manual', headers: { cookie } });
    const { status, headers } = answer;
    return {
      ...{ status, headers, text: await answer.text(), location: headers.get('location') ?? '' },
      cookie: headers.get('set-cookie')?.split(';')[0] ?? '',
    };
  };
  return Object.assign(scene, { slack, harbour, found: (id: string) => installations.find(id), get, log });
}

const titleOf = ({ status, text }: Seen) => `${status} ${/<h1>(.*)<\/h1>/.exec(text)?.[1]}`;

test('installs Lectern in a workspace', async () => {
  const { get, slack, found, log } = await openScene();
  const begun = await get('/slack/install');
  expect(begun.status).toBe(302);
  expect(begun.headers.get('set-cookie')).toMatch(
    /^lectern-install=[\w-]{32}; Path=\/slack\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
  );
  const seen = await get(slack.allow(begun.location, { team: 'T1' }), begun.cookie);
  expect(titleOf(seen)).toBe('200 Lectern is installed in Fish &amp; &lt;Chips&gt;');
  expect(seen.text).toContain('href="https://slack.com/app_redirect?app=A0LECTERN1&amp;team=T1"');
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  const installation = await found('T1');
  expect(installation).toEqual(
    kept({
      workspace: 'T1',
      bot: {
        token: expect.stringMatching(/^xoxb-/),
        rotation: undefined,
        id: 'B0LECTERN1',
        userId: 'U0LECTERN1',
        scopes: [...usualScopes],
      },
      installedAt: NOW,
    }),
  );
  expect(log.join('')).not.toMatch(/xox|code=/);
});

test('installs it in an organisation, with a token that ends', async () => {
  const { get, slack, found } = await openScene({ rotates: true });
  const begun = await get('/slack/install');
  const seen = await get(slack.allow(begun.location, { enterprise: 'E1' }), begun.cookie);
  expect(titleOf(seen)).toBe('200 Lectern is installed in Harbours &amp; Co');
  expect((await found('E1'))?.bot).toMatchObject({
    token: expect.stringMatching(/^xoxe\.xoxb-/),
    rotation: { refreshToken: expect.stringMatching(/^xoxe-1-/), expiresAt: NOW / 1000 + 43_200 },
  });
});

test('either of two tabs may come back first, and again', async () => {
  const { get, slack, found } = await openScene();
  const first = await get('/slack/install');
  const second = await get('/slack/install', `theme=dark; ${first.cookie}`);
  expect(second.cookie).toBe(first.cookie);
  for (const { location } of [second, first])
    expect(titleOf(await get(slack.allow(location, { team: 'T1' }), first.cookie))).toMatch(/^200 /);
  expect(await found('T1')).toBeDefined();
});

test('a page that is loaded twice says to start again, and the installation stays', async () => {
  const { get, slack, found, log } = await openScene();
  const begun = await get('/slack/install');
  const back = slack.allow(begun.location, { team: 'T1' });
  await get(back, begun.cookie);
  const installation = await found('T1');
  expect(titleOf(await get(back, begun.cookie))).toBe('400 Please start again');
  expect(await found('T1')).toEqual(installation);
  expect(log.at(-1)).toContain('Slack does not take the code that the browser brought.');
});

test('takes no answer that is not for this browser, altered, late, or begun elsewhere', async () => {
  const { get, slack, found } = await openScene();
  const [mine, theirs] = [await get('/slack/install'), await get('/slack/install')];
  const back = slack.allow(mine.location, { team: 'T1' });
  for (const [url, cookie] of [
    [back, theirs.cookie],
    [back, ''],
    [back, `${mine.cookie}x`],
    [`${back}x`, mine.cookie],
    [back.replace(/state=\w/, 'state=z'), mine.cookie],
    [back.replace(/&state=.*/, ''), mine.cookie],
    ['/slack/oauth_redirect?error=access_denied', mine.cookie],
    ['/slack/oauth_redirect?state=%E0%A4%A', mine.cookie],
  ] as const)
    expect([url, titleOf(await get(url, cookie))]).toEqual([url, '400 Please start again']);
  expect(slack.accesses).toEqual([]);
  expect(await found('T1')).toBe(undefined);
});

test('takes an answer for ten minutes', async () => {
  const scene = await openScene();
  const begun = await scene.get('/slack/install');
  const back = scene.slack.allow(begun.location, { team: 'T1' });
  scene.now = NOW + 600_000;
  expect(titleOf(await scene.get(back, begun.cookie))).toBe('400 Please start again');
  scene.now -= 1;
  expect(titleOf(await scene.get(back, begun.cookie))).toMatch(/^200 /);
});

test('says that nothing was changed to a person who did not allow it', async () => {
  const { get, slack } = await openScene();
  const begun = await get('/slack/install');
  expect(titleOf(await get(slack.cancel(begun.location), begun.cookie))).toBe(
    '200 Lectern was not installed',
  );
  expect(slack.accesses).toEqual([]);
});

test('says nothing of the database when that is away', async () => {
  const scene = await openScene();
  scene.keep = async () => {
    throw new StoreFault('gone', 'The database lectern on db.example.org cannot be reached (ECONNREFUSED).');
  };
  const begun = await scene.get('/slack/install');
  const seen = await scene.get(scene.slack.allow(begun.location, { team: 'T1' }), begun.cookie);
  expect(titleOf(seen)).toBe('503 Lectern was not installed');
  expect(seen.text).not.toMatch(/ECONN|db\.example/);
  expect(scene.log.at(-1)).toContain('db.example.org');
});

test('keeps an installation of which Slack does not tell the id of the bot', async () => {
  const { get, slack, harbour, found } = await openScene();
  harbour.fail('auth.test', { kind: 'error', error: 'internal_error' });
  const begun = await get('/slack/install');
  expect(titleOf(await get(slack.allow(begun.location, { team: 'T1' }), begun.cookie))).toMatch(/^200 /);
  const bot = (await found('T1'))?.bot;
  expect([bot?.id, bot?.userId]).toEqual([undefined, 'U0LECTERN1']);
});

test('asks Slack for few codes at once', async () => {
  const { get, slack, found } = await openScene();
  const begun = await get('/slack/install');
  const backs = Array.from({ length: 25 }, () => slack.allow(begun.location, { team: 'T1' }));
  let answer: () => void = () => {};
  const answered = new Promise<void>(resolve => {
    answer = resolve;
  });
  slack.beforeAccess = () => answered;
  const seen = backs.map(back => get(back, begun.cookie));
  expect(titleOf(await Promise.race(seen))).toBe('503 Please try again in a minute');
  answer();
  const titles = (await Promise.all(seen)).map(titleOf);
  expect(titles.filter(title => title.startsWith('200'))).toHaveLength(20);
  expect(await found('T1')).toBeDefined();
});
