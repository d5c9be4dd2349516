import { expect, test } from 'vitest';
import { findWrongField } from '../../../src/slack/receiving/request-form.ts';

const button = { action_id: 'details', type: 'button', value: 'secret' };
const pressed = {
  type: 'block_actions',
  user: { id: 'U0MIRA0001' },
  trigger_id: '1.2',
  actions: [button],
  container: {},
};
const modal = { type: 'modal', id: 'V1', callback_id: 'find', private_metadata: '', blocks: [] };
const filled = (values: unknown) => ({
  type: 'view_submission',
  user: { id: 'U0MIRA0001' },
  view: { ...modal, title: { text: 'Find' }, state: { values } },
});

const opened = {
  type: 'event_callback',
  event_id: 'Ev1',
  team_id: 'T0HARBOUR1',
  event: { type: 'app_home_opened', user: 'U0MIRA0001' },
};

test.each([
  ['a whole request', pressed, undefined],
  ['no body', null, 'body'],
  ['a kind that nobody knows', { type: 'secret' }, 'type'],
  ['a command that is a number', { command: 7 }, 'command'],
  ['a missing field', { ...pressed, trigger_id: undefined }, 'trigger_id'],
  [
    'an entry of a list',
    { ...pressed, actions: [button, { ...button, action_id: 7 }] },
    'actions.*.action_id',
  ],
  ['an event', { ...opened, authorizations: [{ team_id: 'T0HARBOUR1', enterprise_id: null }] }, undefined],
  [
    'a card that nobody opened',
    { ...opened, event: { type: 'entity_details_requested', trigger_id: '1.2' } },
    'event.user',
  ],
  ['a workspace that is no text', { ...opened, team_id: { value: null } }, 'team_id'],
  [
    'a workspace of an authorization that is no text',
    { ...opened, authorizations: [{ team_id: { value: null } }] },
    'authorizations.*.team_id',
  ],
  ['a command from an organisation that is no text', { command: '/talk', enterprise_id: 7 }, 'enterprise_id'],
  ['an empty list', { ...pressed, actions: [] }, 'actions.*'],
  ['a form', filled({ secret: { secret: { value: 'secret' } } }), undefined],
  [
    'a field whose keys were sent',
    filled({ secret: { secret: { value: 7 } } }),
    'view.state.values.*.*.value',
  ],
])('names the first wrong field of %s without what was sent', (_, body, field) => {
  expect(findWrongField(body)).toBe(field);
});
