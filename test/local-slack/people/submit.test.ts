import type { ViewResponseAction } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { call, type Running, section, startOverHttp } from '../support.ts';

let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const mira = 'U0MIRA0001';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const input = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: `${block_id}_action`, ...element },
  ...more,
});
const form = {
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Go'),
  notify_on_close: true,
  blocks: [
    input('words', { type: 'plain_text_input', min_length: 2, max_length: 5 }),
    input('where', { type: 'conversations_select', response_url_enabled: true }, { optional: true }),
    section('text'),
  ],
};
const other = { type: 'modal', callback_id: 'other', title: plain('Other'), blocks: [section('b')] } as const;

/** An app that notes each submission and closing, and acknowledges with what it is given. */
async function answering(answer?: object) {
  const bodies: Record<string, unknown>[] = [];
  running = await startOverHttp(app => {
    app.shortcut('open', ({ ack }) => ack());
    app.view('form', async ({ ack, body }) => {
      bodies.push({ ...body });
      await (answer === undefined ? ack() : ack(answer as ViewResponseAction));
    });
    app.view({ type: 'view_closed' }, async ({ ack, body }) => {
      bodies.push({ ...body });
      await ack();
    });
  });
  const { workspace } = running;
  await open(workspace, form);
  return { workspace, bodies };
}

async function open(workspace: Workspace, view: object): Promise<void> {
  const { triggerId } = await workspace.shortcut({ user: mira, callbackId: 'open' });
  const answer = await call(workspace, 'views.open', { trigger_id: triggerId, view });
  if (answer.ok !== true) throw new Error(JSON.stringify(answer));
}

const titles = (workspace: Workspace) => workspace.modalsOf(mira).map(view => view.content.title);

describe('a submission', () => {
  it('brings what was entered, and closes the modal', async () => {
    const { workspace, bodies } = await answering();
    const answer = await workspace.submit({
      user: mira,
      entries: { words: 'ceph', where_action: 'C0CORRIDOR' },
    });
    expect(answer).toEqual({ triggerId: expect.any(String) });
    expect(bodies).toMatchObject([
      {
        type: 'view_submission',
        trigger_id: answer.triggerId,
        view: {
          callback_id: 'form',
          state: {
            values: {
              words: { words_action: { type: 'plain_text_input', value: 'ceph' } },
              where: { where_action: { type: 'conversations_select', selected_conversation: 'C0CORRIDOR' } },
            },
          },
        },
        response_urls: [{ block_id: 'where', action_id: 'where_action', channel_id: 'C0CORRIDOR' }],
      },
    ]);
    expect(titles(workspace)).toEqual([]);
  });

  it('gives one message into the conversation that was chosen', async () => {
    const { workspace, bodies } = await answering();
    await workspace.submit({ user: mira, entries: { words: 'ceph', where: 'C0ORGANISE' } });
    const { response_urls: urls } = bodies[0] as { response_urls: { response_url: string }[] };
    const respond = async () => {
      const body = JSON.stringify({ text: 'shared', response_type: 'in_channel' });
      return (await fetch(urls[0]?.response_url ?? '', { method: 'POST', body })).status;
    };
    expect([await respond(), await respond()]).toEqual([200, 404]);
    expect(workspace.visibleMessages(mira, 'C0ORGANISE')).toMatchObject([{ text: 'shared' }]);
  });

  it.each([
    [{}, { words: 'Please complete this required field.' }],
    [{ words: '' }, { words: 'Please complete this required field.' }],
    [{ words: 'a' }, { words: 'Must be at least 2 characters.' }],
    [{ words: 'abcdef' }, { words: 'Must be at most 5 characters.' }],
  ])('of %j does not leave the person’s machine', async (entries, errors) => {
    const { workspace, bodies } = await answering();
    expect(await workspace.submit({ user: mira, entries })).toMatchObject({ errors });
    expect(bodies).toEqual([]);
    expect(titles(workspace)).toEqual([plain('Form')]);
  });

  it.each([
    [
      { response_action: 'errors', errors: { words: 'No such talk' } },
      { errors: { words: 'No such talk' } },
      ['Form'],
    ],
    [{ response_action: 'update', view: other }, {}, ['Other']],
    [{ response_action: 'push', view: other }, {}, ['Form', 'Other']],
    [{ response_action: 'clear' }, {}, []],
    [{ response_action: 'errors', errors: { nothing: 'a' } }, { error: 'invalid_view_response' }, ['Form']],
    [{ response_action: 'errors', errors: {} }, { error: 'invalid_view_response' }, ['Form']],
    [
      { response_action: 'update', view: { ...other, title: plain('') } },
      { error: 'invalid_view_response' },
      ['Form'],
    ],
    [
      { response_action: 'push', view: { type: 'home', blocks: [] } },
      { error: 'invalid_view_response' },
      ['Form'],
    ],
    [{ response_action: 'close' }, { error: 'invalid_view_response' }, ['Form']],
  ])('answered with %j', async (acknowledgement, expected, remaining) => {
    const { workspace } = await answering(acknowledgement);
    const answer = await workspace.submit({ user: mira, entries: { words: 'ceph' } });
    expect(answer).toMatchObject(expected);
    expect(titles(workspace)).toEqual(remaining.map(plain));
    expect(answer.view?.id).toBe(workspace.modalsOf(mira).at(-1)?.id);
  });

  it('stays open where the app does not answer', async () => {
    const { workspace } = await answering();
    workspace.deliverTo('http://127.0.0.1:1/');
    expect(await workspace.submit({ user: mira, entries: { words: 'ceph' } })).toMatchObject({
      error: 'dispatch_failed',
    });
    expect(titles(workspace)).toEqual([plain('Form')]);
  });

  it('needs a modal, its button and its fields', async () => {
    const { workspace } = await answering();
    await expect(workspace.submit({ user: mira, entries: { day: 'a' } })).rejects.toThrow(
      'no field day, only words_action, where_action',
    );
    await open(workspace, other);
    await expect(workspace.submit({ user: mira })).rejects.toThrow('no button to submit');
    await expect(workspace.submit({ user: 'U0JUNE0002' })).rejects.toThrow('has no modal open');
  });
});

describe('closing a modal', () => {
  it('tells the app where it asked to be told', async () => {
    const { workspace, bodies } = await answering();
    expect(await workspace.closeView({ user: mira })).toEqual({});
    expect(bodies).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { callback_id: 'form' } }]);
    expect(titles(workspace)).toEqual([]);
    await expect(workspace.closeView({ user: mira })).rejects.toThrow('has no modal open');
  });

  it('closes all of them at once where the person or the app wants that', async () => {
    const { workspace, bodies } = await answering({
      response_action: 'push',
      view: { ...other, clear_on_close: true },
    });
    await workspace.submit({ user: mira, entries: { words: 'ceph' } });
    expect(await workspace.closeView({ user: mira })).toEqual({});
    expect(titles(workspace)).toEqual([]);
    expect(bodies).toHaveLength(1);
  });
});
