import { type types, webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-slack/state/messages.ts';
import { ACTION } from '../../src/slack/action-ids.ts';
import { LOBBY, linesOf, MIRA, typeTalk } from '../support/slack-people.ts';
import { openStage, type Stage } from '../support/stage.ts';

const NO_BUTTON = 'This button is no longer known here. Please type /talk for a new answer.';

/** Another Lectern with the same token. */
function another({ workspace }: Stage): webApi.WebClient {
  return new webApi.WebClient(workspace.tokens.bot, { slackApiUrl: workspace.apiUrl });
}

async function post(stage: Stage, element: types.Button): Promise<Message> {
  const blocks: types.KnownBlock[] = [{ type: 'actions', block_id: 'old', elements: [element] }];
  const { ts } = await another(stage).chat.postMessage({ channel: LOBBY, text: 'Old', blocks });
  return stage.workspace.when(() => stage.workspace.messages.find(one => one.ts === ts));
}

function button(actionId: string, value = 'people/ceph'): types.Button {
  return { type: 'button', action_id: actionId, value, text: { type: 'plain_text', text: 'Old' } };
}

describe.each(['http', 'socket'] as const)('over %s', mode => {
  test.each([
    ['no listener', 'talk:burn'],
    ['no listener, by a name that every object has', 'constructor'],
    ['a listener that is of a form', ACTION.digestNow],
    ['a listener that is of a menu', ACTION.detailsOf],
  ])('a button with %s is acknowledged, and the person is told', async (_which, actionId) => {
    const stage = await openStage({ mode });
    const { workspace, log } = stage;
    const old = await post(stage, button(actionId));
    const { error } = await workspace.click({ user: MIRA, in: old, label: 'Old' });
    expect(error).toBe(undefined);
    const told = await workspace.when(() => workspace.messages.find(one => one.ephemeralFor === MIRA));
    expect([told.text, log]).toEqual([NO_BUTTON, []]);
  });

  test('a command that is not ours is answered with a sentence', async () => {
    const { workspace } = await openStage({ mode });
    const { message } = await workspace.command({
      user: MIRA,
      channel: LOBBY,
      command: '/walk',
      text: 'ceph',
    });
    expect(message?.text).toBe('Lectern does not know /walk. Please type /talk.');
  });
});

test('a form that another Lectern opened says that it is outdated', async () => {
  const stage = await openStage();
  const { triggerId } = await typeTalk(stage.workspace, 'ceph');
  await another(stage).views.open({
    trigger_id: triggerId,
    view: {
      type: 'modal',
      callback_id: 'burn_submitted',
      title: { type: 'plain_text', text: 'Burn' },
      submit: { type: 'plain_text', text: 'Burn' },
      blocks: [{ type: 'divider' }],
    },
  });
  const { view } = await stage.workspace.submit({ user: MIRA });
  expect(linesOf(view)).toEqual([
    'This form is outdated, so nothing was changed. Please close it and open it again.',
  ]);
});
