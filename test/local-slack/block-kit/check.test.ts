import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Surface } from '../../../src/local-slack/block-kit/blocks.ts';
import {
  checkBlocks,
  checkMessage,
  checkView,
  measureText,
} from '../../../src/local-slack/block-kit/check.ts';
import { actions, button, input, plain, rich, x } from './rows.ts';

describe('checkBlocks', () => {
  it.each([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ] as const)('takes so many blocks in a %s and no more', (surface, max) => {
    const blocks = Array.from({ length: max + 1 }, () => ({ type: 'divider' }));
    expect(checkBlocks(blocks.slice(1), surface)).toEqual([]);
    expect(checkBlocks(blocks, surface)).toEqual([
      { path: '/blocks', rule: `no more than ${max} items allowed` },
    ]);
  });

  it('refuses a block_id used twice, and lets an action_id repeat in another block', () => {
    const blocks = [
      { ...actions(button()), block_id: 'a' },
      { ...actions(button()), block_id: 'b' },
    ];
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(checkBlocks([...blocks, { type: 'divider', block_id: 'a' }], 'message')).toEqual([
      { path: '/blocks/2/block_id', rule: '`block_id` "a" already exists' },
    ]);
  });

  it('refuses what is not an array', () => {
    expect(checkBlocks({ type: 'divider' }, 'message')).toEqual([
      { path: '/blocks', rule: 'must be an array' },
    ]);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom<Surface[]>('message', 'modal', 'home'), (value, surface) => {
        expect(Array.isArray(checkBlocks([value], surface))).toBe(true);
        expect(Array.isArray(checkView(value))).toBe(true);
      }),
    );
  });
});

describe('checkMessage', () => {
  it.each([
    [{ text: 'a' }, []],
    [{ blocks: [{ type: 'divider' }] }, []],
    [{ text: x(40_000) }, []],
    [{ text: x(40_001) }, [{ path: '/text', rule: 'must be less than 40001 characters' }]],
    [{}, [{ path: '', rule: 'no_text' }]],
    [{ text: '', blocks: [] }, [{ path: '', rule: 'no_text' }]],
    [
      { text: 'a', blocks: [{ type: 'nonsense' }] },
      [{ path: '/blocks/0/type', rule: 'unsupported type: nonsense' }],
    ],
  ])('%j', (message, expected) => {
    expect(checkMessage(message)).toEqual(expected);
  });
});

describe('checkView', () => {
  const modal = { type: 'modal', title: plain('Title'), blocks: [{ type: 'divider' }] };
  const home = { type: 'home', blocks: [{ type: 'divider' }] };
  const field = input({ type: 'plain_text_input', action_id: 'a' });

  it.each([
    ['a modal', modal, []],
    ['a home', home, []],
    ['a title of 25', { ...modal, title: plain(x(25)) }, ['/title/text: must be less than 25 characters']],
    ['a modal without a title', { ...modal, title: undefined }, ['/title: missing required field']],
    ['a home with a title', { ...home, title: plain('a') }, ['/title: invalid additional property']],
    ['a modal without blocks', { type: 'modal', title: plain('a') }, ['/blocks: missing required field']],
    [
      'metadata of 3001',
      { ...modal, private_metadata: x(3001) },
      ['/private_metadata: must be less than 3001 characters'],
    ],
    [
      'a callback_id of 256',
      { ...modal, callback_id: x(256) },
      ['/callback_id: must be less than 256 characters'],
    ],
    ['an input without submit', { ...modal, blocks: [field] }, ['/submit: missing required field']],
    ['an input with submit', { ...modal, blocks: [field], submit: plain('Save') }, []],
    ['a submit of 25', { ...modal, submit: plain(x(25)) }, ['/submit/text: must be less than 25 characters']],
    ['what the stand-in adds', { ...modal, id: 'V1' }, ['/id: invalid additional property']],
    ['another type', { type: 'dialog', blocks: [] }, ['/type: must be one of modal, home']],
    [
      'two that want the focus',
      {
        ...modal,
        submit: plain('Save'),
        blocks: ['a', 'b'].map(id => input({ type: 'plain_text_input', action_id: id, focus_on_load: true })),
      },
      ['/blocks/1/element/focus_on_load: only one element can have the focus'],
    ],
  ])('%s', (_name, view, expected) => {
    expect(checkView(view).map(({ path, rule }) => `${path}: ${rule}`)).toEqual(expected);
  });

  it('refuses a view over 250 KB', () => {
    const blocks = Array.from({ length: 90 }, () => ({ type: 'section', text: plain(x(3000)) }));
    expect(checkView({ ...modal, blocks })).toEqual([{ path: '', rule: 'view_too_large' }]);
  });
});

describe('measureText', () => {
  it('counts the text of every kind of block', () => {
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text: 'four' } },
      rich({ type: 'link', url: 'https://example.org', text: 'six' }),
      rich({ type: 'date', timestamp: 1, format: '{time}', fallback: 'at noon' }),
      { type: 'image', alt_text: 'an image', image_url: 'https://example.org/a.png' },
    ];
    expect(measureText(blocks)).toBe('four'.length + 'six'.length + 'at noon'.length + 'an image'.length);
  });
});
