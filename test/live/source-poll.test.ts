import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keptAnswers } from '../../src/live/kept-answers.ts';
import { SourcePoll } from '../../src/live/source-poll.ts';
import { type ManualTimers, manualTimers } from '../support/manual-timers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MINUTE_MS = 60_000;
const csv = (...titles: readonly string[]) =>
  `title,start,end,room\n${titles.map(title => `${title},2027-05-11T09:00,2027-05-11T09:45,Quay Hall\n`).join('')}`;

/** Gives the same text, marked, until it is told to give another one or to answer in another way. */
class Publisher {
  text = csv('Ceph', 'Disks');
  answer: (() => Response | Promise<Response>) | undefined;
  /** The status of each answer. */
  readonly statuses: number[] = [];

  readonly fetch: typeof fetch = async (_, init) => {
    const response = await (this.answer?.() ?? this.#publish(new Headers(init?.headers)));
    this.statuses.push(response.status);
    return response;
  };

  fail(status: number, headers: Record<string, string> = {}): void {
    this.answer = () => new Response('', { status, headers });
  }

  #publish(headers: Headers): Response {
    const etag = `"${Buffer.from(this.text).toString('base64')}"`;
    return headers.get('if-none-match') === etag
      ? new Response(null, { status: 304 })
      : new Response(this.text, { headers: { etag } });
  }
}

interface Opened {
  readonly poll: SourcePoll;
  readonly timers: ManualTimers;
  /** The number of times that the content was said to be another one. */
  readonly changes: () => number;
  readonly faults: unknown[];
}

