import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/local-slack/workspace.ts';
import { compose, type Lectern } from '../../src/wiring/compose.ts';
import { type Environment, readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { LIGHTHOUSE } from '../cli/support.ts';
import { digestKey } from '../support/digests.ts';
import { database, databaseFile, store } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LOBBY = 'C0LOBBY001';
const EIGHT = Date.parse('2027-05-11T08:00:00+02:00');

interface Running {
  readonly lectern: Lectern;
  readonly slack: Workspace;
  readonly url: string;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** Lectern as it is run, before a Slack of our own. */
async function running(env: Environment, slack: Workspace): Promise<Running> {
  const { bot, signingSecret } = slack.tokens;
  const read = readConfig({
    DATA_DIR: temporaryFolder(LIGHTHOUSE),
    PORT: '0',
    SLACK_BOT_TOKEN: bot,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    ...env,
  });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const log: string[] = [];
  const lectern = await compose(
    read.config,
    createLog({ level: 'info', secrets: [], write: line => log.push(line) }),
  );
  const { url } = await lectern.start();
  slack.deliverTo(`${url}/slack/events`);
  return { lectern, slack, url, log, stop: () => lectern.stop() };
}

function type(slack: Workspace, text: string) {
  return slack.command({ user: slack.people.mira.id, channel: LOBBY, command: '/talk', text });
}

function digestsIn(slack: Workspace): readonly string[] {
  return slack.messages
    .filter(({ channel, text }) => channel === LOBBY && /Ceph at sea/.test(text))
    .map(({ text }) => text);
}

test('what is ordered for eight is posted at eight, once over a restart, known to be a rehearsal, and still owed for real', async () => {
  const slack = await startWorkspace();
  const DATABASE_URL = database();
  const at = (clock: number) => running({ DATABASE_URL, CLOCK: new Date(clock).toISOString() }, slack);
  const evening = await at(EIGHT - 12 * 3_600_000);
  await type(slack, 'digest daily 08:00');
  await evening.stop();
  const morning = await at(EIGHT - 100);
  await slack.when(() => digestsIn(slack)[0]);
  expect(morning.lectern.now() - EIGHT).toBeLessThan(10_000);
  await morning.stop();
  const later = await at(EIGHT + 60_000);
  while ((await fetch(`${later.url}/readyz`)).status !== 200);
  await later.stop();
  expect(digestsIn(slack)).toEqual([expect.stringContaining('Rehearsal')]);
  const statesIn = async (run: string) => {
    const { digests, deliveries } = store({ url: DATABASE_URL, run });
    const [ordered] = await digests.all();
    return (await deliveries.ofDay(digestKey(ordered?.id), '2027-05-11')).map(({ state }) => state);
  };
  expect([await statesIn('rehearsal'), await statesIn('real')]).toEqual([['posted'], []]);
  await slack.close();
});

test('a talk that was cancelled while Lectern was down is found as cancelled', async () => {
  const slack = await startWorkspace();
  const DATABASE_URL = database();
  const DATA_DIR = temporaryFolder(LIGHTHOUSE);
  const start = () => running({ DATA_DIR, DATABASE_URL }, slack);
  const answer = async () => (await type(slack, 'ceph at sea')).message?.text;
  const before = await start();
  const known = store({ url: DATABASE_URL });
  await expect.poll(() => known.snapshots.last('Lighthouse Days')).toBeDefined();
  await before.stop();
  rmSync(join(DATA_DIR, 'storage', 'ceph-at-sea.txt'));
  rmSync(join(DATA_DIR, 'schedule.csv'));
  const after = await start();
  await expect.poll(answer).toContain('CANCELLED: Ceph at sea');
  await after.stop();
  await slack.close();
});

test('where the database cannot be used, that is said and searches are answered', async () => {
  const slack = await startWorkspace();
  const path = databaseFile();
  writeFileSync(path, 'This is no database, and long enough that nobody could take it for one.'.repeat(100));
  const { url, log, stop } = await running({ DATABASE_URL: `file:${path}` }, slack);
  expect((await type(slack, 'ceph')).message?.text).toContain('Ceph at sea');
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect(await ready.json()).toEqual({
    ready: true,
    store: 'unavailable',
    programme: { conference: 'Lighthouse Days', talks: 2, problems: 0 },
    slack: 'http',
  });
  expect(log.filter(line => line.includes('cannot be used')).length).toBe(1);
  await stop();
  await slack.close();
});
