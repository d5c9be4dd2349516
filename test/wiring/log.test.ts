import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { feedListener } from '../../src/calendar/serve-feeds.ts';
import { openLibrary } from '../../src/live/library.ts';
import { openStore } from '../../src/store/open.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { createLog } from '../../src/wiring/log.ts';
import { withDigest } from '../support/desk.ts';
import { digest } from '../support/digests.ts';
import { harbour } from '../support/harbour.ts';
import { loadedWith } from '../support/loaded.ts';
import { manualTimers } from '../support/manual-timers.ts';
import { answerTo, LOBBY, MIRA } from '../support/slack-people.ts';
import { openStage } from '../support/stage.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { webServer } from '../support/web-server.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, secrets: readonly string[] = []): object {
  const lines: string[] = [];
  write(createLog({ level: 'info', secrets, write: line => lines.push(line) }));
  expect(lines).toHaveLength(1);
  const { time, ...rest } = JSON.parse(lines[0] ?? '') as { time: string };
  expect(new Date(time).toISOString()).toBe(time);
  return rest;
}

test('writes one line of JSON with its level, time and sentence', () => {
  expect(logged(log => log.info({ talks: 48 }, 'Lectern is ready.'))).toEqual({
    level: 'info',
    talks: 48,
    msg: 'Lectern is ready.',
  });
});

test('keeps to its level', () => {
  const lines: string[] = [];
  createLog({ level: 'warn', secrets: [], write: line => lines.push(line) }).info('quiet');
  expect(lines).toEqual([]);
});

test('says a fault of the database once, without stacks', () => {
  const err = new StoreFault('unusable', 'The database is a folder.', { cause: new Error('unable to open') });
  expect(logged(log => log.warn({ err }, 'A Home lacks stars.'))).toEqual({
    level: 'warn',
    err: { type: 'StoreFault', message: 'The database is a folder.' },
    msg: 'A Home lacks stars.',
  });
});

describe('lets no secret out', () => {
  test.each([
    ['in a sentence', 'got xoxb-12-34-abc back', 'got [secret] back'],
    ['of an app', 'xapp-1-A0-12-abcdef', '[secret]'],
    ['that is rotated', 'xoxe.xoxb-1-MTIz', '[secret]'],
    ['of a user', '{"token":"xoxp-1-2"}', '{"token":"[secret]"}'],
    [
      'in an address for answers',
      'https://hooks.slack.com/commands/T1/2/abc',
      'https://hooks.slack.com/commands/[secret]',
    ],
    [
      "in GovSlack's address for answers",
      'https://hooks.slack-gov.com/actions/T1/2/abc',
      'https://hooks.slack-gov.com/actions/[secret]',
    ],
    ['of any form that was set', 'signed with "f00d\\face" today', 'signed with [secret] today'],
  ])('%s', (_, text, written) => {
    expect(logged(log => log.info(text), ['"f00d\\face"'])).toEqual({ level: 'info', msg: written });
  });

  test('deep in an error', () => {
    const error = Object.assign(new Error('refused xoxb-1'), {
      request: { headers: { authorization: 'Bearer xoxb-1' } },
    });
    expect(JSON.stringify(logged(log => log.error({ err: error }, 'A call failed.')))).not.toContain('xoxb');
  });
});

