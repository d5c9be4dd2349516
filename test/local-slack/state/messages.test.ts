import { describe, expect, it } from 'vitest';
import { Identifiers } from '../../../src/local-slack/state/identifiers.ts';
import { Messages, type NewMessage } from '../../../src/local-slack/state/messages.ts';
import { manualClock } from '../support.ts';

const LOBBY = 'C0LOBBY001';
const MIRA = 'U0MIRA0001';
const JUNE = 'U0JUNE0002';

function posted(...texts: readonly string[]) {
  const messages = new Messages(new Identifiers(manualClock()));
  const all = texts.map(text => messages.post(message(text)));
  return { messages, all };
}

function message(text: string, more: Partial<NewMessage> = {}): NewMessage {
  return { channel: LOBBY, author: MIRA, text, blocks: [], ...more };
}

const textsOf = (messages: Messages) => messages.all.map(({ text }) => text);

describe('messages', () => {
  it('are found by channel and ts', () => {
    const { messages, all } = posted('one', 'two');
    const ts = all[1]?.ts ?? '';
    expect(messages.find(LOBBY, ts)).toEqual({ ...message('two'), ts, edited: false });
    expect([messages.find('C0CORRIDOR', ts), messages.find(LOBBY, '1.2')]).toEqual([undefined, undefined]);
  });

  it('keep their place, ts and author when they are replaced', () => {
    const { messages, all } = posted('one', 'two', 'three');
    const [, second] = all;
    if (second === undefined) throw new Error('not posted');
    const blocks = [{ type: 'divider' }];
    const replaced = messages.replace(second, { text: 'new', blocks, metadata: { event_type: 'digest' } });
    expect(replaced).toEqual({
      ...second,
      text: 'new',
      blocks,
      metadata: { event_type: 'digest' },
      edited: true,
    });
    expect(textsOf(messages)).toEqual(['one', 'new', 'three']);
    expect(second.text).toBe('two');
  });

  it('are removed one by one', () => {
    const { messages, all } = posted('one', 'two', 'three');
    const [first] = all;
    if (first !== undefined) messages.remove(first);
    expect(textsOf(messages)).toEqual(['two', 'three']);
  });

  it('are listed without those that are ephemeral for others, or in other channels', () => {
    const { messages } = posted('all');
    messages.post(message('only June', { ephemeralFor: JUNE }));
    messages.post(message('elsewhere', { channel: 'C0CORRIDOR' }));
    const visible = (user: string) => messages.listVisible(user, LOBBY).map(({ text }) => text);
    expect([visible(MIRA), visible(JUNE)]).toEqual([['all'], ['all', 'only June']]);
  });

  it('are given out as a list that later posts do not change', () => {
    const { messages } = posted('one');
    const before = messages.all;
    messages.post(message('two'));
    expect(before).toHaveLength(1);
  });
});

describe('choices in a message’s menus', () => {
  it('belong to one person and one message', () => {
    const { messages, all } = posted('one', 'two');
    const [first, second] = all;
    if (first === undefined || second === undefined) throw new Error('not posted');
    const entered = { b: { a: { type: 'users_select', selected_user: MIRA } } };
    messages.enter(first, MIRA, entered);
    expect(messages.readEntered(first, MIRA)).toEqual(entered);
    expect(messages.readEntered(first, JUNE)).toEqual({});
    expect(messages.readEntered(second, MIRA)).toEqual({});
    messages.enter(first, MIRA, {});
    expect(messages.readEntered(first, MIRA)).toEqual({});
  });

  it('stay when the message is replaced', () => {
    const { messages, all } = posted('one');
    const [first] = all;
    if (first === undefined) throw new Error('not posted');
    messages.enter(first, MIRA, { b: {} });
    expect(messages.readEntered(messages.replace(first, { text: 'new', blocks: [] }), MIRA)).toEqual({
      b: {},
    });
  });
});
