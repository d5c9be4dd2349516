import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../src/local-slack/delivery/http.ts';
import { startWorkspace } from '../../src/local-slack/workspace.ts';
import { openStore } from '../../src/store/open.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { bundled, startProcess } from '../support/lectern-process.ts';
import { CLIENT, install, openOauthSlack } from '../support/oauth-slack.ts';
import { PostgresServer } from '../support/postgres.ts';
import { databaseFile, TOKEN_KEY } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const WORKSPACES = Number(process.env.WORKSPACES ?? 20);
const PROCESSES = 5;
const SIGNING_SECRET = 'a-secret-of-tests';
const PUBLIC_URL = 'https://talks.example.org';

let lectern: Awaited<ReturnType<typeof bundled>>;
let server: PostgresServer;
beforeAll(async () => {
  lectern = await bundled();
  server = await PostgresServer.start();
}, 120_000);
afterAll(async () => {
  lectern.remove();
  await server.remove();
});

/** Several processes on one database. Returns their addresses. */
async function startProcesses(databaseUrl: string, apiUrl: string): Promise<readonly string[]> {
  const env = {
    ...{ DATABASE_URL: databaseUrl, DATA_DIR: temporaryFolder(LIGHTHOUSE), PUBLIC_URL, TOKEN_KEY },
    ...{ SLACK_API_URL: apiUrl, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_STATE_SECRET: 'state' },
    ...{ SLACK_CLIENT_ID: CLIENT.id, SLACK_CLIENT_SECRET: CLIENT.secret },
  };
  const processes = Array.from({ length: PROCESSES }, () =>
    startProcess(lectern.main, env, temporaryFolder({})),
  );
  onTestFinished(async () => void (await Promise.all(processes.map(each => each.kill('SIGTERM')))));
  await Promise.all(processes.map(({ ready }) => ready));
  return processes.map(({ lines }) => {
    const ready = lines.find(line => line.includes('Lectern is ready.'));
    return JSON.parse(ready ?? '{}').url;
  });
}

/** Somebody of a team types `/talk ceph`. Returns the answer. */
async function talkIn(team: string, url: string): Promise<string> {
  const fields = { command: '/talk', text: 'ceph', user_id: 'U0MIRA0001', channel_id: 'C0LOBBY001' };
  const body = new URLSearchParams({ ...fields, team_id: team, response_url: `${url}/nowhere` }).toString();
  const headers = {
    ...signRequest(body, { secret: SIGNING_SECRET, now: Date.now() }),
    'content-type': 'application/x-www-form-urlencoded',
  };
  return (await fetch(`${url}/slack/events`, { method: 'POST', headers, body })).text();
}

/** The same, asked again as Lectern says where the token was not renewed within the time that Slack gives an answer. */
async function answerIn(team: string, url: string): Promise<string> {
  let answer = await talkIn(team, url);
  for (let again = 0; again < 10 && answer.includes('again in a minute'); again += 1)
    answer = await talkIn(team, url);
  return answer;
}

test.each([
  ['PostgreSQL', () => server.newDatabase()],
  ['one SQLite file', () => `file:${databaseFile()}`],
])(
  'five processes on %s install many workspaces at once, and renew each token once',
  async (_, newDatabase) => {
    const harbour = await startWorkspace({ tokens: { signingSecret: SIGNING_SECRET } });
    onTestFinished(() => harbour.close());
    const teams = Array.from({ length: WORKSPACES }, (_none, index) => `T${index + 1}`);
    const slack = await openOauthSlack({
      workspaces: Object.fromEntries(teams.map(team => [team, harbour])),
      redirectUri: `${PUBLIC_URL}/slack/oauth_redirect`,
      rotates: true,
      // So soon that each token has to be renewed before it is used.
      firstLivesSeconds: 20,
      now: Date.now,
    });
    const url = newDatabase();
    const urls = await startProcesses(url, slack.apiUrl);
    const begun = performance.now();
    const pages = await Promise.all(
      teams.map((team, index) => install(urls[index % PROCESSES] ?? '', slack, { team })),
    );
    const installedMs = performance.now() - begun;
    expect(pages.filter(page => !page.includes('Lectern is installed in'))).toEqual([]);

    const answers = await Promise.all(urls.flatMap(each => teams.map(team => answerIn(team, each))));
    const answeredMs = performance.now() - begun - installedMs;
    expect(answers.filter(answer => !answer.includes('Ceph at sea'))).toEqual([]);
    const count = (what: string) => slack.accesses.filter(access => access === what).length;
    expect({ codes: count('code'), renewals: count('refresh') }).toEqual({
      codes: WORKSPACES,
      renewals: WORKSPACES,
    });

    const store = openStore({ url, run: 'real', tokenKeys: [TOKEN_KEY] });
    const installed = await Promise.all(teams.map(team => store.installations.find(team)));
    await store.close();
    const soon = Date.now() / 1000 + 3600;
    expect(installed.filter(each => (each?.bot.rotation?.expiresAt ?? 0) < soon)).toEqual([]);
    console.info(
      `${WORKSPACES} installed in ${Math.round(installedMs)} ms; ${answers.length} answers, each behind a renewal, in ${Math.round(answeredMs)} ms`,
    );
  },
);
