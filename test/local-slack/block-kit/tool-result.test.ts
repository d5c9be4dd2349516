import { expect, it } from 'vitest';
import { checkToolResult, readToolCall } from '../../../src/local-slack/block-kit/tool-result.ts';
import { actions, button, input, plain, rich, x } from './rows.ts';

const call = (value: unknown, more: object = {}) =>
  button({
    action_id: 'tool:get_talk',
    value: typeof value === 'string' ? value : JSON.stringify(value),
    ...more,
  });
const field = (action_id: string) => input({ type: 'plain_text_input', action_id });
const link = (url: string) => rich({ type: 'link', url });

it.each<[string, unknown, readonly string[]]>([
  [
    'rows with the same buttons each, text, small print and fields',
    [
      { type: 'header', text: plain('Talks') },
      rich({ type: 'text', text: 'Ceph at sea' }),
      actions(call({ id: 'a' }), call({ id: 'a' }, { action_id: 'tool:star_talk' })),
      { type: 'divider' },
      actions(call({ id: 'b' }), call({}, { action_id: 'tool:star_talk' })),
      { type: 'context', elements: [plain('2 more')] },
      { type: 'section', text: plain('x'), accessory: call({ id: 'c' }) },
      field('input:query'),
      link('https://example.org'),
    ],
    [],
  ],
  ['no blocks', [], ['/blocks: must have more than 0 items']],
  ['no list', { type: 'divider' }, ['/blocks: must be an array']],
  ['fifty blocks and one', Array(51).fill({ type: 'divider' }), ['/blocks: no more than 50 items allowed']],
  [
    'a block of modals',
    [{ type: 'alert', text: plain('x') }],
    ['/blocks/0: this block does not belong in a tool result'],
  ],
  ['a block that is none', [{ type: 'actons', elements: [] }], ['/blocks/0/type: unsupported type: actons']],
  [
    'a button of our own',
    [actions(button({ action_id: 'talk:details', value: 'a' }))],
    ['/blocks/0/elements/0/action_id: inert: must be tool:<name>'],
  ],
  [
    'a button without an id',
    [actions({ type: 'button', text: plain('Open'), url: 'https://example.org' })],
    ['/blocks/0/elements/0/action_id: inert: must be tool:<name>'],
  ],
  [
    'a button without a value',
    [actions(button({ action_id: 'tool:get_talk' }))],
    ['/blocks/0/elements/0/value: missing required field'],
  ],
  [
    'a value that is no object',
    [actions(call('storage/ceph')), actions(call(['a'])), actions(call('null'))],
    [0, 1, 2].map(at => `/blocks/${at}/elements/0/value: must be a JSON object, written as a string`),
  ],
  [
    'a value that is too long',
    [actions(call({ id: x(2000) }))],
    ['/blocks/0/elements/0/value: must be less than 2001 characters'],
  ],
  [
    'the same call twice in a block',
    [actions(call({ id: 'a' }), call({ id: 'b' }))],
    ['/blocks/0/elements/1/action_id: `action_id` "tool:get_talk" already exists'],
  ],
  [
    'a menu of our own',
    [
      actions({
        type: 'overflow',
        action_id: 'tool:get_talk',
        options: [1, 2].map(n => ({ text: plain('x'), value: `${n}` })),
      }),
    ],
    ['/blocks/0/elements/0/action_id: inert: must be input:<argument>'],
  ],
  ['a field of our own', [field('words')], ['/blocks/0/element/action_id: inert: must be input:<argument>']],
  [
    'addresses that are not https',
    [link('http://example.org'), link('mailto:a@example.org')],
    [0, 1].map(at => `/blocks/${at}/elements/0/elements/0/url: must begin with https://`),
  ],
  [
    'more text than a message takes',
    [rich({ type: 'text', text: x(12_001) })],
    ['/blocks: 12001 characters of text'],
  ],
])('the blocks of a tool: %s', (_, blocks, expected) => {
  expect(checkToolResult(blocks).map(({ path, rule }) => `${path}: ${rule}`)).toEqual(expected);
});

it('reads the call that a button makes', () => {
  expect(readToolCall(call({ id: 'a' }))).toEqual({ tool: 'get_talk', arguments: { id: 'a' } });
  expect(readToolCall(call('a'))).toBe(undefined);
  expect(readToolCall(button({ value: '{}' }))).toBe(undefined);
});
