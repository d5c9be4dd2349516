import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { boundary, type Listener } from '../../src/slack/boundary.ts';
import type { Arguments } from '../../src/slack/tell-person.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { programme } from '../support/conference.ts';
import { read } from '../support/read.ts';
import {
  answerTo,
  CORRIDOR,
  LOBBY,
  MIRA,
  messagesOfApp,
  topModal,
  typeTalk,
} from '../support/slack-people.ts';
import { openStage } from '../support/stage.ts';

test.each(['Share', 'More'])('who presses %s in vain is told in a direct message', async label => {
  const { workspace, log } = await openStage();
  const results = await answerTo(workspace, 'ceph');
  const first = results.blocks.find(({ type }) => type === 'actions')?.block_id as string;
  workspace.fail('response_url', { kind: 'status', status: 500 }, { times: 2 });
  await workspace.click({ user: MIRA, in: results, label, ...(label === 'Share' && { blockId: first }) });
  const told = await workspace.when(() => workspace.visibleMessages(MIRA, 'D0MIRA0001').at(-1));
  expect(told.text).toMatch(/^Something went wrong on Lectern's side/);
  while (log.length === 0) await new Promise(resolve => setImmediate(resolve));
  expect(log).toMatchObject([{ msg: 'A request failed.', told: true }]);
});

test('who shares in vain from a talk is told in a direct message', async () => {
  const { workspace } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  const modal = await topModal(workspace);
  await workspace.click({ user: MIRA, in: modal, label: 'Share...' });
  await workspace.when(() => (workspace.modalsOf(MIRA).length === 2 ? true : undefined));
  workspace.fail('response_url', { kind: 'status', status: 500 }, { times: 2 });
  await workspace.submit({ user: MIRA, entries: { channel: CORRIDOR } });
  const told = await workspace.when(() => workspace.visibleMessages(MIRA, 'D0MIRA0001').at(-1));
  expect(told.text).toMatch(/^Something went wrong on Lectern's side/);
});

test('Slack being down for a reply is logged once, and the next one is answered', async () => {
  const { workspace, log } = await openStage();
  workspace.fail('chat.postMessage', { kind: 'status', status: 503 }, { times: Number.POSITIVE_INFINITY });
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  while (log.length === 0) await new Promise(resolve => setImmediate(resolve));
  expect(log).toMatchObject([{ msg: 'A request failed.', told: false }]);
  workspace.heal();
  await workspace.mention({ user: MIRA, channel: LOBBY, text: 'ceph' });
  await workspace.when(() => messagesOfApp(workspace).at(-1));
  expect(log).toHaveLength(1);
});

test('a person whose button fails is told, with a number that is in the log', async () => {
  const { workspace, log } = await openStage();
  const results = await answerTo(workspace, 'radio silence');
  workspace.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
  await workspace.click({ user: MIRA, in: results, label: 'Details', value: 'people/radio' });
  const told = await workspace.when(() =>
    workspace.visibleMessages(MIRA, LOBBY).find(one => one.text.startsWith('Something')),
  );
  expect(told.text).toMatch(/^Something went wrong on Lectern's side \(\w{8}\)\./);
  expect(read(told.blocks)).toEqual([told.text]);
  while (log.length === 0) await new Promise(resolve => setImmediate(resolve));
  expect(log.map(line => line.id)).toEqual([/\((\w{8})\)/.exec(told.text)?.[1]]);
});

test('a database that is away is one line without a stack', async () => {
  const { workspace, store, log } = await openStage();
  store.acts.record = async () => {
    throw new StoreFault('full', 'The disk is full. Free some space.');
  };
  const { message } = await typeTalk(workspace, 'alert ceph');
  const id = /\((\w{8})\)/.exec(message?.text ?? '')?.[1];
  expect(log).toEqual([
    {
      level: 'error',
      time: expect.any(String),
      id,
      reason: 'The disk is full. Free some space.',
      told: true,
      msg: 'A request failed.',
    },
  ]);
});

test('a fault in a search is told to the person who searched', async () => {
  const { workspace, show } = await openStage();
  show({
    ...programme(),
    get conference(): never {
      throw new Error('The programme is broken.');
    },
  });
  const { message } = await typeTalk(workspace, 'ceph');
  expect(message?.text).toMatch(/^Something went wrong/);
});

describe('a fault is told by the first way that is open', () => {
  interface Request {
    readonly args: object;
    readonly acknowledged?: boolean;
    readonly failing?: readonly string[];
  }

  /** The ways that were tried, and what was logged. */
  async function fail({ args, acknowledged, failing = [] }: Request) {
    const tried: string[] = [];
    const way = (name: string) => async () => {
      tried.push(name);
      if (failing.includes(name)) throw new Error(`${name} is shut`);
    };
    const given = args as { readonly respond?: true };
    const log: Record<string, unknown>[] = [];
    const logger = pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line)) });
    const broken = async () => {
      throw new Error('broken');
    };
    await boundary(
      broken,
      logger,
    )({
      body: { type: 'block_actions' },
      context: { userId: MIRA, acknowledged },
      client: { chat: { postMessage: way('direct message') }, views: { update: way('view') } },
      ack: way('acknowledgement'),
      ...args,
      ...(given.respond && { respond: way('response') }),
    } as unknown as Parameters<ReturnType<typeof boundary>>[0]);
    return { tried, told: log.map(line => line.told) };
  }

  const command = { command: {}, respond: true };
  const submission = { body: { type: 'view_submission', view: { id: 'V1' } } };
  const home = { event: { type: 'app_home_opened' } };

  test.each<[string, Request, readonly string[], boolean]>([
    ['a command', { args: command }, ['acknowledgement'], true],
    ['a command that was acknowledged', { args: command, acknowledged: true }, ['response'], true],
    ['a submitted form', { args: submission }, ['acknowledgement'], true],
    [
      'a submitted form that has another way, too',
      { args: { ...submission, respond: true } },
      ['acknowledgement'],
      true,
    ],
    ['a form that was acknowledged', { args: submission, acknowledged: true }, ['view'], true],
    [
      'a form that was acknowledged and closed',
      { args: submission, acknowledged: true, failing: ['view'] },
      ['view', 'direct message'],
      true,
    ],
    ['a button', { args: { respond: true } }, ['response'], true],
    [
      'a button whose way back is shut',
      { args: { respond: true }, failing: ['response'] },
      ['response', 'direct message'],
      true,
    ],
    ['a button without any way', { args: {}, failing: ['direct message'] }, ['direct message'], false],
    ['the Home, which nobody asked', { args: home }, [], false],
  ])('%s', async (_what, request, tried, told) => {
    expect(await fail(request)).toEqual({ tried, told: [told] });
  });
});

