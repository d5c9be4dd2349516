import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { chooserOf } from '../../src/choose-programme.ts';
import { find } from '../../src/search/find.ts';
import { openLibrary } from '../../src/sources/library.ts';
import { realTimers } from '../../src/sources/timers.ts';
import { temporaryFolder } from './temporary-folder.ts';

const VERSIONS = 200;
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

test('a file is rewritten 200 times, and every search is answered from one version of it', async () => {
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
  const choose = chooserOf(library);
  library.subscribe(() => choose(Date.now()));

  const answers = { asked: 0, wrong: [] as string[], versions: new Set<string>(), slowestMs: 0 };
  const search = () => {
    const begun = performance.now();
    const loaded = choose(Date.now());
    const { talks } = loaded ? find(loaded.index, 'ceph') : { talks: [] };
    answers.asked += 1;
    answers.slowestMs = Math.max(answers.slowestMs, performance.now() - begun);
    const rooms = new Set(talks.flatMap(({ talk }) => talk.slots.flatMap(slot => slot.rooms)));
    const isWhole = talks.length === TALKS && talks.every(({ talk }) => talk.status === 'confirmed');
    if (!isWhole || rooms.size !== 1) answers.wrong.push(`${talks.length} talks in ${[...rooms].join()}`);
    for (const room of rooms) answers.versions.add(room);
  };
  const searching = setInterval(search, 20);
  onTestFinished(() => clearInterval(searching));

  let heapEarly = 0;
  for (let version = 1; version <= VERSIONS; version++) {
    await rewrite(join(root, 'days.csv'), schedule(version));
    await wait(140);
    if (version === 50) heapEarly = heapAfterCollection();
  }
  await wait(1000);
  const heapLate = heapAfterCollection();

  console.log({ ...answers, versions: answers.versions.size, heapEarly, heapLate });
  expect({ wrong: answers.wrong, faults }).toEqual({ wrong: [], faults: [] });
  expect(answers.versions).toContain(`Hall ${VERSIONS}`);
  expect(answers.versions.size).toBeGreaterThan(VERSIONS / 4);
  expect(answers.asked).toBeGreaterThan(VERSIONS * 4);
  expect(heapLate).toBeLessThan(heapEarly + 10);
});
