import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { allProblems, type Library, openLibrary } from '../../src/live/library.ts';
import { type ManualTimers, manualTimers } from '../support/manual-timers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LOOK_MS = 2000;
const talk = (title: string) => `${title}\n${'~'.repeat(title.length)}\n\n**Abstract:**\n\nHow.\n`;

interface Opened {
  readonly root: string;
  readonly library: Library;
  readonly timers: ManualTimers;
  readonly faults: readonly unknown[];
  write(path: string, text: string): void;
  /** Lets two looks pass: one that sees a change, and one that believes it. */
  settle(): Promise<void>;
}

async function open(files: Readonly<Record<string, string>>): Promise<Opened> {
  const root = temporaryFolder(files);
  const timers = manualTimers();
  const faults: unknown[] = [];
  const library = await openLibrary({
    dataDir: root,
    keptIn: join(temporaryFolder(), 'sources'),
    variable: () => undefined,
    onFault: fault => faults.push(fault),
    now: timers.now,
    timers,
  });
  onTestFinished(() => library.close());
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return { root, library, timers, faults, write, settle: () => timers.pass(2 * LOOK_MS) };
}

/** Each conference with its talks, the cancelled ones behind a dash. */
function shown(library: Library): Record<string, string[]> {
  return Object.fromEntries(
    library
      .conferences()
      .map(({ programme: { conference, talks } }) => [
        conference.name ?? (conference.folder || '.'),
        talks.map(({ title, status }) => (status === 'cancelled' ? `-${title}` : title)).sort(),
      ]),
  );
}

function problemsOf(library: Library): string[] {
  return allProblems(library).map(({ file, message }) => `${file}: ${message}`);
}

const DAYS = { 'conference.yml': 'name: Days\n', 'a.txt': talk('Ceph'), 'b.txt': talk('Disks') };

