import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/local-slack/json.ts';
import {
  checkForm,
  type ElementQuery,
  encodeEntry,
  fillForm,
  findElement,
  listElements,
} from '../../../src/local-slack/people/form.ts';
import type { FieldEntry } from '../../../src/local-slack/state/form-values.ts';
import { testState } from '../support.ts';

const MIRA = 'U0MIRA0001';
const option = (value: string) => ({ text: { type: 'plain_text', text: value.toUpperCase() }, value });
const input = (id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: id,
  element: { action_id: `${id}_action`, ...element },
  ...more,
});
const text = (id: string, limits: object = {}, more: object = {}) =>
  input(id, { type: 'plain_text_input', ...limits }, more);

/** A modal of Mira's with these blocks. */
function opened(...blocks: JsonObject[]) {
  const state = testState();
  return { state, view: state.views.open(MIRA, { type: 'modal', blocks }) };
}

describe('an entry in Slack’s form', () => {
  const groups = { option_groups: [{ options: [option('a')] }, { options: [option('b')] }] };
  const rows: readonly (readonly [JsonObject, FieldEntry, JsonObject])[] = [
    [{ type: 'plain_text_input' }, 'ceph', { value: 'ceph' }],
    [{ type: 'plain_text_input' }, '', { value: null }],
    [{ type: 'plain_text_input' }, [], { value: null }],
    [{ type: 'datepicker' }, '2027-05-11', { selected_date: '2027-05-11' }],
    [{ type: 'timepicker' }, '08:00', { selected_time: '08:00' }],
    [{ type: 'timepicker', timezone: 'UTC' }, '08:00', { selected_time: '08:00', timezone: 'UTC' }],
    [{ type: 'users_select' }, MIRA, { selected_user: MIRA }],
    [{ type: 'static_select', options: [option('a')] }, 'a', { selected_option: option('a') }],
    [{ type: 'static_select', ...groups }, ['b'], { selected_option: option('b') }],
    [{ type: 'static_select', ...groups }, [], { selected_option: null }],
    [{ type: 'radio_buttons', options: [option('a')] }, 'a', { selected_option: option('a') }],
    [
      { type: 'checkboxes', options: [option('a'), option('b')] },
      ['b', 'a'],
      { selected_options: [option('b'), option('a')] },
    ],
    [{ type: 'multi_static_select', ...groups }, [], { selected_options: [] }],
    [{ type: 'conversations_select' }, 'D0MIRA0001', { selected_conversation: 'D0MIRA0001' }],
    [
      { type: 'conversations_select', filter: { include: ['im'] } },
      'D0MIRA0001',
      { selected_conversation: 'D0MIRA0001' },
    ],
    [
      { type: 'conversations_select', filter: { exclude_bot_users: true } },
      'C0CORRIDOR',
      { selected_conversation: 'C0CORRIDOR' },
    ],
    [{ type: 'conversations_select' }, [], { selected_conversation: null }],
    [
      { type: 'multi_conversations_select' },
      ['C0LOBBY001', 'C0ORGANISE'],
      { selected_conversations: ['C0LOBBY001', 'C0ORGANISE'] },
    ],
    [{ type: 'channels_select' }, 'C0LOBBY001', { selected_channel: 'C0LOBBY001' }],
  ];
  it.each(rows)('%j of %j', (element, entry, expected) => {
    expect(encodeEntry(element, entry, MIRA, testState())).toEqual({ type: element.type, ...expected });
  });

  it.each([
    [{ type: 'button' }, 'x', 'Nothing can be entered in the element button.'],
    [{}, 'x', 'Nothing can be entered in the element .'],
    [{ type: 'static_select', options: [option('a'), option('b')] }, 'c', 'There is no option c, only a, b.'],
    [{ type: 'checkboxes', options: [option('a')] }, ['a', 'c'], 'There is no option c, only a.'],
    [{ type: 'conversations_select' }, 'C0NOWHERE1', 'The menu does not offer C0NOWHERE1.'],
    [
      { type: 'conversations_select', filter: { include: ['public'] } },
      'C0ORGANISE',
      'The menu does not offer C0ORGANISE.',
    ],
    [
      { type: 'conversations_select', filter: { include: ['private'] } },
      'D0MIRA0001',
      'The menu does not offer D0MIRA0001.',
    ],
    [{ type: 'multi_conversations_select' }, ['C0LOBBY001', 'x'], 'The menu does not offer x.'],
    [{ type: 'channels_select' }, 'C0ORGANISE', 'The menu does not offer C0ORGANISE.'],
  ])('cannot be %j of %j', (element, entry, error) => {
    expect(() => encodeEntry(element, entry, MIRA, testState())).toThrow(error);
  });

  it('cannot be a channel that the person does not see, or that is archived', () => {
    const state = testState();
    const choose = (id: string, user: string) =>
      encodeEntry({ type: 'conversations_select' }, id, user, state);
    expect(() => choose('C0ORGANISE', 'U0JUNE0002')).toThrow('The menu does not offer C0ORGANISE.');
    state.directory.archive('C0LOBBY001');
    expect(() => choose('C0LOBBY001', MIRA)).toThrow('The menu does not offer C0LOBBY001.');
  });
});

