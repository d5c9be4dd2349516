/**
 * How long a reload keeps answers waiting: the longest time for which the server's event loop is busy while files are read
 * again, beside as long without a reload, in turns, with signed commands arriving all the time. The time on the processor
 * tells more than the clock where the machine has other work. Then, how long the reload of one changed file takes in an
 * archive of 21,715 files. Needs `npm run build`.
 *
 *     npx tsx bench/reload.ts [folder] [file] [archive] [--talks 1025] [--rounds 5] [--record]
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Chooser } from '../src/live/choose-programme.ts';
import { openLibrary } from '../src/live/library.ts';
import type { Timers } from '../src/live/timers.ts';
import { createVideo, videoPath, writeArchive } from './made-up-archive.ts';
import { writeSchedule } from './made-up-schedule.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { SECRET, ServerProcess, type Stall } from './server-process.ts';
import { nextCommand, signedForm } from './slack-request.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { quantile, spread } from './statistics.ts';
import type { Row } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...RECORD,
    talks: { type: 'string', default: '1025' },
    rounds: { type: 'string', default: '5' },
  },
});
const TALKS = Number(values.talks);
const ROUNDS = Number(values.rounds);
const PORT = 4807;
/** Signed commands arrive this often. */
const EVERY_MS = 20;
/** A swap may be followed by more work. */
const AFTER_MS = 500;
/** A busy machine takes longer. */
const PATIENCE_MS = 60_000;
const WORDS = ['ceph', 'storage tomorrow', 'ada', 'help', 'buoy lamp'];
/** The titles of all made-up talks. */
const TITLE = /part \d|Buoy number/;
const FILES = 21_715;
const FOLDERS = 540;
const NOW = Date.UTC(2027, 4, 11);

interface Window {
  readonly lastingMs: number;
  readonly stall: Stall;
  readonly p99Ms: number;
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
try {
  const isAsked = (part: string) => positionals.length === 0 || positionals.includes(part);
  const rows: Row[] = [];
  if (isAsked('folder'))
    rows.push(...(await measureStalls('a file a talk', data => writeTalks(data, TALKS))));
  if (isAsked('file')) rows.push(...(await measureStalls('one file', data => writeSchedule(data, TALKS))));
  const { record } = values;
  const heading = `Reload of ${TALKS} talks, a command each ${EVERY_MS} ms, ${ROUNDS} rounds in turns`;
  if (rows.length > 0) report('reload', { heading, rows, record });
  if (isAsked('archive')) {
    const archive = [await measureArchive()];
    report('reload-archive', { heading: `Reload of one file, ${ROUNDS} rounds`, rows: archive, record });
  }
} finally {
  await slack.close();
  rmSync(folder, { recursive: true });
}

async function measureStalls(what: string, write: (data: string) => void): Promise<readonly Row[]> {
  const data = join(folder, what);
  write(data);
  const server = new ServerProcess(['--import', './bench/stall-probe.js', 'dist/main.js'], PORT, {
    DATA_DIR: data,
    DATABASE_URL: `file:${join(folder, `${what}.sqlite`)}`,
    SLACK_API_URL: slack.apiUrl,
    SLACK_SIGNING_SECRET: SECRET,
  });
  await server.ready();
  const rounds: { readonly idle: Window; readonly reload: Window }[] = [];
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    changeAll(data, `Round${round}`);
    const reload = await watch(server, { awaited: `Round${round}`, lastingMs: 0 });
    const idle = await watch(server, reload);
    if (round > 0) rounds.push({ idle, reload });
  }
  await server.stop();
  const row = (name: string, windows: readonly Window[]): Row => ({
    what: `${what}: ${name}`,
    'longest stall ms': spread(
      windows.map(({ stall }) => stall.ms),
      0,
    ),
    'on the processor ms': spread(
      windows.map(({ stall }) => stall.cpuMs),
      0,
    ),
    'answers p99 ms': spread(
      windows.map(({ p99Ms }) => p99Ms),
      0,
    ),
  });
  return [
    row(
      'no reload',
      rounds.map(({ idle }) => idle),
    ),
    row(
      'reload',
      rounds.map(({ reload }) => reload),
    ),
  ];
}

