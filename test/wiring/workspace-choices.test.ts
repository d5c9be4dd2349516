import { pino } from 'pino';
import { expect, test } from 'vitest';
import { StoreFault } from '../../src/store/store-fault.ts';
import type { WorkspaceSettings } from '../../src/store/workspaces/workspace-settings.ts';
import { WorkspaceChoices } from '../../src/wiring/workspace-choices.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';
import { manualTimers } from '../support/manual-timers.ts';

const OWN: WorkspaceSettings = { conferences: ['Pier'], organisers: ['U1'] };
const OTHER: WorkspaceSettings = { conferences: undefined, organisers: ['U2'] };

type Rows = ReadonlyMap<string, WorkspaceSettings>;

/** A database that answers as the test says, and its choices. */
function made(all: () => Promise<Rows>, organisers: readonly string[] = []) {
  const log: Record<string, unknown>[] = [];
  const timers = manualTimers();
  const choices = new WorkspaceChoices({
    store: { all, save: async () => {} },
    organisers,
    current: () => loadedWith(harbour),
    timers,
    now: timers.now,
    log: pino({ level: 'warn' }, { write: (line: string) => void log.push(JSON.parse(line)) }),
  });
  return { choices, timers, log };
}

async function away(): Promise<Rows> {
  throw new Error('The database is away.');
}

test('until they were read, nobody is known to organise, and they are read again each second', async () => {
  let reads = 0;
  const { choices, timers, log } = made(async () => {
    reads += 1;
    return reads < 3 ? away() : new Map([['T1', OWN]]);
  });
  await choices.start();
  await timers.pass(999);
  expect([reads, choices.isKnown, choices.organisersOf('T1')]).toEqual([1, false, undefined]);
  await timers.pass(1001);
  expect([reads, choices.isKnown, choices.organisersOf('T1')]).toEqual([3, true, ['U1']]);
  expect(choices.organisersOf('T2')).toEqual([]);
  expect(log.map(({ msg }) => msg)).toEqual([
    'The settings of workspaces cannot be read yet: digests wait, and only the people in ORGANISERS can set them up.',
  ]);
  await timers.pass(59_999);
  expect(reads).toBe(3);
  await timers.pass(1);
  expect(reads).toBe(4);
  choices.stop();
  await timers.pass(120_000);
  expect(reads).toBe(4);
});

test('a database that cannot be used is left to the loop that delivers to say', async () => {
  const { choices, log } = made(() => Promise.reject(new StoreFault('unusable', 'It is a folder.')));
  await choices.start();
  expect([choices.isKnown, log]).toEqual([false, []]);
});

test('the organisers of the operator are known without the database', async () => {
  const { choices } = made(away, ['U9']);
  await choices.start();
  expect(choices.organisersOf('T1')).toEqual(['U9']);
});

test('once they were read, they hold while the database is away', async () => {
  let reading: () => Promise<Rows> = async () => new Map([['T1', OWN]]);
  const { choices, timers } = made(() => reading());
  await choices.start();
  reading = away;
  await timers.pass(60_000);
  expect([choices.isKnown, choices.settingsOf('T1')]).toEqual([true, OWN]);
});

/** Choices that were read once, and are being read again. */
async function rereading() {
  const reads: ((rows: Rows) => void)[] = [];
  const { choices } = made(() => new Promise(resolve => reads.push(resolve)));
  const first = choices.refresh();
  reads[0]?.(new Map([['T1', OWN]]));
  await first;
  const second = choices.refresh();
  const end = async () => {
    reads[1]?.(new Map([['T1', OWN]]));
    await second;
  };
  return { choices, end };
}

test('a read that began before a change does not undo it', async () => {
  const { choices, end } = await rereading();
  await choices.change({ workspace: 'T1', person: 'U1' }, OTHER, {});
  await end();
  expect(choices.settingsOf('T1')).toEqual(OTHER);
});

test('a read that began before a workspace was forgotten does not bring it back', async () => {
  const { choices, end } = await rereading();
  choices.forget('T1');
  expect(choices.organisersOf('T1')).toEqual([]);
  await end();
  expect(choices.organisersOf('T1')).toEqual([]);
});
