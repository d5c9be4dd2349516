import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Library, openLibrary } from '../../src/live/library.ts';
import { type ManualTimers, manualTimers } from '../support/manual-timers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type WebServer, webServer } from '../support/web-server.ts';

const MINUTE_MS = 60_000;
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
    'conference.yml': `name: Days\ntimeZone: Europe/Madrid\nsources:\n  - url: ${server.url}/s3cret.csv\n    every: 10m\n${settings}`,
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

test('a source is there from the beginning, and asked again as often as it is said', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks'));
  expect(library.conferences()[0]?.programme.talks[0]?.file).toBe('127.0.0.1');
  place.publisher.text = csv('Ceph', 'Disks', 'Crews');
  await timers.pass(9 * MINUTE_MS);
  expect(place.server.asked.length).toBe(1);
  await timers.pass(MINUTE_MS);
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks', 'Crews'));
  await timers.pass(10 * MINUTE_MS);
  expect(place.server.asked.length).toBe(3);
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
  await timers.pass(10 * MINUTE_MS);
  expect(shown(library, place.server)).toEqual(upToDate('Disks', '-Ceph'));
});

test('nobody hears of an answer that says nothing new', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  let heard = 0;
  library.subscribe(() => {
    heard += 1;
  });
  await timers.pass(60 * MINUTE_MS);
  expect({ heard, asked: place.server.asked.length }).toEqual({ heard: 0, asked: 7 });
});

describe('a good programme stays', () => {
  test.each<[string, (publisher: Publisher) => void, string]>([
    ['fails', publisher => publisher.fail(503), 'HOST answered with status 503.'],
    [
      'sends nothing',
      publisher => {
        publisher.text = '';
      },
      'HOST sent nothing.',
    ],
    [
      'says with status 200 that something went wrong',
      publisher => {
        publisher.text = '<!doctype html><title>Oops</title>';
      },
      'The page at HOST has no link to a programme; give the address of its schedule.xml, or of another export.',
    ],
    [
      'has lost all its talks',
      publisher => {
        publisher.text = csv();
      },
      'The answer of HOST has no talks',
    ],
    [
      'sends what is no programme',
      publisher => {
        publisher.text = '%PDF-1.7';
      },
      'The answer of HOST has no talks: This is a PDF',
    ],
  ])('where a source %s', async (_, spoil, message) => {
    const place = await publish();
    const { library, timers } = await open(place);
    await timers.pass(10 * MINUTE_MS);
    const goodAt = timers.now();
    spoil(place.publisher);
    await timers.pass(10 * MINUTE_MS);
    expect(shown(library, place.server)).toEqual({
      talks: ['Ceph', 'Disks'],
      problems: [expect.stringMatching(`^warning 4: ${message}.* The last good copy stays in use\\.$`)],
      asOf: goodAt,
    });
  });

  test('and is asked for again within a minute, and is up to date as soon as the source is well', async () => {
    const place = await publish();
    const { library, timers } = await open(place);
    place.publisher.fail();
    await timers.pass(10 * MINUTE_MS);
    place.publisher.answer = undefined;
    await timers.pass(MINUTE_MS);
    expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks'));
  });

  test('and is left alone as long as the source asks', async () => {
    const place = await publish();
    const { timers } = await open(place);
    place.publisher.answer = (_, response) => response.writeHead(429, { 'retry-after': '1800' }).end();
    await timers.pass(10 * MINUTE_MS);
    await timers.pass(29 * MINUTE_MS);
    expect(place.server.asked.length).toBe(2);
    await timers.pass(MINUTE_MS);
    expect(place.server.asked.length).toBe(3);
  });
});