/** Asks all the time for as long as it is told, and on until talks are found by a word if one is given. */
async function watch(
  server: ServerProcess,
  { lastingMs, awaited }: { readonly lastingMs: number; readonly awaited?: string },
): Promise<Window> {
  await server.longestStall();
  const times: number[] = [];
  const asking: Promise<void>[] = [];
  const begun = performance.now();
  let until = begun + (awaited === undefined ? lastingMs : PATIENCE_MS);
  let isFound = awaited === undefined;
  const askFor = async (words: string) => {
    const from = performance.now();
    const answer = await ask(words);
    times.push(performance.now() - from);
    if (words !== awaited || isFound || !TITLE.test(answer)) return;
    isFound = true;
    until = performance.now() + AFTER_MS;
  };
  const words = [...WORDS, awaited ?? 'ropes'];
  for (let asked = 0; performance.now() < until; asked += 1) {
    asking.push(askFor(words[asked % words.length] ?? ''));
    await wait(EVERY_MS);
  }
  await Promise.all(asking);
  if (!isFound) throw new Error('The changed files do not answer.');
  return {
    lastingMs: performance.now() - begun,
    stall: await server.longestStall(),
    p99Ms: quantile(times, 0.99),
  };
}

async function ask(words: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${PORT}/slack/events`, {
    method: 'POST',
    ...signedForm(nextCommand(words)),
  });
  if (!response.ok) throw new Error(`"${words}" was answered with ${response.status}.`);
  return response.text();
}

/** Writes another sentence into every talk. */
function changeAll(data: string, sentence: string): void {
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' });
  for (const file of names.filter(name => /\.(rst|xml)$/.test(name)).map(name => join(data, name))) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text.replaceAll(/\*\*Abstract:\*\*\n\n|<abstract>/g, found => `${found}${sentence}. `),
    );
  }
}

/** Reads an archive in PyVideo's form, as large as that is, and changes one file again and again. */
async function measureArchive(): Promise<Row> {
  const data = join(folder, 'archive');
  mkdirSync(data);
  writeArchive(data, { files: FILES, folders: FOLDERS });
  let look = async () => {};
  const timers: Timers = {
    after: (_, work) => {
      look = work;
      return () => {};
    },
  };
  const fail = (error: unknown) => {
    throw error;
  };
  const options = { dataDir: data, keptIn: join(folder, 'kept'), variable: () => undefined, onFault: fail };
  const library = await openLibrary({ ...options, timers });
  const chooser = new Chooser(library);
  chooser.choose(NOW);
  library.prepare(next => chooser.prepare(next, NOW));
  const rounds: { readonly look: Spent; readonly reload: Spent }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const title = `Another harbour ${round}`;
    writeFileSync(join(data, videoPath(round, FOLDERS)), JSON.stringify({ ...createVideo(round), title }));
    // A look finds the change, and the next one believes it.
    const looked = await spend(look);
    const both = await spend(look);
    if (!chooser.choose(NOW)?.programme.talks.some(talk => talk.title === title))
      throw new Error('The changed file does not answer.');
    if (round > 0) rounds.push({ look: looked, reload: both });
  }
  await library.close();
  return {
    what: `${FILES} files, one changed`,
    'a look, CPU ms': spread(
      rounds.map(({ look }) => look.cpuMs),
      0,
    ),
    'a look and the reload, CPU ms': spread(
      rounds.map(({ reload }) => reload.cpuMs),
      0,
    ),
    'the reload alone, CPU ms': spread(
      rounds.map(({ look, reload }) => reload.cpuMs - look.cpuMs),
      0,
    ),
    'longest stall ms': spread(
      rounds.map(({ reload }) => reload.stallMs),
      0,
    ),
  };
}

interface Spent {
  readonly cpuMs: number;
  readonly stallMs: number;
}

async function spend(work: () => Promise<void>): Promise<Spent> {
  const TICK_MS = 5;
  let [at, stallMs] = [performance.now(), 0];
  const timer = setInterval(() => {
    stallMs = Math.max(stallMs, performance.now() - at - TICK_MS);
    at = performance.now();
  }, TICK_MS);
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(timer);
  return { cpuMs: (user + system) / 1000, stallMs };
}