interface Opening {
  readonly keptIn?: string;
  readonly at?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

async function open(
  publisher: Publisher,
  { keptIn = join(temporaryFolder(), 'sources'), at, headers = {} }: Opening = {},
): Promise<Opened> {
  const timers = manualTimers(at);
  const faults: unknown[] = [];
  let changes = 0;
  const source = { url: 'https://days.example/s3cret.csv', everyMs: 10 * MINUTE_MS, headers, line: 4 };
  const poll = new SourcePoll(
    { source, path: 'days.example', settings: {}, key: 'days', settingsPath: 'conference.yml' },
    {
      kept: keptAnswers(keptIn),
      variable: () => undefined,
      fetch: publisher.fetch,
      now: timers.now,
      timers,
      onChange: async () => {
        changes += 1;
      },
      onFault: fault => faults.push(fault),
    },
  );
  onTestFinished(() => poll.end());
  await poll.begin();
  return { poll, timers, faults, changes: () => changes };
}

function shown(poll: SourcePoll) {
  const { draft, problems: _, ...rest } = poll.content();
  return { talks: draft?.talks.map(({ title }) => title), ...rest };
}

const upToDate = (...talks: readonly string[]) => ({ talks, trouble: undefined, asOf: undefined });

test('asks at the beginning, and again as often as the source says', async () => {
  const publisher = new Publisher();
  const { poll, timers, changes } = await open(publisher);
  expect({ shown: shown(poll), changes: changes() }).toEqual({
    shown: upToDate('Ceph', 'Disks'),
    changes: 0,
  });
  publisher.text = csv('Ceph', 'Disks', 'Crews');
  await timers.pass(10 * MINUTE_MS - 1);
  expect(publisher.statuses).toEqual([200]);
  await timers.pass(1);
  expect(shown(poll)).toEqual(upToDate('Ceph', 'Disks', 'Crews'));
  await timers.pass(10 * MINUTE_MS);
  expect(publisher.statuses).toEqual([200, 200, 304]);
});

test('keeps the draft of bytes that it knows, whatever their marks are', async () => {
  const publisher = new Publisher();
  const { poll, timers } = await open(publisher);
  const { draft } = poll.content();
  publisher.answer = () => new Response(publisher.text);
  await timers.pass(10 * MINUTE_MS);
  expect(poll.content().draft).toBe(draft);
  expect(publisher.statuses).toEqual([200, 200]);
});

describe('a good answer stays', () => {
  test.each<[string, (publisher: Publisher) => void, string]>([
    ['fails', publisher => publisher.fail(503), 'days.example answered with status 503.'],
    [
      'sends nothing',
      publisher => {
        publisher.text = '';
      },
      'days.example sent nothing.',
    ],
    [
      'says with status 200 that something went wrong',
      publisher => {
        publisher.text = '<!doctype html><title>Oops</title>';
      },
      'The page at days.example has no link to a programme; give the address of its schedule.xml, or of another export.',
    ],
    [
      'has lost all its talks',
      publisher => {
        publisher.text = csv();
      },
      'The answer of days.example has no talks',
    ],
    [
      'sends what is no programme',
      publisher => {
        publisher.text = '%PDF-1.7';
      },
      'The answer of days.example has no talks: This is a PDF',
    ],
  ])('if the source %s', async (_, spoil, message) => {
    const publisher = new Publisher();
    const { poll, timers } = await open(publisher);
    await timers.pass(10 * MINUTE_MS);
    const goodAt = timers.now();
    spoil(publisher);
    await timers.pass(10 * MINUTE_MS);
    expect(shown(poll)).toEqual({
      talks: ['Ceph', 'Disks'],
      trouble: expect.stringMatching(`^${message}.* The last good copy stays in use\\.$`),
      asOf: goodAt,
    });
  });

  test('and is asked for again within a minute', async () => {
    const publisher = new Publisher();
    const { poll, timers } = await open(publisher);
    publisher.fail(500);
    await timers.pass(10 * MINUTE_MS);
    publisher.answer = undefined;
    await timers.pass(MINUTE_MS);
    expect(shown(poll)).toEqual(upToDate('Ceph', 'Disks'));
  });

  test('and the source is left alone as long as it asks', async () => {
    const publisher = new Publisher();
    const { timers } = await open(publisher);
    publisher.fail(429, { 'retry-after': '1800' });
    await timers.pass(40 * MINUTE_MS - 1);
    expect(publisher.statuses).toEqual([200, 429]);
    await timers.pass(1);
    expect(publisher.statuses).toEqual([200, 429, 429]);
  });
});

describe('an answer that has lost talks', () => {
  const titles = (count: number) => Array.from({ length: count }, (_, i) => `Talk ${i}`);

  async function shrink(from: number, to: number) {
    const publisher = new Publisher();
    publisher.text = csv(...titles(from));
    const opened = await open(publisher);
    publisher.text = csv(...titles(to));
    await opened.timers.pass(10 * MINUTE_MS);
    return { publisher, ...opened };
  }

  test.each([
    [12, 6],
    [10, 5],
    [9, 1],
  ])('of %i is believed at once if it has %i left', async (from, to) => {
    const { poll } = await shrink(from, to);
    expect(shown(poll)).toEqual(upToDate(...titles(to)));
  });

  test.each([
    [12, 5],
    [10, 4],
  ])('of %i is not believed if it has %i left', async (from, to) => {
    const { poll, timers } = await shrink(from, to);
    expect(shown(poll)).toEqual({
      talks: titles(from),
      trouble: `The answer of days.example has only ${to} of ${from} talks; if that is still so in half an hour, the others count as cancelled. The last good copy stays in use.`,
      asOf: timers.now() - 10 * MINUTE_MS,
    });
  });

  test('is believed when it has said so for half an hour', async () => {
    const { poll, timers } = await shrink(12, 5);
    await timers.pass(30 * MINUTE_MS - 1);
    expect(shown(poll).talks).toEqual(titles(12));
    await timers.pass(1);
    expect(shown(poll)).toEqual(upToDate(...titles(5)));
  });

  test('is doubted for half an hour anew if all talks were there in between', async () => {
    const { poll, timers, publisher } = await shrink(12, 5);
    publisher.text = csv(...titles(12));
    await timers.pass(MINUTE_MS);
    expect(shown(poll)).toEqual(upToDate(...titles(12)));
    publisher.text = csv(...titles(5));
    await timers.pass(39 * MINUTE_MS);
    expect(shown(poll).talks).toEqual(titles(12));
    await timers.pass(MINUTE_MS);
    expect(shown(poll)).toEqual(upToDate(...titles(5)));
  });
});

describe('a list that is not whole', () => {
  const page = (titles: readonly string[], next: string | null) =>
    JSON.stringify({
      count: 3,
      next,
      results: titles.map(title => ({ id: title, title, start: '2027-05-11T09:00', room: 'Quay Hall' })),
    });

  /** Answers with two pages, of which the second may fail. */
  function paged(publisher: Publisher) {
    const state = { isDown: false };
    publisher.answer = () => {
      const isSecond = publisher.statuses.length % 2 === 1;
      if (!isSecond) return new Response(page(['Ceph', 'Disks'], '?page=2'));
      return state.isDown ? new Response('', { status: 503 }) : new Response(page(['Crews'], null));
    };
    return state;
  }

  test('cancels nothing, is reported, and is asked for again within a minute', async () => {
    const publisher = new Publisher();
    const state = paged(publisher);
    const { poll, timers } = await open(publisher);
    expect(shown(poll)).toEqual(upToDate('Ceph', 'Disks', 'Crews'));
    state.isDown = true;
    await timers.pass(10 * MINUTE_MS);
    expect({ shown: shown(poll), page: poll.content().draft?.page }).toEqual({
      shown: upToDate('Ceph', 'Disks', 'Crews'),
      page: { here: 2, total: 3, reason: 'days.example answered with status 503.' },
    });
    state.isDown = false;
    await timers.pass(MINUTE_MS);
    expect({ shown: shown(poll), page: poll.content().draft?.page }).toEqual({
      shown: upToDate('Ceph', 'Disks', 'Crews'),
      page: undefined,
    });
  });

  test('does not replace the whole one on disk', async () => {
    const publisher = new Publisher();
    const state = paged(publisher);
    const keptIn = join(temporaryFolder(), 'sources');
    const { poll, timers } = await open(publisher, { keptIn });
    state.isDown = true;
    await timers.pass(10 * MINUTE_MS);
    poll.end();
    publisher.fail(500);
    const { poll: again } = await open(publisher, { keptIn, at: timers.now() });
    expect(shown(again).talks).toEqual(['Ceph', 'Disks', 'Crews']);
  });
});

test('an answer whose times are all gone is believed after half an hour', async () => {
  const titles = Array.from({ length: 10 }, (_, i) => `Talk ${i}`);
  const publisher = new Publisher();
  publisher.text = csv(...titles);
  const { poll, timers } = await open(publisher);
  publisher.text = `title,room\n${titles.map(title => `${title},Quay Hall\n`).join('')}`;
  await timers.pass(10 * MINUTE_MS);
  expect(shown(poll).trouble).toBe(
    'The answer of days.example has only 0 of 10 slots; if that is still so in half an hour, it is believed. The last good copy stays in use.',
  );
  await timers.pass(30 * MINUTE_MS);
  expect(shown(poll)).toEqual(upToDate(...titles));
  expect(poll.content().draft?.talks.flatMap(({ slots }) => slots.flatMap(({ start }) => start))).toEqual([]);
});

test('a damaged answer does not replace the good one on disk', async () => {
  const publisher = new Publisher();
  const keptIn = join(temporaryFolder(), 'sources');
  const { poll, timers } = await open(publisher, { keptIn });
  const { draft } = poll.content();
  publisher.text = csv('Ceph', '"Disks');
  await timers.pass(10 * MINUTE_MS);
  expect(shown(poll).talks).toEqual(['Ceph', 'Disks']);
  poll.end();
  publisher.fail(500);
  const { poll: again } = await open(publisher, { keptIn, at: timers.now() });
  expect(again.content().draft).toEqual(draft);
});

describe('after a restart', () => {
  async function restart(publisher: Publisher) {
    const keptIn = join(temporaryFolder(), 'sources');
    const { poll, timers } = await open(publisher, { keptIn });
    poll.end();
    const goodAt = timers.now();
    return { goodAt, again: () => open(publisher, { keptIn, at: goodAt + 60 * MINUTE_MS }) };
  }

  test('the last good answer is there while the source is down, and says how old it is', async () => {
    const publisher = new Publisher();
    const { goodAt, again } = await restart(publisher);
    publisher.fail(500);
    const { poll, timers, changes } = await again();
    expect(shown(poll)).toEqual({ talks: ['Ceph', 'Disks'], trouble: undefined, asOf: goodAt });
    await timers.pass(0);
    expect({ shown: shown(poll), changes: changes() }).toEqual({
      shown: {
        talks: ['Ceph', 'Disks'],
        trouble: 'days.example answered with status 500. The last good copy stays in use.',
        asOf: goodAt,
      },
      changes: 1,
    });
  });

  test('only what changed is fetched', async () => {
    const publisher = new Publisher();
    const { again } = await restart(publisher);
    const { poll, timers } = await again();
    await timers.pass(0);
    expect({ shown: shown(poll), statuses: publisher.statuses }).toEqual({
      shown: upToDate('Ceph', 'Disks'),
      statuses: [200, 304],
    });
  });
});

describe('a source that never answered well', () => {
  test('shows every problem of its answer', async () => {
    const publisher = new Publisher();
    publisher.text = JSON.stringify([
      { code: 'AA', state: 'confirmed', submission_type: 'Talk', title: '' },
      { code: 'BB', state: 'confirmed', submission_type: 'Talk', title: '' },
    ]);
    const { poll } = await open(publisher);
    const { trouble, problems } = poll.content();
    expect([trouble, ...problems.map(({ message }) => message)]).toEqual([
      'The answer of days.example has no talks: The entry has no title; it was left out. There is no earlier copy to use.',
      'The entry has no title; it was left out.',
    ]);
  });

  test('has no draft, and is asked again within a minute', async () => {
    const publisher = new Publisher();
    publisher.fail(404);
    const { poll, timers } = await open(publisher);
    expect(shown(poll)).toEqual({
      talks: undefined,
      trouble: 'days.example has nothing at this address (status 404). There is no earlier copy to use.',
      asOf: timers.now(),
    });
    publisher.answer = undefined;
    await timers.pass(MINUTE_MS);
    expect(shown(poll)).toEqual(upToDate('Ceph', 'Disks'));
  });

  test('is not asked while a variable of its headers is missing', async () => {
    const publisher = new Publisher();
    const { poll } = await open(publisher, { headers: { Authorization: 'Token $PRETALX_TOKEN' } });
    expect({ trouble: poll.content().trouble, statuses: publisher.statuses }).toEqual({
      trouble:
        'A header names the environment variable PRETALX_TOKEN, which is not set. There is no earlier copy to use.',
      statuses: [],
    });
  });
});

test('an answer that was removed from the disk is saved again', async () => {
  const publisher = new Publisher();
  const keptIn = join(temporaryFolder(), 'sources');
  const { poll, timers } = await open(publisher, { keptIn });
  rmSync(keptIn, { recursive: true });
  await timers.pass(10 * MINUTE_MS);
  expect(shown(poll)).toEqual({
    ...upToDate('Ceph', 'Disks'),
    trouble: 'The answer cannot be kept on disk (ENOENT), so it will be missing after a restart.',
  });
  await timers.pass(10 * MINUTE_MS);
  expect({ shown: shown(poll), files: readdirSync(keptIn).length }).toEqual({
    shown: upToDate('Ceph', 'Disks'),
    files: 1,
  });
});

test('says nothing more after its end, even if an answer was awaited', async () => {
  const publisher = new Publisher();
  const { poll, timers, changes } = await open(publisher);
  let answer = (_: Response) => {};
  publisher.answer = () =>
    new Promise(resolve => {
      answer = resolve;
    });
  const passing = timers.pass(10 * MINUTE_MS);
  poll.end();
  answer(new Response(csv('Crews')));
  await passing;
  publisher.answer = undefined;
  await timers.pass(60 * MINUTE_MS);
  expect({ shown: shown(poll), changes: changes() }).toEqual({
    shown: upToDate('Ceph', 'Disks'),
    changes: 0,
  });
  expect(publisher.statuses).toEqual([200, 200]);
});