describe('a file', () => {
  test('that is new, changed or gone shows as soon as two looks agree on it', async () => {
    const { root, library, timers, write, settle } = await open(DAYS);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    write('c.txt', talk('Crews'));
    await timers.pass(LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    await timers.pass(LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Crews', 'Disks'] });
    write('a.txt', talk('Ceph at sea'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph at sea', 'Crews', 'Disks'] });
    rmSync(join(root, 'c.txt'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['-Crews', 'Ceph at sea', 'Disks'] });
    expect(problemsOf(library)).toEqual([]);
  });

  test('that took long to read does not keep the next one waiting', async () => {
    const root = temporaryFolder(DAYS);
    const timers = manualTimers();
    let readingMs = 0;
    const library = await openLibrary({
      dataDir: root,
      keptIn: join(temporaryFolder(), 'sources'),
      variable: () => undefined,
      onFault: fault => expect.unreachable(String(fault)),
      now: () => timers.now() + readingMs,
      timers,
    });
    onTestFinished(() => library.close());
    library.subscribe(() => {
      readingMs += 2000;
    });
    writeFileSync(join(root, 'c.txt'), talk('Crews'));
    await timers.pass(2 * LOOK_MS);
    writeFileSync(join(root, 'd.txt'), talk('Decks'));
    await timers.pass(2 * 2000 + LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Crews', 'Decks', 'Disks'] });
  });

  test('is not looked at again before those who wait for a long start have an answer', async () => {
    const root = temporaryFolder(DAYS);
    const timers = manualTimers();
    const startMs = 5000;
    let asked = 0;
    const library = await openLibrary({
      dataDir: root,
      keptIn: join(temporaryFolder(), 'sources'),
      variable: () => undefined,
      onFault: fault => expect.unreachable(String(fault)),
      now: () => {
        asked += 1;
        return timers.now() + (asked === 1 ? 0 : startMs);
      },
      timers,
    });
    onTestFinished(() => library.close());
    writeFileSync(join(root, 'c.txt'), talk('Crews'));
    await timers.pass(2 * startMs - 1);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    await timers.pass(1 + LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Crews', 'Disks'] });
  });

  test('that its conference.yml explains anew is read anew', async () => {
    const { library, write, settle } = await open({ ...DAYS, 's.csv': 'talk,was\nCeph,Crews' });
    write('conference.yml', 'name: Days\ncsv: { title: was }\n');
    await settle();
    expect(shown(library).Days).toContain('Crews');
    expect(problemsOf(library).some(problem => problem.startsWith('s.csv'))).toBe(true);
  });

  test('that is being written waits until it is whole', async () => {
    const { library, timers, write } = await open(DAYS);
    for (const part of ['Ceph at', 'Ceph at sea\n~~~', 'Ceph at sea\n~~~~~~~~~~~\n\n**Abs']) {
      write('a.txt', part);
      await timers.pass(LOOK_MS);
      expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    }
    write('a.txt', talk('Ceph at sea'));
    await timers.pass(LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    await timers.pass(LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph at sea', 'Disks'] });
  });

  test('that an editor removes for a moment never goes', async () => {
    const { root, library, timers, write } = await open(DAYS);
    renameSync(join(root, 'a.txt'), join(root, 'a.txt~'));
    await timers.pass(LOOK_MS);
    write('a.txt', talk('Ceph at sea'));
    await timers.pass(LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    await timers.pass(LOOK_MS);
    expect(shown(library)).toEqual({ Days: ['Ceph at sea', 'Disks'] });
  });

  test('that is broken stays as it was, until it is mended or removed', async () => {
    const { root, library, write, settle } = await open(DAYS);
    write('a.txt', '');
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    expect(problemsOf(library)).toEqual([
      expect.stringMatching(/^a\.txt: The file is empty/),
      'a.txt: The file has mistakes that it did not have before; its last good version stays in use.',
    ]);
    write('a.txt', talk('Ceph at sea'));
    await settle();
    expect({ shown: shown(library), problems: problemsOf(library) }).toEqual({
      shown: { Days: ['Ceph at sea', 'Disks'] },
      problems: [],
    });
    rmSync(join(root, 'a.txt'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['-Ceph at sea', 'Disks'] });
  });

  test('that is repaired leaves no talk of its damage behind', async () => {
    const sheet = (...rows: readonly string[]) => `title,start,room\n${rows.join('\n')}\n`;
    const { library, write, settle } = await open({
      ...DAYS,
      'b.csv': sheet('Tape,2027-05-11T11:00,Quay Hall'),
    });
    const before = shown(library);
    write('b.csv', sheet('"Tape,2027-05-11T11:00,Quay Hall', 'Crews,2027-05-11T12:00,Quay Hall'));
    await settle();
    expect(shown(library)).toEqual(before);
    write('b.csv', sheet('Tape,2027-05-11T11:00,Quay Hall'));
    await settle();
    expect(shown(library)).toEqual(before);
  });

  test('that is gone is cancelled, stays so, and can come back', async () => {
    const { root, library, write, settle } = await open(DAYS);
    rmSync(join(root, 'a.txt'));
    await settle();
    write('b.txt', talk('Disks ashore'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['-Ceph', 'Disks ashore'] });
    write('a.txt', talk('Ceph'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks ashore'] });
  });

  test('that is renamed holds the same talk', async () => {
    const { root, library, settle } = await open(DAYS);
    renameSync(join(root, 'a.txt'), join(root, 'ceph.txt'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
  });

  test('that grows beyond 32 MB is not read, and stays as it was', async () => {
    const { library, write, settle } = await open(DAYS);
    write('a.txt', 'x'.repeat(32 * 2 ** 20 + 1));
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    expect(problemsOf(library)[0]).toBe(
      'a.txt: The file is larger than 32 MB, which is too large for a programme; it was not read.',
    );
  });
});

describe('a conference', () => {
  test('comes with its folder, and goes with it', async () => {
    const { root, library, write, settle } = await open({
      'x/conference.yml': 'name: X',
      'x/a.txt': talk('Ceph'),
    });
    write('y/conference.yml', 'name: Y');
    write('y/b.txt', talk('Disks'));
    await settle();
    expect(shown(library)).toEqual({ X: ['Ceph'], Y: ['Disks'] });
    rmSync(join(root, 'x'), { recursive: true });
    await settle();
    expect(shown(library)).toEqual({ Y: ['Disks'] });
  });

  test('makes the sample step aside, which returns when it is gone', async () => {
    const { root, library, write, settle } = await open({
      'harbour/conference.yml': 'name: Harbour\nsample: true',
      'harbour/a.txt': talk('Ships'),
    });
    write('own/conference.yml', 'name: Own');
    write('own/b.txt', talk('Disks'));
    await settle();
    expect(shown(library)).toEqual({ Own: ['Disks'] });
    rmSync(join(root, 'own'), { recursive: true });
    await settle();
    expect(shown(library)).toEqual({ Harbour: ['Ships'] });
  });

  test('that loses all its talks at once keeps its programme, and says since when', async () => {
    const { root, library, timers, write, settle } = await open(DAYS);
    rmSync(join(root, 'a.txt'));
    rmSync(join(root, 'b.txt'));
    await settle();
    const lostAt = timers.now();
    await settle();
    expect({ shown: shown(library), asOf: library.conferences()[0]?.asOf }).toEqual({
      shown: { Days: ['Ceph', 'Disks'] },
      asOf: lostAt,
    });
    expect(problemsOf(library)).toContain(
      ': All talks disappeared from the files at once; the last good programme stays in use. To remove the conference, remove its folder.',
    );
    write('c.txt', talk('Ceph'));
    await settle();
    expect({ shown: shown(library), asOf: library.conferences()[0]?.asOf }).toEqual({
      shown: { Days: ['-Disks', 'Ceph'] },
      asOf: undefined,
    });
  });

  test('that takes over a folder does not inherit the talks of the one before', async () => {
    const { root, library, write, settle } = await open(DAYS);
    rmSync(join(root, 'a.txt'));
    rmSync(join(root, 'b.txt'));
    write('next.txt', talk('Crews'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['Crews'] });
  });

  test('whose description gets a mistake keeps the one it had', async () => {
    const { library, write, settle } = await open(DAYS);
    write('conference.yml', 'name: Nights\ntimeZone: Mars\n');
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    write('conference.yml', 'name: Nights\n');
    await settle();
    expect(shown(library)).toEqual({ Nights: ['Ceph', 'Disks'] });
  });
});

describe('a folder', () => {
  test('that cannot be found for a while takes nothing with it', async () => {
    const { root, library, settle } = await open(DAYS);
    renameSync(root, `${root}-away`);
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Disks'] });
    expect(library.problems().map(({ message }) => message)).toEqual([
      'There is nothing, or a link that leads nowhere; it was left out.',
    ]);
    renameSync(`${root}-away`, root);
    await settle();
    expect({ shown: shown(library), problems: problemsOf(library) }).toEqual({
      shown: { Days: ['Ceph', 'Disks'] },
      problems: [],
    });
  });

  test('may get loops and names that seem to lead out of it', async () => {
    const { root, library, write, settle, faults } = await open(DAYS);
    symlinkSync(root, join(root, 'loop'));
    symlinkSync(join(root, 'self'), join(root, 'self'));
    write('..c.txt', talk('Hidden'));
    write('d/e../%2e%2e/f.txt', talk('Crews'));
    await settle();
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph', 'Crews', 'Disks'] });
    expect(problemsOf(library)).toEqual([
      'loop: This link leads to a folder that is read already; it was not followed.',
      'self: This link leads back to itself; it was left out.',
    ]);
    expect(faults).toEqual([]);
  });

  test('that is empty says what to put there, and takes it', async () => {
    const { library, write, settle } = await open({ '.gitkeep': '' });
    expect({ shown: shown(library), problems: problemsOf(library).length }).toEqual({
      shown: {},
      problems: 1,
    });
    write('a.txt', talk('Ceph'));
    await settle();
    expect({ shown: shown(library), problems: problemsOf(library) }).toEqual({
      shown: { '.': ['Ceph'] },
      problems: [],
    });
  });

  test('that is not there is a fault with a remedy', async () => {
    const timers = manualTimers();
    const dataDir = join(temporaryFolder(), 'nowhere');
    const opening = openLibrary({
      dataDir,
      keptIn: dataDir,
      variable: () => undefined,
      onFault: () => {},
      timers,
    });
    await expect(opening).rejects.toThrow('There is nothing at');
  });
});

describe('whoever listens', () => {
  test('hears of each swap, with what was there before, and of nothing else', async () => {
    const { root, library, write, settle } = await open(DAYS);
    const swaps: string[][] = [];
    const stop = library.subscribe(({ before, after }) => {
      expect(after).toBe(library.conferences());
      swaps.push([before, after].map(each => String(each[0]?.programme.talks.length)));
    });
    await settle();
    write('c.txt', talk('Crews'));
    await settle();
    // Written again as it was.
    write('a.txt', talk('Ceph'));
    writeFileSync(join(root, '.hidden'), 'x');
    await settle();
    expect(swaps).toEqual([['2', '3']]);
    stop();
    write('d.txt', talk('Tape'));
    await settle();
    expect(swaps.length).toBe(1);
  });

  test('and fails, hinders no other and no further swap', async () => {
    const { library, write, settle, faults } = await open(DAYS);
    const broken = new Error('A listener of a test.');
    let heard = 0;
    library.subscribe(() => {
      throw broken;
    });
    library.subscribe(() => {
      heard += 1;
    });
    write('c.txt', talk('Crews'));
    await settle();
    write('d.txt', talk('Tape'));
    await settle();
    expect({ heard, faults }).toEqual({ heard: 2, faults: [broken, broken] });
  });

  test('keeps the same conference where another one changed', async () => {
    const { library, write, settle } = await open({
      'x/conference.yml': 'name: X',
      'x/a.txt': talk('Ceph'),
      'y/conference.yml': 'name: Y',
      'y/b.txt': talk('Disks'),
    });
    const [x] = library.conferences();
    write('y/b.txt', talk('Disks ashore'));
    await settle();
    expect(library.conferences()[0]).toBe(x);
    expect(shown(library)).toEqual({ X: ['Ceph'], Y: ['Disks ashore'] });
  });

  test('hears nothing after the end', async () => {
    const { library, write, settle } = await open(DAYS);
    let heard = 0;
    library.subscribe(() => {
      heard += 1;
    });
    await library.close();
    write('c.txt', talk('Crews'));
    await settle();
    expect({ heard, shown: shown(library) }).toEqual({ heard: 0, shown: { Days: ['Ceph', 'Disks'] } });
  });
});

describe('a swap', () => {
  test('shows the old programme until all that prepares it is done', async () => {
    const { library, write, settle } = await open(DAYS);
    const before = library.conferences();
    let steps = 0;
    library.prepare(function* (next) {
      expect(next[0]?.programme.talks.length).toBe(3);
      for (; steps < 100; steps += 1) {
        expect(library.conferences()).toBe(before);
        yield;
      }
    });
    write('c.txt', talk('Crews'));
    await settle();
    expect({ steps, shown: shown(library) }).toEqual({
      steps: 100,
      shown: { Days: ['Ceph', 'Crews', 'Disks'] },
    });
  });

  test('that fails half-way leaves all as it was, and the next one takes both changes', async () => {
    const { library, write, settle, faults } = await open({ ...DAYS, 'x/conference.yml': 'name: X' });
    const broken = new Error('A preparation of a test.');
    let isBroken = true;
    library.prepare(function* () {
      yield;
      if (isBroken) throw broken;
    });
    const before = library.conferences();
    write('a.txt', talk('Ceph at sea'));
    write('x/c.txt', talk('Crews'));
    await settle();
    expect(library.conferences()).toBe(before);
    expect(faults).toEqual([broken]);
    isBroken = false;
    write('d.txt', talk('Decks'));
    await settle();
    expect(shown(library)).toEqual({ Days: ['Ceph at sea', 'Decks', 'Disks'], X: ['Crews'] });
    expect(faults).toEqual([broken]);
  });

  test('does not come after the end', async () => {
    const { library, timers, write } = await open(DAYS);
    let isClosing = false;
    library.prepare(function* () {
      isClosing = true;
      void library.close();
      yield;
    });
    write('c.txt', talk('Crews'));
    await timers.pass(2 * LOOK_MS);
    expect({ isClosing, shown: shown(library) }).toEqual({
      isClosing: true,
      shown: { Days: ['Ceph', 'Disks'] },
    });
  });
});
