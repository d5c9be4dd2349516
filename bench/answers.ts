import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkspace } from '../src/local-slack/workspace.ts';
import { writeSchedule } from './made-up-schedule.ts';
import { writeTalks } from './made-up-talks.ts';

/**
 * How soon Lectern is ready with a large conference, and how many `/talk ceph` it answers in a second, beside a Bolt
 * app that only acknowledges. Both are processes of their own, driven in turn over signed HTTP, in one run.
 * Needs `npm run build`.
 */
const TALKS = 1557;
const SESSIONS = 1007;
const REQUESTS = 2000;
const AT_ONCE = 8;
const ROUNDS = 3;
const SECRET = 'a-secret-of-the-benchmark';

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const workspace = await startWorkspace();
try {
  writeTalks(join(folder, 'large'), TALKS);
  writeTalks(join(folder, 'small'), 2);
  writeSchedule(join(folder, 'schedule'), SESSIONS);
  const lectern = (data: string, port: number) =>
    start(['dist/main.js'], port, {
      DATA_DIR: join(folder, data),
      SLACK_API_URL: workspace.apiUrl,
      SLACK_BOT_TOKEN: workspace.tokens.bot,
    });
  const small = await timesToReady(() => lectern('small', 4801), 4801);
  const large = await timesToReady(() => lectern('large', 4802), 4802);
  const xml = await timesToReady(() => lectern('schedule', 4805), 4805);
  console.log(`ready with 2 talks:     ${median(small).toFixed(0)} ms`);
  console.log(
    `ready with ${TALKS} talks:  ${median(large).toFixed(0)} ms (ratio ${(median(large) / median(small)).toFixed(2)})`,
  );

  console.log(
    `ready with ${SESSIONS} sessions of schedule.xml: ${(median(xml) - median(small)).toFixed(0)} ms more than with 2 talks`,
  );

  const answering = lectern('large', 4803);
  const acknowledging = start(['--import', 'tsx', 'bench/acknowledge-only.ts'], 4804, {});
  await Promise.all([ready(4803), ready(4804)]);
  const rates: { readonly lectern: number; readonly bolt: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bolt = await requestsASecond(4804);
    rates.push({ bolt, lectern: await requestsASecond(4803) });
  }
  // The first round warms both up.
  const counted = rates.slice(1);
  const [bolt, own] = [median(counted.map(rate => rate.bolt)), median(counted.map(rate => rate.lectern))];
  console.log(`Bolt, acknowledging only: ${bolt.toFixed(0)} requests a second`);
  console.log(
    `Lectern, /talk ceph:      ${own.toFixed(0)} requests a second (ratio ${(own / bolt).toFixed(2)})`,
  );
  answering.kill();
  acknowledging.kill();
} finally {
  await workspace.close();
  rmSync(folder, { recursive: true });
}

function start(args: readonly string[], port: number, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [...args], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SECRET,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Milliseconds from the start of a process until it says that it is ready, of several starts. */
async function timesToReady(run: () => ChildProcess, port: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    const child = run();
    await ready(port);
    times.push(performance.now() - from);
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill();
    await ended;
  }
  return times;
}

async function ready(port: number): Promise<void> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  throw new Error(`Nothing was ready on port ${port} within 30 seconds.`);
}

async function requestsASecond(port: number): Promise<number> {
  const body = new URLSearchParams({
    command: '/talk',
    text: 'ceph',
    user_id: 'U1',
    channel_id: 'C1',
    team_id: 'T1',
  }).toString();
  const from = performance.now();
  let sent = 0;
  const one = async () => {
    while (sent < REQUESTS) {
      sent += 1;
      const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        body,
        headers: signed(body),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`Port ${port} answered ${response.status}.`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return (REQUESTS / (performance.now() - from)) * 1000;
}

function signed(body: string): Record<string, string> {
  const time = Math.floor(Date.now() / 1000);
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(time),
    'x-slack-signature': `v0=${createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')}`,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