describe('lines have the id of the work that they belong to', () => {
  const ID = /^[0-9a-f]{8}$/;
  const idsOf = (lines: readonly Record<string, unknown>[], msg: RegExp) =>
    lines.filter(line => msg.test(String(line.msg))).map(({ id }) => id);

  test.each(['http', 'socket'] as const)('a request over %s, at each level', async mode => {
    const { workspace, log } = await openStage({ mode, logLevel: 'trace' });
    const results = await answerTo(workspace, 'radio silence');
    const before = log.length;
    workspace.fail('views.open', { kind: 'status', status: 500 }, { times: 3 });
    await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
    const told = await workspace.when(() =>
      workspace.visibleMessages(MIRA, LOBBY).find(({ text }) => text.startsWith('Something')),
    );
    const number = /\((\w{8})\)/.exec(told.text)?.[1];
    while (!log.some(({ msg }) => msg === 'A request failed.'))
      await new Promise(resolve => setImmediate(resolve));
    const lines = log.slice(before);
    expect(idsOf(lines, /^A request failed/)).toEqual([number]);
    // Slack's client tells of each attempt, after the request was acknowledged.
    const calls = idsOf(lines, /views\.open|^http request failed/);
    expect([calls.length > 3, new Set(calls)]).toEqual([true, new Set([number])]);
    expect(idsOf(log.slice(0, before), /^/)).not.toContain(number);
  });

  test('what was left aside at the door, but not the count of a minute', async () => {
    const { url, log } = await openStage();
    const send = () => fetch(`${url}/slack/events`, { method: 'POST', body: 'unsigned' });
    await Promise.all([send(), send()]);
    expect(idsOf(log, /refused with 401/)).toEqual([expect.stringMatching(ID)]);
  });

  test('a calendar feed', async () => {
    const lines: Record<string, unknown>[] = [];
    const log = createLog({ level: 'info', secrets: [], write: line => lines.push(JSON.parse(line)) });
    const store = openStore({ url: 'file:/proc/none/lectern.sqlite', run: 'real' });
    const { url } = await webServer(feedListener({ store, current: () => loadedWith(harbour), log }));
    expect((await fetch(`${url}/calendar/a.ics`)).status).toBe(503);
    expect(idsOf(lines, /calendar feed/)).toEqual([expect.stringMatching(ID)]);
  });

  test('each delivery of one look, whether Slack refuses it or it fails', async () => {
    const made = await withDigest();
    for (const id of ['two', 'three'])
      await made.store.digests.save(digest({ id, channel: id, timeZone: 'UTC' }));
    made.answers.push({ kind: 'refused', retryAfterMs: undefined, reason: 'ratelimited' });
    const { post } = made.context;
    made.context.post = async (channel, ...rest) => {
      if (channel === 'three') throw new Error('broken');
      return post(channel, ...rest);
    };
    await made.until('2027-05-11T08:00Z');
    const ids = idsOf(made.log, /was not taken|delivery failed/);
    expect(ids).toEqual([expect.stringMatching(ID), expect.stringMatching(ID)]);
    expect(new Set(ids).size).toBe(2);
  });

  test('a reload, and each time that a source is asked', async () => {
    const root = temporaryFolder({
      'conference.yml': 'sources:\n  - url: https://days.example/talks.csv\n    every: 30s\n',
    });
    const timers = manualTimers();
    let asked = 0;
    const lines: Record<string, unknown>[] = [];
    const log = createLog({ level: 'info', secrets: [], write: line => lines.push(JSON.parse(line)) });
    const library = await openLibrary({
      dataDir: root,
      keptIn: join(temporaryFolder(), 'sources'),
      variable: () => undefined,
      onFault: () => log.error('fault'),
      fetch: async () => {
        log.info('asked');
        asked += 1;
        return new Response(`title,start,end,room\nDisks ${asked},2027-05-11T09:00,2027-05-11T09:45,Quay\n`);
      },
      now: timers.now,
      timers,
    });
    onTestFinished(() => library.close());
    library.subscribe(() => log.info('swapped'));
    // biome-ignore lint/correctness/useYield: it fails before its first slice.
    library.prepare(function* () {
      if (asked === 2) throw new Error('broken');
    });
    await timers.pass(61_000);
    const ids = idsOf(lines, /^/);
    expect(lines.map(({ msg }) => msg)).toEqual(['asked', 'asked', 'fault', 'asked', 'swapped']);
    expect([ids[1] === ids[2], ids[3] === ids[4], new Set(ids).size]).toEqual([true, true, 3]);
  });
});
