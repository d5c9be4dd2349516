import { describe, expect, it } from 'vitest';
import { ActFields } from '../../../src/local-slack/serving/fields.ts';
import { testState } from '../support.ts';

const fields = (values: { readonly [name: string]: unknown }) => new ActFields(values);

describe('a field', () => {
  it('is a text', () => {
    expect(fields({ a: '' }).text('a')).toBe('');
    for (const a of [undefined, null, 1, ['x']])
      expect(() => fields({ a }).text('a')).toThrow('a must be a text.');
  });

  it('is a text that may be missing', () => {
    expect([fields({ a: 'x' }).optionalText('a'), fields({}).optionalText('a')]).toEqual([{ a: 'x' }, {}]);
    expect(() => fields({ a: null }).optionalText('a')).toThrow('a must be a text.');
  });

  it('is a flag, which is off unless it is true', () => {
    expect([true, false, 'true', 1, undefined].map(a => fields({ a }).flag('a'))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is a number that may be missing', () => {
    expect([0, -1.5, undefined].map(a => fields({ a }).optionalNumber('a'))).toEqual([0, -1.5, undefined]);
    for (const a of ['1', Number.NaN, Number.POSITIVE_INFINITY, null])
      expect(() => fields({ a }).optionalNumber('a')).toThrow('a must be a number.');
  });

  it('is an entry that may be missing', () => {
    const read = (a?: unknown) => fields({ a }).optionalEntry('a');
    expect([read('x'), read(['x', 'y']), read([]), read()]).toEqual([
      { a: 'x' },
      { a: ['x', 'y'] },
      { a: [] },
      {},
    ]);
    for (const a of [1, [1], { x: 1 }, null])
      expect(() => read(a)).toThrow('a must be a text or a list of texts.');
  });

  it('is a form of entries', () => {
    expect(fields({ a: { x: 'x', y: ['y'] } }).entries('a')).toEqual({ x: 'x', y: ['y'] });
    expect(fields({}).entries('a')).toEqual({});
    expect(() => fields({ a: [] }).entries('a')).toThrow('a must be an object.');
    expect(() => fields({ a: { x: 1 } }).entries('a')).toThrow('x must be a text or a list of texts.');
  });
});

describe('the message or view of an act', () => {
  function present() {
    const state = testState();
    const message = state.messages.post({
      channel: 'C0LOBBY001',
      author: 'U0MIRA0001',
      text: 'a',
      blocks: [],
    });
    const view = state.views.open('U0MIRA0001', { type: 'modal', blocks: [] });
    return { state, message, view };
  }

  it('is as it is now', () => {
    const { state, message, view } = present();
    const replaced = state.messages.replace(message, { text: 'b', blocks: [] });
    const { channel, ts } = message;
    expect(fields({ channel, ts }).optionalMessage(state)).toEqual({ message: replaced });
    expect(fields({ channel, ts }).holder(state)).toBe(replaced);
    expect(fields({ view: view.id, channel, ts }).holder(state)).toBe(view);
  });

  it('may be gone', () => {
    const { state, message } = present();
    const { channel, ts } = message;
    state.messages.remove(message);
    expect(() => fields({ channel, ts }).optionalMessage(state)).toThrow('This message no longer exists.');
    expect(() => fields({ channel, ts }).holder(state)).toThrow('This message no longer exists.');
    expect(() => fields({ view: 'V9' }).holder(state)).toThrow('This view no longer exists.');
    expect(() => fields({}).holder(state)).toThrow('This view no longer exists.');
  });

  it('need not be named', () => {
    const { state } = present();
    expect([fields({}), fields({ channel: 'C0LOBBY001' })].map(each => each.optionalMessage(state))).toEqual([
      {},
      {},
    ]);
  });
});
