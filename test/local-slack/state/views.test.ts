import { describe, expect, it } from 'vitest';
import { Identifiers } from '../../../src/local-slack/state/identifiers.ts';
import { blocksOf, externalIdOf, Triggers, type View, Views } from '../../../src/local-slack/state/views.ts';
import { manualClock } from '../support.ts';

const MIRA = 'U0MIRA0001';
const JUNE = 'U0JUNE0002';
const modal = (title: string, more: object = {}) => ({ type: 'modal', title, blocks: [], ...more });
const home = (callbackId: string) => ({ type: 'home', callback_id: callbackId, blocks: [] });

const newViews = () => new Views(new Identifiers(manualClock()));
const titles = (views: Views, user = MIRA) => views.stackOf(user).map(({ content }) => content.title);

describe('modals', () => {
  it('open as a new stack, which replaces the one before', () => {
    const views = newViews();
    const first = views.open(MIRA, modal('1'), 'C0LOBBY001');
    expect(first).toEqual({
      id: 'V0LOCAL0001',
      hash: expect.stringMatching(/^\d+\.\d{6}\.[\w-]{8}$/),
      user: MIRA,
      rootId: 'V0LOCAL0001',
      openedIn: 'C0LOBBY001',
      content: modal('1'),
      entered: {},
    });
    views.push(MIRA, modal('2'));
    views.open(MIRA, modal('3'));
    expect(titles(views)).toEqual(['3']);
  });

  it('lie three on each other, each knowing the one below, the first one and the channel', () => {
    const views = newViews();
    const first = views.open(MIRA, modal('1'), 'C0LOBBY001');
    const second = views.push(MIRA, modal('2'));
    const third = views.push(MIRA, modal('3'));
    const position = (view: View | undefined) => [view?.rootId, view?.previousId, view?.openedIn];
    expect(position(second)).toEqual([first.id, first.id, 'C0LOBBY001']);
    expect(position(third)).toEqual([first.id, second?.id, 'C0LOBBY001']);
    expect(views.push(MIRA, modal('4'))).toBeUndefined();
    expect(titles(views)).toEqual(['1', '2', '3']);
  });

  it('are each person’s own', () => {
    const views = newViews();
    views.open(MIRA, modal('1'));
    expect([titles(views, JUNE), views.push(JUNE, modal('2'))]).toEqual([[], undefined]);
  });

  it('close from the top, or all at once', () => {
    const views = newViews();
    for (const which of ['top', 'all'] as const) {
      views.open(MIRA, modal('1'));
      views.push(MIRA, modal('2'));
      views.close(MIRA, which);
      expect(titles(views)).toEqual(which === 'top' ? ['1'] : []);
    }
    views.close(JUNE, 'top');
    expect(titles(views, JUNE)).toEqual([]);
  });

  it('are updated where they lie, with another hash and the same entries', () => {
    const views = newViews();
    const first = views.open(MIRA, modal('1'));
    views.push(MIRA, modal('2'));
    const entered = { b: { a: { type: 'plain_text_input', value: 'ceph' } } };
    const updated = views.update(views.enter(first, entered), modal('new'));
    expect(titles(views)).toEqual(['new', '2']);
    expect(updated).toEqual({ ...first, content: modal('new'), entered, hash: expect.any(String) });
    expect(updated.hash).not.toBe(first.hash);
    expect(views.find({ id: first.id })).toBe(updated);
  });
});

describe('a home', () => {
  it('keeps its id and its entries while the app publishes another', () => {
    const views = newViews();
    expect(views.home(MIRA)).toBeUndefined();
    const first = views.publish(MIRA, home('a'));
    const entered = { b: {} };
    views.enter(first, entered);
    const second = views.publish(MIRA, home('b'));
    expect(second).toEqual({ ...first, content: home('b'), entered, hash: expect.any(String) });
    expect(second.hash).not.toBe(first.hash);
    expect([views.home(MIRA), views.home(JUNE)]).toEqual([second, undefined]);
    expect(titles(views)).toEqual([]);
  });

  it('is updated as the home that it is', () => {
    const views = newViews();
    const updated = views.update(views.publish(MIRA, home('a')), home('b'));
    expect([views.home(MIRA), titles(views)]).toEqual([updated, []]);
  });
});

describe('a view is found', () => {
  it.each([
    ['by its id', (view: View) => ({ id: view.id }), true],
    ['by its external_id', () => ({ externalId: 'mine' }), true],
    ['by its id alone, where both are given', () => ({ id: 'V1', externalId: 'mine' }), false],
    ['not by nothing', () => ({}), false],
    ['not by another external_id', () => ({ externalId: 'yours' }), false],
  ])('%s', (_name, query, isFound) => {
    const views = newViews();
    views.publish(JUNE, home('a'));
    const view = views.open(MIRA, modal('1', { external_id: 'mine' }));
    expect(views.find(query(view))).toBe(isFound ? view : undefined);
  });

  it('until it is closed', () => {
    const views = newViews();
    const view = views.open(MIRA, modal('1'));
    views.close(MIRA, 'top');
    expect(views.find({ id: view.id })).toBeUndefined();
  });
});

it('reads blocks and external_id of a view, as far as there are any', () => {
  const views = newViews();
  const whole = views.open(MIRA, { external_id: 'x', blocks: [{ type: 'divider' }, 'none'] });
  const empty = views.open(MIRA, { external_id: 1, blocks: 'none' });
  expect([externalIdOf(whole), blocksOf(whole)]).toEqual(['x', [{ type: 'divider' }]]);
  expect([externalIdOf(empty), blocksOf(empty)]).toEqual([undefined, []]);
});

function issued() {
  const clock = manualClock();
  const triggers = new Triggers(clock, new Identifiers(clock));
  const trigger = { user: 'U0MIRA0001', channel: 'C0LOBBY001', fromView: 'V1' };
  return { clock, triggers, trigger, id: triggers.issue(trigger) };
}

describe('a trigger_id', () => {
  it('is exchanged once', () => {
    const { triggers, trigger, id } = issued();
    expect(triggers.exchange(id)).toMatchObject(trigger);
    expect(triggers.exchange(id)).toBe('exchanged_trigger_id');
  });

  it('is good for three seconds', () => {
    const { clock, triggers, trigger, id } = issued();
    clock.advance(3000);
    expect(triggers.exchange(id)).toMatchObject(trigger);
  });

  it('is not good for longer, and stays so', () => {
    const { clock, triggers, id } = issued();
    clock.advance(3001);
    expect([triggers.exchange(id), triggers.exchange(id)]).toEqual([
      'expired_trigger_id',
      'expired_trigger_id',
    ]);
  });

  it('cannot be invented', () => {
    expect(issued().triggers.exchange('1.2.abc')).toBe('invalid_trigger_id');
  });

  it('is one’s own', () => {
    const { triggers, id } = issued();
    const other = triggers.issue({ user: 'U0JUNE0002' });
    expect(triggers.exchange(other)).toMatchObject({ user: 'U0JUNE0002' });
    expect(triggers.exchange(id)).toMatchObject({ user: 'U0MIRA0001' });
  });
});
