import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { Chooser } from '../../src/live/choose-programme.ts';
import { openLibrary } from '../../src/live/library.ts';
import { realTimers } from '../../src/live/timers.ts';
import { find } from '../../src/search/find.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const VERSIONS = 200;
const PER_SECOND = 50;
const TALKS = 300;
/** Looks are faster than in life, so that the proof takes half a minute. */
const FASTER = 40;

/** Each talk of a version is in a room of that version. */
function schedule(version: number): string {
  const rows = Array.from({ length: TALKS }, (_, i) => {
    const day = `2027-05-${11 + (i % 3)}`;
    return `Ceph lesson ${i},${day}T09:00,${day}T09:45,Hall ${version}\n`;
  });
  return `title,start,end,room\n${rows.join('')}`;
}

/** Writes as a slow editor does: half, a pause in which anybody may read, and the rest. */
async function rewrite(file: string, text: string): Promise<void> {
  const handle = openSync(file, 'w');
  const half = Math.floor(text.length / 2);
  writeSync(handle, text.slice(0, half));
  await wait(10);
  writeSync(handle, text.slice(half));
  closeSync(handle);
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** What became of the searches. */
interface Searches {
  asked: number;
  readonly wrong: string[];
  readonly versions: Set<string>;
  /** From when a search was due until it was answered. */
  readonly waitsMs: number[];
}

/** Asks so many times a second, and makes up for what could not be asked in time. */
function searchAt(perSecond: number, chooser: Chooser): { readonly searches: Searches; stop(): number } {
  const searches: Searches = { asked: 0, wrong: [], versions: new Set(), waitsMs: [] };
  const begun = performance.now();
  const search = (dueMs: number) => {
    try {
      const loaded = chooser.choose(Date.now());
      const { talks } = loaded ? find(loaded.index, 'ceph') : { talks: [] };
      const rooms = new Set(talks.flatMap(talk => talk.slots.flatMap(slot => slot.rooms)));
      const isWhole = talks.length === TALKS && talks.every(talk => talk.status === 'confirmed');
      if (!isWhole || rooms.size !== 1) searches.wrong.push(`${talks.length} talks in ${[...rooms].join()}`);
      for (const room of rooms) searches.versions.add(room);
    } catch (error) {
      searches.wrong.push(String(error));
    }
    searches.asked += 1;
    searches.waitsMs.push(performance.now() - dueMs);
  };
  const timer = setInterval(() => {
    const dueMs = () => begun + (searches.asked * 1000) / perSecond;
    while (dueMs() <= performance.now()) search(dueMs());
  }, 5);
  return {
    searches,
    stop: () => {
      clearInterval(timer);
      return searches.asked / ((performance.now() - begun) / 1000);
    },
  };
}

function share(sorted: readonly number[], part: number): number {
  return Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
}

test('a file is rewritten 200 times, and 50 searches a second are answered from one version of it each', async () => {
  const root = temporaryFolder({
    'conference.yml': 'name: Days\ntimeZone: Europe/Madrid\n',
    'days.csv': schedule(0),
  });
  const faults: unknown[] = [];
  const library = await openLibrary({
    dataDir: root,
    keptIn: join(root, 'var'),
    variable: () => undefined,
    onFault: fault => faults.push(fault),
    timers: { after: (delayMs, work) => realTimers.after(delayMs / FASTER, work) },
  });
  onTestFinished(() => library.close());
  const chooser = new Chooser(library);
  library.prepare(next => chooser.prepare(next, Date.now()));

  const { searches, stop } = searchAt(PER_SECOND, chooser);
  onTestFinished(() => void stop());
  const heapMb: number[] = [];
  for (let version = 1; version <= VERSIONS; version++) {
    await rewrite(join(root, 'days.csv'), schedule(version));
    await wait(140);
    if (version % 25 === 0) heapMb.push(Math.round(heapAfterCollection() * 10) / 10);
  }
  await wait(1000);
  const perSecond = stop();

  const { asked, wrong, versions } = searches;
  const waits = [...searches.waitsMs].sort((a, b) => a - b);
  const waitMs = {
    p50: share(waits, 0.5),
    p99: share(waits, 0.99),
    most: share(waits, 1 - 1 / waits.length),
  };
  console.log({ asked, perSecond, versions: versions.size, waitMs, heapMb });
  expect({ wrong, faults }).toEqual({ wrong: [], faults: [] });
  expect(perSecond).toBeGreaterThan(PER_SECOND - 1);
  expect(versions).toContain(`Hall ${VERSIONS}`);
  expect(versions.size).toBeGreaterThan(VERSIONS / 4);
  expect(Math.max(...heapMb) - Math.min(...heapMb)).toBeLessThan(5);
});