describe('fillForm', () => {
  it('takes entries by action_id or block_id, and keeps the others', () => {
    const { state, view } = opened(text('words'), text('note'), input('who', { type: 'users_select' }));
    const first = fillForm(view, { words_action: 'ceph', note: 'soon' }, state);
    const second = fillForm(first, { note: 'later' }, state);
    const value = (entry: string) => ({ type: 'plain_text_input', value: entry });
    expect(first.entered).toEqual({
      words: { words_action: value('ceph') },
      note: { note_action: value('soon') },
    });
    expect(second.entered).toEqual({
      words: { words_action: value('ceph') },
      note: { note_action: value('later') },
    });
    expect(state.views.find({ id: view.id })).toBe(second);
    expect(view.entered).toEqual({});
  });

  it('takes an action_id before a block_id of the same name', () => {
    const { state, view } = opened(
      input('same', { type: 'users_select' }),
      input('other', { type: 'plain_text_input', action_id: 'same' }),
    );
    expect(Object.keys(fillForm(view, { same: 'ceph' }, state).entered)).toEqual(['other']);
  });

  it('knows each field', () => {
    const { state, view } = opened(text('words'), text('note'));
    expect(() => fillForm(view, { day: 'x' }, state)).toThrow(
      'The view has no field day, only words_action, note_action.',
    );
  });
});

describe('checkForm', () => {
  const required = 'Please complete this required field.';
  const check = (block: JsonObject, entry?: FieldEntry) => {
    const { state, view } = opened(block);
    return checkForm(entry === undefined ? view : fillForm(view, { a: entry }, state)).a;
  };

  it.each([
    [text('a'), undefined, required],
    [text('a'), '', required],
    [text('a'), 'x', undefined],
    [text('a', { initial_value: 'x' }), undefined, undefined],
    [text('a', {}, { optional: true }), undefined, undefined],
    [text('a', {}, { optional: false }), undefined, required],
    [text('a', { min_length: 2 }), 'x', 'Must be at least 2 characters.'],
    [text('a', { min_length: 2 }), 'xx', undefined],
    [text('a', { max_length: 2 }), 'xx', undefined],
    [text('a', { max_length: 2 }), 'xxx', 'Must be at most 2 characters.'],
    [text('a', { min_length: 2 }, { optional: true }), '', undefined],
    [text('a', { min_length: 2 }, { optional: true }), 'x', 'Must be at least 2 characters.'],
    [input('a', { type: 'checkboxes', options: [option('x')] }), undefined, required],
    [input('a', { type: 'checkboxes', options: [option('x')] }), ['x'], undefined],
    [input('a', { type: 'multi_static_select', options: [option('x')] }), [], required],
    [input('a', { type: 'static_select', options: [option('x')] }), [], required],
    [input('a', { type: 'datepicker' }), undefined, required],
    [input('a', { type: 'datepicker', min_length: 99 }), '2027-05-11', undefined],
    [
      { type: 'actions', block_id: 'a', elements: [{ type: 'datepicker', action_id: 'd' }] },
      undefined,
      undefined,
    ],
  ])('%j with %j', (block, entry, expected) => {
    expect(check(block, entry)).toBe(expected);
  });

  it('complains of every field at once', () => {
    const { view } = opened(
      text('one'),
      { type: 'divider' },
      text('two', {}, { optional: true }),
      text('three'),
    );
    expect(checkForm(view)).toEqual({ one: required, three: required });
  });
});

const button = (action_id: string, value: string, text: string) => ({
  type: 'button',
  action_id,
  value,
  text: { type: 'plain_text', text },
});
const BLOCKS = [
  { type: 'divider', block_id: 'line' },
  {
    type: 'actions',
    block_id: 'one',
    elements: [button('details', '1', 'Details'), button('share', '1', 'Share')],
  },
  { type: 'actions', block_id: 'two', elements: [button('details', '2', 'Details')] },
  { type: 'section', accessory: { type: 'users_select', action_id: 'who' } },
];

describe('findElement', () => {
  it.each([
    [{ actionId: 'share' }, 'one share'],
    [{ actionId: 'details', value: '2' }, 'two details'],
    [{ label: 'Share' }, 'one share'],
    [{ blockId: 'two' }, 'two details'],
    [{ blockId: 'one', label: 'Details' }, 'one details'],
    [{ actionId: 'who' }, ' who'],
    [{ blockId: '' }, ' who'],
  ] as const)('finds %j', (query: ElementQuery, expected) => {
    const { blockId, actionId } = findElement(BLOCKS, query);
    expect(`${blockId} ${actionId}`).toBe(expected);
  });

  it('has the block and the element', () => {
    expect(findElement(BLOCKS, { actionId: 'share' })).toEqual({
      block: BLOCKS[1],
      element: button('share', '1', 'Share'),
      blockId: 'one',
      actionId: 'share',
    });
  });

  it.each([
    [{ actionId: 'gone' }, '0 elements match {"actionId":"gone"}.'],
    [{ actionId: 'details' }, '2 elements match {"actionId":"details"}.'],
    [{ actionId: 'share', value: '2' }, '0 elements match {"actionId":"share","value":"2"}.'],
    [{ label: 'share' }, '0 elements match {"label":"share"}.'],
    [{}, '4 elements match {}.'],
  ])('says what there is in place of %j', (query, error) => {
    const there = 'There are: details "Details" 1; share "Share" 1; details "Details" 2; who "" .';
    expect(() => findElement(BLOCKS, query)).toThrow(`${error} ${there}`);
  });

  it('says that there is nothing', () => {
    expect(() => findElement([{ type: 'divider' }], {})).toThrow('0 elements match {}. There are: none.');
  });
});

it('lists the elements of all blocks', () => {
  expect(listElements(BLOCKS).map(({ blockId, actionId }) => `${blockId}/${actionId}`)).toEqual([
    'one/details',
    'one/share',
    'two/details',
    '/who',
  ]);
});
