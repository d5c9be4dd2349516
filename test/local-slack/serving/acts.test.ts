import { describe, expect, it, test } from 'vitest';
import { ActFields } from '../../../src/local-slack/serving/acts.ts';
import { testState } from '../support.ts';
import { JUNE, LOBBY, MIRA, servePage } from './support.ts';

const CORRIDOR = 'C0CORRIDOR';

describe('in the page one can', () => {
  test('say something', async () => {
    const { act, workspace } = await servePage();
    expect(await act({ act: 'say', channel: LOBBY, text: 'Good <morning>' })).toEqual({});
    expect(workspace.messages.map(({ author, text }) => [author, text])).toEqual([
      [MIRA, 'Good &lt;morning&gt;'],
    ]);
  });

  test('answer in a thread', async () => {
    const { act, workspace } = await servePage();
    const { message } = await workspace.say({ user: JUNE, channel: LOBBY, text: 'Coffee?' });
    await act({ act: 'say', channel: LOBBY, text: 'Yes', threadTs: message.ts });
    expect(workspace.messages.at(-1)?.threadTs).toBe(message.ts);
  });

  test('mention the app where it is not, hear of it, and invite it', async () => {
    const { act, state } = await servePage();
    const text = '@Lectern ceph';
    expect(await act({ act: 'say', channel: CORRIDOR, text })).toEqual({ uninvited: true });
    expect(await act({ act: 'invite', channel: CORRIDOR })).toEqual({});
    expect(await act({ act: 'say', channel: CORRIDOR, text })).toEqual({});
    const { channels, bot } = await state();
    expect(channels.find(({ id }) => id === CORRIDOR)?.members).toContain(bot.id);
  });

  test('move to another time zone, of which the app is told', async () => {
    const { act, state, zonesChanged } = await servePage();
    expect(await act({ act: 'zone', timeZone: 'Asia/Tokyo' })).toEqual({});
    expect((await state()).people.map(({ timeZone }) => timeZone)).toEqual([
      'Asia/Tokyo',
      'America/Los_Angeles',
    ]);
    expect(zonesChanged).toEqual([MIRA]);
  });

  test('set the clock and speed it up', async () => {
    const { act, clock, state } = await servePage();
    expect(await act({ act: 'clock', at: 5000 })).toEqual({});
    expect(await act({ act: 'clock', speed: 60 })).toEqual({});
    expect(clock.now()).toBe(5000);
    expect((await state()).clock).toEqual([
      { from: 1000, shows: 1000, speed: 1 },
      { from: 1000, shows: 5000, speed: 1 },
      { from: 1000, shows: 5000, speed: 60 },
    ]);
  });
});

describe('says what cannot be, in a sentence or with the name of Slack’s error', () => {
  test.each([
    [{ act: 'dance' }, 'There is no act dance.'],
    [{ act: 'say', channel: LOBBY }, 'text must be a text.'],
    [
      { act: 'say', channel: 'C0NOWHERE', text: 'x' },
      `${MIRA} cannot see a channel C0NOWHERE in this workspace.`,
    ],
    [
      { act: 'say', user: 'U0NOBODY', channel: LOBBY, text: 'x' },
      'There is nobody with the id U0NOBODY in this workspace.',
    ],
    [{ act: 'zone', timeZone: 'Mars/Olympus' }, 'There is no time zone Mars/Olympus.'],
    [{ act: 'clock', at: 'noon' }, 'at must be a number.'],
    [{ act: 'clock', at: -1 }, 'at must be a time from 1970 to 9999.'],
    [{ act: 'clock', at: 1e15 }, 'at must be a time from 1970 to 9999.'],
    [{ act: 'clock', speed: -5 }, 'speed must be above 0 and at most 3600.'],
    [{ act: 'clock', speed: 0 }, 'speed must be above 0 and at most 3600.'],
    [{ act: 'clock', speed: 1e9 }, 'speed must be above 0 and at most 3600.'],
    [{ act: 'submit', entries: 'x' }, 'entries must be an object.'],
    [{ act: 'submit', entries: { a: 1 } }, 'a must be a text or a list of texts.'],
    [{ act: 'submit', entries: { a: ['1'] } }, `${MIRA} has no modal open.`],
    [{ act: 'close' }, `${MIRA} has no modal open.`],
    [{ act: 'click', view: 'V1', blockId: 'b', actionId: 'a' }, 'This view no longer exists.'],
    [
      { act: 'click', channel: LOBBY, ts: '1.2', blockId: 'b', actionId: 'a' },
      'This message no longer exists.',
    ],
    [{ act: 'command', channel: LOBBY, command: '/talk', text: 'x' }, 'dispatch_failed'],
    [{ act: 'shortcut', callbackId: 'find_talk' }, 'dispatch_failed'],
  ])('%j', async (fields, error) => {
    const { act } = await servePage();
    expect(await act(fields)).toEqual({ error });
  });
});

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