describe('an acknowledgement that is lost', () => {
  /** A listener that acknowledges, on a connection that is just renewed: Bolt fails once and then pretends. */
  async function lose(args: object, listener: Listener) {
    const sent: unknown[] = [];
    const log: Record<string, unknown>[] = [];
    let isFirst = true;
    const ack = async () => {
      if (!isFirst) return;
      isFirst = false;
      throw new Error('The client has no connection.');
    };
    await boundary(
      listener,
      pino({ level: 'warn' }, { write: line => log.push(JSON.parse(line)) }),
    )({
      body: {},
      context: { userId: MIRA },
      client: { chat: { postMessage: async ({ text }: { text: string }) => sent.push(['message', text]) } },
      ack,
      respond: async ({ text }: { text: string }) => sent.push(['response', text]),
      ...args,
    } as unknown as Arguments);
    return { sent, log: log.map(({ msg, told }) => ({ msg, told })) };
  }

  test('goes by the other way, if it is the answer to a command', async () => {
    const answering: Listener = args => (args.ack as (answer: object) => Promise<void>)({ text: '7 talks' });
    expect(await lose({ command: {} }, answering)).toEqual({ sent: [['response', '7 talks']], log: [] });
  });

  test('is not believed to have told a fault', async () => {
    const failing: Listener = async args => {
      await (args.ack as () => Promise<void>)();
    };
    const { sent, log } = await lose({ command: {} }, failing);
    expect(sent).toEqual([['response', expect.stringMatching(/^Something went wrong/)]]);
    expect(log).toEqual([{ msg: 'A request failed.', told: true }]);
  });
});
