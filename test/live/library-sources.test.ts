import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type Library, openLibrary } from '../../src/live/library.ts';
import { type ManualTimers, manualTimers } from '../support/manual-timers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type WebServer, webServer } from '../support/web-server.ts';

/** Each two seconds of it cost a look at the disk, so the sources here are asked often. */
const EVERY_MS = 30_000;
const csv = (...titles: readonly string[]) =>
  `title,start,end,room\n${titles.map(title => `${title},2027-05-11T09:00,2027-05-11T09:45,Quay Hall\n`).join('')}`;

/** What the source says at the moment; each text has its own mark. */
class Publisher {
  text = csv('Ceph', 'Disks');
  answer: RequestListener | undefined;

  readonly listen: RequestListener = (request, response) => {
    if (this.answer !== undefined) return this.answer(request, response);
    const etag = `"${Buffer.from(this.text).toString('base64')}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    return response.setHeader('etag', etag).end(this.text);
  };

  fail(status = 500): void {
    this.answer = (_, response) => response.writeHead(status).end();
  }
}

interface Opened {
  readonly library: Library;
  readonly timers: ManualTimers;
  readonly faults: unknown[];
}

interface Place {
  readonly root: string;
  readonly keptIn: string;
}

async function publish(settings = ''): Promise<Place & { publisher: Publisher; server: WebServer }> {
  const publisher = new Publisher();
  const server = await webServer(publisher.listen);
  const root = temporaryFolder({
    'conference.yml': `name: Days\ntimeZone: Europe/Madrid\nsources:\n  - url: ${server.url}/s3cret.csv\n    every: 30s\n${settings}`,
  });
  return { root, keptIn: join(temporaryFolder(), 'var', 'sources'), publisher, server };
}

async function open(
  { root, keptIn }: Place,
  at = Date.UTC(2027, 4, 11, 7),
  env: Record<string, string> = {},
): Promise<Opened> {
  const timers = manualTimers(at);
  const faults: unknown[] = [];
  const library = await openLibrary({
    dataDir: root,
    keptIn,
    variable: name => env[name],
    onFault: fault => faults.push(fault),
    now: timers.now,
    timers,
  });
  onTestFinished(() => library.close());
  return { library, timers, faults };
}

/** The one conference: its talks, the cancelled ones behind a dash, its problems without the server, and its age. */
function shown(library: Library, { host }: WebServer) {
  const live = library.conferences()[0];
  return {
    talks: live?.programme.talks.map(({ title, status }) => (status === 'cancelled' ? `-${title}` : title)),
    problems: live?.problems
      .filter(({ file }) => file === 'conference.yml')
      .map(({ severity, line, message }) => `${severity} ${line}: ${message.replaceAll(host, 'HOST')}`),
    asOf: live?.asOf,
  };
}

const upToDate = (...talks: string[]) => ({ talks, problems: [], asOf: undefined });

test('a source is there from the beginning, under the name of its host, and what is new there shows', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks'));
  expect(library.conferences()[0]?.programme.talks[0]?.file).toBe('127.0.0.1');
  place.publisher.text = csv('Ceph', 'Disks', 'Crews');
  await timers.pass(EVERY_MS);
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks', 'Crews'));
});

test('a sheet at a source is read as conference.yml explains it, also from the disk', async () => {
  const place = await publish('csv: { title: Was, start: Wann, firstDay: 2027-05-11 }\n');
  place.publisher.text = 'Was,Wann,Wo\nCeph,9:00,Quay\nDisks,10:00,Quay\n';
  const { library } = await open(place);
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks'));
  await library.close();
  place.publisher.fail();
  const { library: again } = await open(place);
  expect(again.conferences()[0]?.programme.sessions.map(({ slot }) => slot.start)).toEqual([
    '2027-05-11T09:00:00+02:00',
    '2027-05-11T10:00:00+02:00',
  ]);
});

test('what a source no longer has is cancelled', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  place.publisher.text = csv('Disks');
  await timers.pass(EVERY_MS);
  expect(shown(library, place.server)).toEqual(upToDate('Disks', '-Ceph'));
});

test.each([false, true])(
  'what changes during a swap is swapped after it, also if that fails (%s)',
  async isBroken => {
    const place = await publish();
    const { library, timers, faults } = await open(place);
    let [isAsked, isHeld] = [false, true];
    const broken = new Error('A preparation of a test.');
    library.prepare(function* () {
      isAsked = true;
      if (!isHeld) return;
      while (isHeld) yield;
      if (isBroken) throw broken;
    });
    const swaps: unknown[] = [];
    library.subscribe(() => swaps.push(shown(library, place.server).talks));
    place.publisher.text = csv('Ceph', 'Disks', 'Crews');
    const first = timers.pass(EVERY_MS);
    while (!isAsked) await nextTurn();
    writeFileSync(join(place.root, 'more.csv'), csv('Decks'));
    // Two looks, of which the second waits for the swap that is held.
    const second = timers.pass(4000);
    await nextTurn();
    isHeld = false;
    await Promise.all([first, second]);
    expect({ swaps, faults }).toEqual({
      swaps: [...(isBroken ? [] : [['Ceph', 'Disks', 'Crews']]), ['Decks', 'Ceph', 'Disks', 'Crews']],
      faults: isBroken ? [broken] : [],
    });
  },
);

test('nobody hears of an answer that says nothing new', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  let heard = 0;
  library.subscribe(() => {
    heard += 1;
  });
  await timers.pass(2 * EVERY_MS);
  expect({ heard, asked: place.server.asked.length }).toEqual({ heard: 0, asked: 3 });
});

test('a source that fails keeps its talks, and the conference says why and since when', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  const goodAt = timers.now();
  place.publisher.fail(503);
  await timers.pass(EVERY_MS);
  expect(shown(library, place.server)).toEqual({
    talks: ['Ceph', 'Disks'],
    problems: ['warning 4: HOST answered with status 503. The last good copy stays in use.'],
    asOf: goodAt,
  });
});

test('a source that never answered well is an error, and the conference says since when', async () => {
  const place = await publish();
  place.publisher.fail(404);
  const { library, timers } = await open(place);
  const since = timers.now();
  await timers.pass(EVERY_MS);
  expect(shown(library, place.server)).toEqual({
    talks: [],
    problems: ['error 4: HOST has nothing at this address (status 404). There is no earlier copy to use.'],
    asOf: since,
  });
});

test('a header takes its value from the environment, and no problem tells it', async () => {
  const place = await publish('    headers: { Authorization: Token $PRETALX_TOKEN }\n');
  const seen: unknown[] = [];
  place.publisher.answer = ({ headers }, response) => {
    seen.push(headers.authorization);
    response.writeHead(403).end();
  };
  const { library } = await open(place, undefined, { PRETALX_TOKEN: 'hush' });
  expect(seen).toEqual(['Token hush']);
  expect(JSON.stringify([library.problems(), library.conferences()])).not.toMatch(/hush|s3cret/);
});

test('a change of the settings takes effect without a restart', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  const other = new Publisher();
  other.text = csv('Ceph', 'Crews');
  const { url } = await webServer(other.listen);
  const settings = join(place.root, 'conference.yml');
  writeFileSync(settings, `name: Days\ntimeZone: Europe/Madrid\nsources: [${url}]\n`);
  await timers.pass(4000);
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Crews', '-Disks'));
  const before = place.server.asked.length;
  await timers.pass(2 * EVERY_MS);
  expect(place.server.asked.length).toBe(before);
});

test('a disk that cannot be written keeps nobody from the programme', async () => {
  const place = await publish();
  const full = { ...place, keptIn: join(place.root, 'conference.yml', 'sources') };
  const { library, faults } = await open(full);
  expect(shown(library, place.server)).toEqual({
    talks: ['Ceph', 'Disks'],
    problems: [
      'warning 4: The answer cannot be kept on disk (ENOTDIR), so it will be missing after a restart.',
    ],
    asOf: undefined,
  });
  expect(faults).toEqual([]);
});

test('the end does not wait for a source that does not answer', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  let hasAsked = () => {};
  const asked = new Promise<void>(resolve => {
    hasAsked = resolve;
  });
  place.publisher.answer = () => hasAsked();
  const passing = timers.pass(EVERY_MS);
  await asked;
  await library.close();
  await passing;
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks'));
});
