import { type BlockAction, webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { replaceView, showModal } from '../../src/slack/modals.ts';
import { modal } from '../../src/slack/views/blocks/message.ts';
import { openStage } from '../support/stage.ts';

/** Slack's client, with what it was asked to do. */
function client() {
  const calls: [string, object][] = [];
  const take = (name: string) => async (options: object) => {
    calls.push([name, options]);
    return { ok: true };
  };
  const views = { open: take('open'), push: take('push'), update: take('update') };
  return { client: { views } as unknown as webApi.WebClient, calls };
}

/** A press of a button in a view of this type and title, or in a message. */
function press(view?: { readonly type: 'modal' | 'home'; readonly title: string }): BlockAction {
  const opened = view && { id: 'V1', hash: 'h1', type: view.type, title: { text: view.title } };
  return { trigger_id: 'T1', view: opened } as unknown as BlockAction;
}

const talk = modal('Talk', []);
const share = modal('Share a talk', []);

describe('a modal is', () => {
  test.each([
    ['opened from a message', press(), talk, ['open', { trigger_id: 'T1', view: talk }]],
    [
      'opened from the Home',
      press({ type: 'home', title: 'Talk' }),
      talk,
      ['open', { trigger_id: 'T1', view: talk }],
    ],
    [
      "put in the place of another talk's",
      press({ type: 'modal', title: 'Talk' }),
      talk,
      ['update', { view_id: 'V1', hash: 'h1', view: talk }],
    ],
    [
      'pushed onto results',
      press({ type: 'modal', title: 'Talks' }),
      talk,
      ['push', { trigger_id: 'T1', view: talk }],
    ],
    [
      'pushed onto a talk if it is none itself',
      press({ type: 'modal', title: 'Talk' }),
      share,
      ['push', { trigger_id: 'T1', view: share }],
    ],
  ])('%s', async (_how, body, view, call) => {
    const slack = client();
    await showModal(view, body, slack.client);
    expect(slack.calls).toEqual([call]);
  });
});

describe('an open modal', () => {
  async function update(error: string) {
    const { workspace } = await openStage();
    workspace.fail('views.update', { kind: 'error', error });
    const client = new webApi.WebClient(workspace.tokens.bot, {
      slackApiUrl: workspace.apiUrl,
      logLevel: 'error' as never,
    });
    return replaceView(modal('Digest', [{ type: 'divider' }]), { id: 'V1', hash: 'h1' }, client);
  }

  test.each(['not_found', 'hash_conflict'])(
    'that was closed or changed is left as it is: %s',
    async error => {
      expect(await update(error)).toBe(false);
    },
  );

  test('that Slack refuses for another reason is a fault', async () => {
    await expect(update('invalid_arguments')).rejects.toThrow('invalid_arguments');
  });
});
