import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { call } from '../support.ts';
import { eventually, openPage } from './browser.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string, label: string) => ({ text: plain(label), value });
const input = (id: string, label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: 'a', ...element },
  ...more,
});

/** Every kind of field that a form of Lectern's may have. */
const FORM = {
  type: 'modal',
  callback_id: 'every_field',
  title: plain('Daily digest'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    input('channel', 'Channel', { type: 'conversations_select', filter: { include: ['public'] } }),
    input('at', 'At', { type: 'timepicker', initial_time: '08:00', timezone: 'Europe/Madrid' }),
    input('zone', 'Zone', {
      type: 'static_select',
      option_groups: [{ label: plain('Europe'), options: [option('m', 'Madrid'), option('l', 'Lisbon')] }],
      initial_option: option('m', 'Madrid'),
    }),
    input('days', 'Days', {
      type: 'checkboxes',
      options: [option('1', 'Mon'), option('2', 'Tue'), option('3', 'Wed')],
      initial_options: [option('1', 'Mon')],
    }),
    input(
      'tracks',
      'Tracks',
      { type: 'multi_static_select', options: [option('s', 'Storage'), option('n', 'Networking')] },
      { optional: true, hint: plain('None means all.') },
    ),
    input('kind', 'Kind', { type: 'radio_buttons', options: [option('a', 'All'), option('b', 'Some')] }),
    input('from', 'From', { type: 'datepicker' }, { optional: true }),
    input('note', 'Note', { type: 'plain_text_input', multiline: true, max_length: 20 }, { optional: true }),
  ],
};

interface Sent {
  readonly type: string;
  readonly view?: { readonly state: { readonly values: unknown } };
  readonly actions?: readonly {
    readonly action_id: string;
    readonly selected_option?: { readonly value: string };
  }[];
}

/** An app that keeps what is sent to it, and answers in turn. */
async function standIn(workspace: Workspace, ...answers: readonly object[]) {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    sent.push(JSON.parse(new URLSearchParams(body).get('payload') ?? '{}'));
    const answer =
      sent.at(-1)?.type === 'view_submission' ? answers[sent.filter(isSubmission).length - 1] : {};
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  workspace.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return sent;
}

function isSubmission({ type }: Sent): boolean {
  return type === 'view_submission';
}

test('every field of a form is filled in, checked by Slack and then by the app, and sent', async () => {
  const { page, workspace } = await openPage();
  const sent = await standIn(
    workspace,
    { response_action: 'errors', errors: { channel: 'Invite me first.' } },
    { response_action: 'clear' },
  );
  const { triggerId } = await workspace.shortcut({ user: workspace.people.mira.id, callbackId: 'any' });
  expect(await call(workspace, 'views.open', { trigger_id: triggerId, view: FORM })).toMatchObject({
    ok: true,
  });
  const form = page.getByRole('dialog', { name: 'Daily digest' });
  const channels = form.getByLabel('Channel').locator('option');
  await eventually(() => channels.allTextContents()).toEqual(['Choose one', '# lobby', '# corridor']);

  await form.getByLabel('At').fill('09:30');
  await form.getByLabel('Zone').selectOption('Lisbon');
  await form.getByRole('checkbox', { name: 'Wed' }).check();
  await form.getByLabel('Tracks').selectOption('Networking');
  await form.getByLabel('Tracks').selectOption('Storage');
  await form.getByRole('button', { name: 'Remove Networking' }).click();
  await form.getByLabel('From').fill('2027-05-11');
  await form.getByLabel('Note').fill('Far too long for this field');
  await form.getByRole('button', { name: 'Save' }).click();
  const errors = form.locator('.input-error');
  await eventually(() => errors.allInnerTexts()).toEqual([
    'Please complete this required field.',
    'Please complete this required field.',
    'Must be at most 20 characters.',
  ]);

  await form.getByLabel('Channel').selectOption('# corridor');
  await form.getByRole('radio', { name: 'Some' }).check();
  await form.getByLabel('Note').fill('Short');
  await form.getByRole('button', { name: 'Save' }).click();
  await eventually(() => errors.allInnerTexts()).toEqual(['Invite me first.']);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });

  const values = sent.findLast(isSubmission)?.view?.state.values;
  expect(values).toEqual({
    channel: { a: { type: 'conversations_select', selected_conversation: 'C0CORRIDOR' } },
    at: { a: { type: 'timepicker', selected_time: '09:30', timezone: 'Europe/Madrid' } },
    zone: { a: { type: 'static_select', selected_option: option('l', 'Lisbon') } },
    days: { a: { type: 'checkboxes', selected_options: [option('1', 'Mon'), option('3', 'Wed')] } },
    tracks: { a: { type: 'multi_static_select', selected_options: [option('s', 'Storage')] } },
    kind: { a: { type: 'radio_buttons', selected_option: option('b', 'Some') } },
    from: { a: { type: 'datepicker', selected_date: '2027-05-11' } },
    note: { a: { type: 'plain_text_input', value: 'Short' } },
  });
});

test('menus and buttons outside a form are sent at once, after a question where the app wants one', async () => {
  const { page, workspace } = await openPage();
  const sent = await standIn(workspace);
  const confirm = {
    title: plain('Remove?'),
    text: plain('It is gone then.'),
    confirm: plain('Remove'),
    deny: plain('Keep'),
    style: 'danger',
  };
  const blocks = [
    {
      type: 'section',
      text: plain('Digest'),
      accessory: { type: 'overflow', action_id: 'o', options: [option('p', 'Pause'), option('c', 'Change')] },
    },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'b', text: plain('Remove...'), style: 'danger', confirm },
        { type: 'static_select', action_id: 's', placeholder: plain('Day'), options: [option('1', 'Mon')] },
      ],
    },
  ];
  await call(workspace, 'chat.postMessage', { channel: workspace.channels.lobby.id, text: 'Digest', blocks });
  const chosen = async () =>
    sent.flatMap(({ actions = [] }) =>
      actions.map(({ action_id, selected_option }) => [action_id, selected_option?.value]),
    );

  await page.getByRole('button', { name: 'Remove...' }).click();
  await page.getByRole('dialog', { name: 'Remove?' }).getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Pause' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await eventually(chosen).toEqual([['o', 'c']]);
  await page.getByRole('button', { name: 'Remove...' }).click();
  await page.getByRole('dialog', { name: 'Remove?' }).getByRole('button', { name: 'Remove' }).click();
  await eventually(chosen).toEqual([
    ['o', 'c'],
    ['b', undefined],
  ]);
  await page.getByLabel('Day').selectOption('Mon');
  await eventually(chosen).toEqual([
    ['o', 'c'],
    ['b', undefined],
    ['s', '1'],
  ]);
});
