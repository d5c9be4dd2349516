import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/local-slack/workspace.ts';
import { call, manualClock, section } from '../support.ts';

let workspace: Workspace;
const clock = manualClock();
const mira = 'U0MIRA0001';

beforeEach(async () => {
  workspace = await startWorkspace({ clock });
});
afterEach(() => workspace.close());

const plain = (text: string) => ({ type: 'plain_text', text });
const button = { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] };
const modal = (title: string, more: object = {}) => ({
  type: 'modal',
  title: plain(title),
  blocks: [button],
  ...more,
});
const home = { type: 'home', blocks: [section('Welcome')] };

/** A trigger such as an unacknowledged command has: nobody listens here. */
async function trigger(): Promise<string> {
  return (await workspace.command({ user: mira, channel: 'C0LOBBY001', command: '/talk' })).triggerId;
}

async function triggerInModal(): Promise<string> {
  const top = workspace.modalsOf(mira).at(-1);
  if (top === undefined) throw new Error('no modal');
  return (await workspace.click({ user: mira, in: top, label: 'More' })).triggerId;
}

const titles = () => workspace.modalsOf(mira).map(view => (view.content.title as { text: string }).text);

describe('views.open', () => {
  it('opens a modal once for a trigger', async () => {
    const trigger_id = await trigger();
    const opened = await call(workspace, 'views.open', {
      trigger_id,
      view: modal('One', { private_metadata: 'x' }),
    });
    expect(opened).toMatchObject({
      ok: true,
      view: {
        type: 'modal',
        title: plain('One'),
        private_metadata: 'x',
        state: { values: {} },
        previous_view_id: null,
      },
    });
    expect(await call(workspace, 'views.open', { trigger_id, view: modal('Two') })).toEqual({
      ok: false,
      error: 'exchanged_trigger_id',
    });
    expect(titles()).toEqual(['One']);
  });

  it('takes a trigger of three seconds, and no older one', async () => {
    const [young, old] = [await trigger(), await trigger()];
    clock.advance(3000);
    expect((await call(workspace, 'views.open', { trigger_id: young, view: modal('One') })).ok).toBe(true);
    clock.advance(1);
    expect((await call(workspace, 'views.open', { trigger_id: old, view: modal('Two') })).error).toBe(
      'expired_trigger_id',
    );
  });

  it.each([
    [{ trigger_id: 'invented' }, 'invalid_trigger_id'],
    [{}, 'invalid_arguments'],
    [{ view: 'not json' }, 'invalid_arguments'],
    [{ view: home }, 'invalid_arguments'],
    [{ view: modal('x'.repeat(25)) }, 'invalid_arguments'],
    [{ view: modal('One', { private_metadata: 'x'.repeat(260_000) }) }, 'view_too_large'],
  ])('%j', async (args, error) => {
    const answer = await call(workspace, 'views.open', { view: modal('One'), ...args });
    expect(answer.error).toBe(error);
    expect(workspace.modalsOf(mira)).toEqual([]);
  });

  it('says where a view breaks a rule', async () => {
    const answer = await call(workspace, 'views.open', { view: { ...modal('One'), blocks: [section('')] } });
    expect(answer.response_metadata).toEqual({
      messages: ['[ERROR] must be more than 0 characters [json-pointer:/view/blocks/0/text/text]'],
    });
  });

  it('does not waste a trigger on a view that is refused', async () => {
    const trigger_id = await trigger();
    await call(workspace, 'views.open', { trigger_id, view: modal('') });
    expect((await call(workspace, 'views.open', { trigger_id, view: modal('One') })).ok).toBe(true);
  });
});

describe('views.push', () => {
  it('lays up to three modals on each other', async () => {
    await call(workspace, 'views.open', { trigger_id: await trigger(), view: modal('1') });
    for (const title of ['2', '3']) {
      expect(
        (await call(workspace, 'views.push', { trigger_id: await triggerInModal(), view: modal(title) })).ok,
      ).toBe(true);
    }
    const fourth = await call(workspace, 'views.push', {
      trigger_id: await triggerInModal(),
      view: modal('4'),
    });
    expect(fourth.error).toBe('push_limit_reached');
    expect(titles()).toEqual(['1', '2', '3']);
    const [first, second] = workspace.modalsOf(mira);
    expect([second?.previousId, second?.rootId]).toEqual([first?.id, first?.id]);
  });

  it('needs a trigger from within the modal', async () => {
    await call(workspace, 'views.open', { trigger_id: await trigger(), view: modal('1') });
    expect(
      (await call(workspace, 'views.push', { trigger_id: await trigger(), view: modal('2') })).error,
    ).toBe('not_found');
  });
});

