/**
 * Whether memory grows with time: hostile requests first, as fast as they are answered, and then everything that people
 * do, at a steady pace, while files change. Memory is looked at once a minute. Needs `npm run build`.
 *
 *     npx tsx bench/soak.ts [--minutes 5] [--rate 50] [--hostile 70000] [--talks 1557] [--record]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { differentQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { SECRET, ServerProcess } from './server-process.ts';
import { type SignedRequest, signedCommand } from './slack-request.ts';
import { type Button, hostileRequest, soakRequest } from './soak-requests.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { quantile } from './statistics.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({
  options: {
    ...RECORD,
    minutes: { type: 'string', default: '5' },
    rate: { type: 'string', default: '50' },
    hostile: { type: 'string', default: '70000' },
    talks: { type: 'string', default: '1557' },
  },
});
const AT_ONCE = 50;
const WARM_UP = 3000;
const RELOAD_EVERY_MS = 15_000;

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const data = join(folder, 'data');
const { titles } = writeTalks(data, Number(values.talks));
const queries = differentQueries(titles);
const slack = await startStandInSlack();
const server = new ServerProcess(['--expose-gc', '--import', './bench/heap-probe.js', 'dist/main.js'], 4806, {
  DATA_DIR: data,
  DATABASE_URL: `file:${join(folder, 'soak.sqlite')}`,
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_API_URL: slack.apiUrl,
  LOG_LEVEL: 'fatal',
});
await server.ready();
const pool = new Pool(`http://127.0.0.1:${server.port}`, { connections: AT_ONCE });
const rows: Row[] = [];
/** Milliseconds of each answer since the last look, and how many were answered with each status. */
let times: number[] = [];
let statuses: Record<number, number> = {};
let changes = 0;

try {
  const shown = (await (await post(signedCommand('ceph'))).body.json()) as {
    readonly blocks: readonly { readonly elements?: readonly Button[] }[];
  };
  const options = {
    words: () => queries.take(1)[0] ?? '',
    buttons: shown.blocks.flatMap(({ elements = [] }) => elements).filter(({ value }) => value),
    responseUrl: `${slack.apiUrl}response`,
  };
  await sendAll(WARM_UP, count => soakRequest(count, options));
  await look(`after ${WARM_UP.toLocaleString('en')} requests of all kinds`);
  const hostile = Number(values.hostile);
  await sendAll(hostile, hostileRequest);
  await look(`after ${hostile.toLocaleString('en')} hostile ones`);
  const reloading = setInterval(changeTalk, RELOAD_EVERY_MS);
  let count = WARM_UP;
  for (let minute = 1; minute <= Number(values.minutes); minute += 1) {
    count = await sendFor(60_000, count, number => soakRequest(number, options));
    await look(`${minute} min`);
  }
  clearInterval(reloading);
  report('soak', {
    heading: `${values.rate} requests a second, a reload each ${RELOAD_EVERY_MS / 1000} s, ${values.talks} talks`,
    rows,
    record: values.record,
    how: `over ${values.minutes} minutes`,
  });
} finally {
  await pool.close();
  await server.stop();
  await slack.close();
  rmSync(folder, { recursive: true });
}

/** Sends so many requests as fast as they are answered. */
async function sendAll(count: number, make: (number: number) => SignedRequest): Promise<void> {
  let sent = 0;
  const oneAfterAnother = async () => {
    while (sent < count) await send(make(sent++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
}

/** Sends at the steady pace for so long, from this number on, and returns the next number. */
async function sendFor(
  durationMs: number,
  from: number,
  make: (number: number) => SignedRequest,
): Promise<number> {
  const begun = performance.now();
  const pending: Promise<void>[] = [];
  for (let number = from; ; number += 1) {
    const due = ((number - from) * 1000) / Number(values.rate);
    if (due >= durationMs) {
      await Promise.all(pending);
      return number;
    }
    const early = due - (performance.now() - begun);
    if (early > 0) await passed(early);
    pending.push(send(make(number)));
  }
}

async function send(request: SignedRequest): Promise<void> {
  const sentAt = performance.now();
  const { statusCode, body } = await post(request);
  await body.dump();
  times.push(performance.now() - sentAt);
  statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
}

function post(request: SignedRequest) {
  return pool.request({ path: '/slack/events', method: 'POST', ...request });
}

/** Notes memory at this point, and begins to count anew. */
async function look(when: string): Promise<void> {
  const residentMb = server.memory('VmRSS');
  const heapMb = (await server.heapAfterCollection()) / 1024 ** 2;
  const { 200: ok = 0, ...others } = statuses;
  const row = {
    when,
    answered: ok.toLocaleString('en'),
    'refused or not understood': Object.values(others).reduce((sum, each) => sum + each, 0),
    'resident MB': residentMb.toFixed(0),
    'heap MB': heapMb.toFixed(1),
  };
  const p99Ms = quantile(times, 0.99).toFixed(0);
  console.log(JSON.stringify({ ...row, statuses, p99Ms }));
  rows.push(row);
  times = [];
  statuses = {};
}

/** One talk gets another abstract, so that all are read again. */
function changeTalk(): void {
  changes += 1;
  const title = 'A talk that changes';
  writeFileSync(
    join(data, 'changing.txt'),
    `${title}\n${'~'.repeat(title.length)}\n\n**Abstract:**\n\nVersion ${changes}.\n`,
  );
}
