/**
 * Whether memory grows with what is asked: resident memory, and what the heap holds after a full collection, after ever
 * more queries of which no two are the same. Needs `npm run build`.
 *
 *     npx tsx bench/memory.ts [--talks 1557] [--queries 100000] [--record]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askAll, startServer } from './load.ts';
import { differentQueries } from './made-up-queries.ts';
import { writeTalks } from './made-up-talks.ts';
import { RECORD, report } from './record.ts';
import { startStandInSlack } from './stand-in-slack.ts';
import { median } from './statistics.ts';
import type { Row } from './table.ts';

const { values } = parseArgs({
  options: {
    ...RECORD,
    talks: { type: 'string', default: '1557' },
    queries: { type: 'string', default: '100000' },
  },
});
const STEP = 10_000;
/** Resident memory goes up and down with the collector, so the median of so many looks a step counts. */
const SAMPLES = 20;
const AT_ONCE = 10;

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const slack = await startStandInSlack();
try {
  const data = join(folder, 'data');
  const queries = differentQueries(writeTalks(data, Number(values.talks)).titles);
  const lectern = await startServer({
    ...{ way: 'http', slack, port: 4805 },
    args: ['--expose-gc', '--import', './bench/heap-probe.js', 'dist/main.js'],
    env: { DATA_DIR: data, DATABASE_URL: `file:${join(folder, 'memory.sqlite')}` },
  });
  const measured: Memory[] = [];
  for (let asked = STEP; asked <= Number(values.queries); asked += STEP) {
    const resident: number[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      await askAll(lectern, queries.take(STEP / SAMPLES), AT_ONCE);
      resident.push(lectern.process.memory('VmRSS'));
    }
    const heapMb = (await lectern.process.heapAfterCollection()) / 1024 ** 2;
    measured.push({ asked, residentMb: median(resident), heapMb });
  }
  await lectern.stop();
  report('memory', {
    heading: `Memory of Lectern with ${values.talks} talks after ever more different queries`,
    rows: rowsOf(measured),
    record: values.record,
  });
} finally {
  await slack.close();
  rmSync(folder, { recursive: true });
}

interface Memory {
  readonly asked: number;
  readonly residentMb: number;
  readonly heapMb: number;
}

/** Each step beside the first. */
function rowsOf(measured: readonly Memory[]): Row[] {
  const [first] = measured;
  if (first === undefined) return [];
  return measured.map(({ asked, residentMb, heapMb }) => ({
    queries: asked.toLocaleString('en'),
    'resident MB': residentMb.toFixed(0),
    'of the first': (residentMb / first.residentMb).toFixed(3),
    'heap MB': heapMb.toFixed(1),
    'of the first heap': (heapMb / first.heapMb).toFixed(3),
  }));
}