describe('views.update', () => {
  it('takes the newest hash, or none', async () => {
    const opened = await call(workspace, 'views.open', {
      trigger_id: await trigger(),
      view: modal('1', { external_id: 'mine' }),
    });
    const { id, hash } = opened.view as { id: string; hash: string };
    expect((await call(workspace, 'views.update', { view_id: id, hash, view: modal('2') })).ok).toBe(true);
    expect((await call(workspace, 'views.update', { view_id: id, hash, view: modal('3') })).error).toBe(
      'hash_conflict',
    );
    expect(
      (await call(workspace, 'views.update', { view_id: id, view: modal('4', { external_id: 'mine' }) })).ok,
    ).toBe(true);
    expect((await call(workspace, 'views.update', { external_id: 'mine', view: modal('5') })).ok).toBe(true);
    expect(titles()).toEqual(['5']);
  });

  it.each([
    [{ view_id: 'V0NOWHERE1' }, 'not_found'],
    [{ external_id: 'nobody' }, 'not_found'],
    [{}, 'invalid_arguments'],
  ])('%j', async (args, error) => {
    expect((await call(workspace, 'views.update', { view: modal('1'), ...args })).error).toBe(error);
  });

  it('keeps what the person has entered in fields that stay', async () => {
    const field = {
      type: 'input',
      block_id: 'b',
      label: plain('Words'),
      element: { type: 'plain_text_input', action_id: 'a' },
    };
    const form = (title: string, blocks: object[]) => modal(title, { blocks, submit: plain('Go') });
    const opened = await call(workspace, 'views.open', {
      trigger_id: await trigger(),
      view: form('1', [field, button]),
    });
    const { id } = opened.view as { id: string };
    await workspace.submit({ user: mira, entries: { a: 'ceph' } });
    const updated = await call(workspace, 'views.update', { view_id: id, view: form('2', [field]) });
    expect(updated.view).toMatchObject({
      state: { values: { b: { a: { type: 'plain_text_input', value: 'ceph' } } } },
    });
  });

  it('refuses an external_id that another view has', async () => {
    await call(workspace, 'views.open', {
      trigger_id: await trigger(),
      view: modal('1', { external_id: 'mine' }),
    });
    const second = await call(workspace, 'views.push', {
      trigger_id: await triggerInModal(),
      view: modal('2', { external_id: 'mine' }),
    });
    expect(second.error).toBe('duplicate_external_id');
  });
});

describe('views.publish', () => {
  it('shows a person their home, and guards it with its hash', async () => {
    const first = await call(workspace, 'views.publish', { user_id: mira, view: home });
    const { id, hash } = first.view as { id: string; hash: string };
    const second = await call(workspace, 'views.publish', {
      user_id: mira,
      view: { ...home, callback_id: 'home' },
      hash,
    });
    expect(second.view).toMatchObject({ id, callback_id: 'home' });
    expect((await call(workspace, 'views.publish', { user_id: mira, view: home, hash })).error).toBe(
      'hash_conflict',
    );
    expect(workspace.homeOf(mira)?.content.callback_id).toBe('home');
    expect((await call(workspace, 'views.update', { view_id: id, view: home })).ok).toBe(true);
  });

  it.each([
    [{ user_id: 'U0NOBODY01', view: home }],
    [{ user_id: mira, view: modal('1') }],
    [{ user_id: mira, view: { ...home, blocks: [{ type: 'nonsense' }] } }],
  ])('%j', async args => {
    expect((await call(workspace, 'views.publish', args)).error).toBe('invalid_arguments');
    expect(workspace.homeOf(mira)).toBeUndefined();
  });
});