describe('a source that has lost most of its talks', () => {
  const titles = Array.from({ length: 12 }, (_, i) => `Talk ${i}`);
  const few = titles.slice(0, 5);
  const cancelled = titles.slice(5).map(title => `-${title}`);
  const lost =
    'warning 4: The answer of HOST has only 5 of 12 talks; if that is still so in half an hour, the others count as cancelled. The last good copy stays in use.';

  async function halved() {
    const place = await publish();
    place.publisher.text = csv(...titles);
    const opened = await open(place);
    await opened.timers.pass(10 * MINUTE_MS);
    place.publisher.text = csv(...few);
    const asOf = opened.timers.now();
    await opened.timers.pass(10 * MINUTE_MS);
    const { library } = opened;
    expect(shown(library, place.server)).toEqual({ talks: titles, problems: [lost], asOf });
    return { ...place, ...opened };
  }

  test.each([
    [12, 6],
    [10, 5],
    [9, 1],
  ])('of %i talks is believed at once where it has %i left', async (all, left) => {
    const place = await publish();
    const before = Array.from({ length: all }, (_, i) => `Talk ${i}`);
    place.publisher.text = csv(...before);
    const { library, timers } = await open(place);
    place.publisher.text = csv(...before.slice(0, left));
    await timers.pass(10 * MINUTE_MS);
    const gone = before.slice(left).map(title => `-${title}`);
    expect(shown(library, place.server)).toEqual(upToDate(...before.slice(0, left), ...gone));
  });

  test('of ten talks is not believed where it has four left', async () => {
    const place = await publish();
    place.publisher.text = csv(...titles.slice(0, 10));
    const { library, timers } = await open(place);
    place.publisher.text = csv(...titles.slice(0, 4));
    await timers.pass(10 * MINUTE_MS);
    expect(shown(library, place.server).talks).toEqual(titles.slice(0, 10));
  });

  test('is not believed, and soon up to date again', async () => {
    const { publisher, library, server, timers } = await halved();
    publisher.text = csv(...titles);
    await timers.pass(MINUTE_MS);
    expect(shown(library, server)).toEqual(upToDate(...titles));
  });

  test('is believed when it has said so for half an hour', async () => {
    const { library, server, timers } = await halved();
    await timers.pass(29 * MINUTE_MS);
    expect(shown(library, server).talks).toEqual(titles);
    await timers.pass(MINUTE_MS);
    expect(shown(library, server)).toEqual(upToDate(...few, ...cancelled));
  });
});

describe('after a restart', () => {
  test('while the source is down the programme is there, and says how old it is', async () => {
    const place = await publish();
    const { library: before, timers: earlier } = await open(place);
    await before.close();
    place.publisher.fail();
    const { library, timers } = await open(place, earlier.now() + 60 * MINUTE_MS);
    const asOf = earlier.now();
    expect(shown(library, place.server)).toEqual({ talks: ['Ceph', 'Disks'], problems: [], asOf });
    await timers.pass(0);
    expect(shown(library, place.server)).toEqual({
      talks: ['Ceph', 'Disks'],
      problems: ['warning 4: HOST answered with status 500. The last good copy stays in use.'],
      asOf,
    });
  });

  test('only what changed is fetched', async () => {
    const place = await publish();
    const { library: before, timers: earlier } = await open(place);
    await before.close();
    const statuses: number[] = [];
    place.publisher.answer = (request, response) => {
      place.publisher.answer = undefined;
      response.on('finish', () => statuses.push(response.statusCode));
      place.publisher.listen(request, response);
    };
    const { library, timers } = await open(place, earlier.now() + 60 * MINUTE_MS);
    await timers.pass(0);
    expect({ shown: shown(library, place.server), statuses }).toEqual({
      shown: upToDate('Ceph', 'Disks'),
      statuses: [304],
    });
  });
});

describe('a source that never answered well', () => {
  test('is a problem, and nothing more', async () => {
    const place = await publish();
    place.publisher.fail(404);
    const { library, timers } = await open(place);
    expect(shown(library, place.server)).toEqual({
      talks: [],
      problems: ['error 4: HOST has nothing at this address (status 404). There is no earlier copy to use.'],
      asOf: undefined,
    });
    place.publisher.answer = undefined;
    await timers.pass(MINUTE_MS);
    expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks'));
  });

  test('because a variable is missing says which, and nothing is asked', async () => {
    const place = await publish('    headers: { Authorization: Token $PRETALX_TOKEN }\n');
    const { library } = await open(place);
    expect(shown(library, place.server).problems).toEqual([
      'error 4: A header names the environment variable PRETALX_TOKEN, which is not set. There is no earlier copy to use.',
    ]);
    expect(place.server.asked).toEqual([]);
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
  await timers.pass(60 * MINUTE_MS);
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

test('what somebody removed from the disk is kept again', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  rmSync(place.keptIn, { recursive: true });
  await timers.pass(10 * MINUTE_MS);
  expect(shown(library, place.server).problems?.length).toBe(1);
  await timers.pass(10 * MINUTE_MS);
  expect({ shown: shown(library, place.server), files: readdirSync(place.keptIn).length }).toEqual({
    shown: upToDate('Ceph', 'Disks'),
    files: 1,
  });
});

test('the end does not wait for a source that does not answer', async () => {
  const place = await publish();
  const { library, timers } = await open(place);
  let hasAsked = () => {};
  const asked = new Promise<void>(resolve => {
    hasAsked = resolve;
  });
  place.publisher.answer = () => hasAsked();
  const passing = timers.pass(10 * MINUTE_MS);
  await asked;
  await library.close();
  await passing;
  expect(shown(library, place.server)).toEqual(upToDate('Ceph', 'Disks'));
});
