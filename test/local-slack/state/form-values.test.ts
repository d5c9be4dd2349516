import { describe, expect, it } from 'vitest';
import {
  buildValue,
  readChoice,
  readFormValues,
  valueKeyOf,
} from '../../../src/local-slack/state/form-values.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

/** Each element, how it begins if the app says so, and how it begins otherwise. */
const rows = [
  ['plain_text_input', { initial_value: 'a' }, { value: 'a' }, { value: null }],
  [
    'static_select',
    { initial_option: option('a') },
    { selected_option: option('a') },
    { selected_option: null },
  ],
  [
    'radio_buttons',
    { initial_option: option('a') },
    { selected_option: option('a') },
    { selected_option: null },
  ],
  [
    'multi_static_select',
    { initial_options: [option('a')] },
    { selected_options: [option('a')] },
    { selected_options: [] },
  ],
  [
    'checkboxes',
    { initial_options: [option('a')] },
    { selected_options: [option('a')] },
    { selected_options: [] },
  ],
  [
    'conversations_select',
    { initial_conversation: 'C1' },
    { selected_conversation: 'C1' },
    { selected_conversation: null },
  ],
  [
    'multi_conversations_select',
    { initial_conversations: ['C1'] },
    { selected_conversations: ['C1'] },
    { selected_conversations: [] },
  ],
  ['channels_select', { initial_channel: 'C1' }, { selected_channel: 'C1' }, { selected_channel: null }],
  ['users_select', { initial_user: 'U1' }, { selected_user: 'U1' }, { selected_user: null }],
  ['datepicker', { initial_date: '2027-05-11' }, { selected_date: '2027-05-11' }, { selected_date: null }],
  ['timepicker', { initial_time: '08:00' }, { selected_time: '08:00' }, { selected_time: null }],
] as const;

const actions = (...elements: object[]) => ({ type: 'actions', block_id: 'b', elements });

describe('readFormValues', () => {
  it.each(rows)('%s', (type, initial, begun, blank) => {
    expect(readFormValues([actions({ type, action_id: 'a', ...initial })], {})).toEqual({
      b: { a: { type, ...begun } },
    });
    expect(readFormValues([actions({ type, action_id: 'a' })], {})).toEqual({ b: { a: { type, ...blank } } });
  });

  it('has the entries of a person in place of the initial ones', () => {
    const block = actions({ type: 'datepicker', action_id: 'a', initial_date: '2027-05-11' });
    const entered = { b: { a: { type: 'datepicker', selected_date: '2027-05-12' }, gone: {} }, gone: {} };
    expect(readFormValues([block], entered)).toEqual({
      b: { a: { type: 'datepicker', selected_date: '2027-05-12' } },
    });
  });

  it('leaves out elements without a value, and blocks without such elements', () => {
    const button = { type: 'button', action_id: 'x' };
    const overflow = { type: 'overflow', action_id: 'y' };
    const nonsense = { type: 'constructor', action_id: 'z' };
    const blocks = [
      { type: 'divider', block_id: 'a' },
      { ...actions(button, overflow, nonsense), block_id: 'c' },
      { type: 'section', block_id: 'd', accessory: { type: 'users_select', action_id: 'u' } },
      { type: 'input', block_id: 'e', element: { type: 'plain_text_input', action_id: 't' } },
    ];
    expect(readFormValues(blocks, {})).toEqual({
      d: { u: { type: 'users_select', selected_user: null } },
      e: { t: { type: 'plain_text_input', value: null } },
    });
  });

  it('has the zone of a timepicker', () => {
    const element = { type: 'timepicker', action_id: 'a', timezone: 'Europe/Madrid' };
    expect(readFormValues([actions(element)], {})).toEqual({
      b: { a: { type: 'timepicker', selected_time: null, timezone: 'Europe/Madrid' } },
    });
  });
});

describe('a value', () => {
  it.each(rows)('of %s has one choice, under its key', (type, _initial, begun) => {
    const [[key, choice] = []] = Object.entries(begun);
    const valueKey = valueKeyOf({ type });
    expect(valueKey).toBe(key);
    if (valueKey === undefined) throw new Error('no key');
    expect(
      buildValue({ type, timezone: type === 'timepicker' ? 'UTC' : undefined }, valueKey, choice),
    ).toEqual({
      type,
      ...begun,
      ...(type === 'timepicker' && { timezone: 'UTC' }),
    });
    expect(readChoice({ type, ...begun })).toBe(choice);
  });

  it.each([['button'], ['overflow'], ['image'], ['toString'], [undefined]])('%s has none', type => {
    expect(valueKeyOf({ type })).toBeUndefined();
  });

  it('without a choice has none', () => {
    expect([readChoice({ type: 'button' }), readChoice({ type: 'datepicker', selected_date: null })]).toEqual(
      [undefined, null],
    );
  });
});
