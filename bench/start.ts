/**
 * How soon Lectern is ready and how much memory it takes then, beside a bare Bolt app, in turns; and how long the first
 * `/talk` waits: at its first start, and at one that finds what an earlier start kept. Needs `npm run build`.
 *
 *     npx tsx bench/start.ts [sample] [1025] [20000] [100000] [--rounds 5] [--record]
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { SECRET, ServerProcess } from './server-process.ts';
import { signedCommand } from './slack-request.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median, spread } from './statistics.ts';
import type { Row } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...RECORD, rounds: { type: 'string', default: '5' } },
});
const conferences = positionals.length === 0 ? ['sample', '1025', '20000'] : positionals;
const ROUNDS = Number(values.rounds);
const WORDS = ['ceph', 'storage', 'help', 'zzzqqq'];

interface Started {
  readonly readyMs: number;
  readonly cpuMs: number;
  readonly memoryMb: number;
  readonly peakMb: number;
  /** One for each of WORDS, one after the other. */
  readonly answerMs: readonly number[];
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
try {
  const canned = join(folder, 'canned.json');
  writeFileSync(canned, '{}');
  for (const conference of conferences) {
    const rows = await measure(conference, canned);
    const heading = `From the start of the process to ready, and the first answers; median of ${ROUNDS} rounds in turns`;
    report(`start-${conference}`, { heading, rows, record: values.record });
  }
} finally {
  await slack.close();
  rmSync(folder, { recursive: true });
}

async function measure(conference: string, canned: string): Promise<Row[]> {
  const data = conference === 'sample' ? resolve('data') : join(folder, conference);
  if (conference !== 'sample') writeTalks(data, Number(conference));
  const startIn = (cwd: string) => {
    mkdirSync(cwd, { recursive: true });
    return start(['dist/main.js'], { DATA_DIR: data, DATABASE_URL: `file:${join(cwd, 'db.sqlite')}` }, cwd);
  };
  const used = join(folder, `${conference}-used`);
  await keepIn(used, data);
  const rounds: { readonly bolt: Started; readonly first: Started; readonly again: Started }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({
      bolt: await start(['bench/canned-app.js'], { CANNED: canned }),
      first: await startIn(join(folder, `${conference}-${round}`)),
      again: await startIn(used),
    });
  const row = (what: string, started: readonly Started[]): Row => ({
    what,
    'ready ms': median(started.map(({ readyMs }) => readyMs)).toFixed(0),
    'ready CPU ms': median(started.map(({ cpuMs }) => cpuMs)).toFixed(0),
    'memory MB': median(started.map(({ memoryMb }) => memoryMb)).toFixed(0),
    'peak MB': median(started.map(({ peakMb }) => peakMb)).toFixed(0),
    ...Object.fromEntries(
      WORDS.map((words, place) => [
        `/talk ${words} ms`,
        median(started.map(({ answerMs }) => answerMs[place] ?? Number.NaN)).toFixed(1),
      ]),
    ),
  });
  const ratios = (what: string, which: 'first' | 'again'): Row => {
    const ratio = (of: (started: Started) => number) =>
      spread(rounds.map(({ bolt, [which]: lectern }) => of(lectern) / of(bolt)));
    return {
      what,
      'ready ms': ratio(({ readyMs }) => readyMs),
      'ready CPU ms': ratio(({ cpuMs }) => cpuMs),
      'memory MB': ratio(({ memoryMb }) => memoryMb),
      'peak MB': ratio(({ peakMb }) => peakMb),
    };
  };
  const all = (which: 'bolt' | 'first' | 'again') => rounds.map(round => round[which]);
  return [
    row('bare Bolt', all('bolt')),
    row(`Lectern, ${conference}`, all('first')),
    row(`Lectern, ${conference}, again`, all('again')),
    ratios(`Lectern, ${conference} / bare Bolt`, 'first'),
    ratios(`Lectern, ${conference}, again / bare Bolt`, 'again'),
  ];
}

/** Lets Lectern keep what it reads for its next start, as it does soon after each. */
async function keepIn(cwd: string, data: string): Promise<void> {
  mkdirSync(cwd);
  const server = begin(
    ['dist/main.js'],
    { DATA_DIR: data, DATABASE_URL: `file:${join(cwd, 'db.sqlite')}` },
    cwd,
  );
  await server.ready();
  // The index is the last that it keeps.
  while (!existsSync(join(cwd, 'var/kept/index'))) await wait(50);
  await server.stop();
}

function begin(args: readonly string[], env: Readonly<Record<string, string>>, cwd?: string): ServerProcess {
  const own = { ...env, SLACK_API_URL: slack.apiUrl, SLACK_SIGNING_SECRET: SECRET };
  const [script = '', ...others] = args;
  return new ServerProcess([resolve(script), ...others], 4802, own, cwd);
}

async function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd?: string,
): Promise<Started> {
  const from = performance.now();
  const server = begin(args, env, cwd);
  await server.ready();
  const readyMs = performance.now() - from;
  const { cpuMs } = server;
  const answerMs: number[] = [];
  for (const words of WORDS) answerMs.push(await ask(words));
  const measured = {
    readyMs,
    cpuMs,
    memoryMb: server.memory('VmRSS'),
    peakMb: server.memory('VmHWM'),
    answerMs,
  };
  await server.stop();
  return measured;
}

async function ask(words: string): Promise<number> {
  const from = performance.now();
  const response = await fetch('http://127.0.0.1:4802/slack/events', {
    method: 'POST',
    ...signedCommand(words),
  });
  await response.text();
  if (!response.ok) throw new Error(`"${words}" was answered with ${response.status}.`);
  return performance.now() - from;
}
