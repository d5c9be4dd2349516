import { describe, expect, test } from 'vitest';
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
