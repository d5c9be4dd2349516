import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { waitAtMost } from '../../../src/slack/digest/late-answer.ts';
import { updateModal } from '../../../src/slack/modals.ts';
import { modal } from '../../../src/slack/views/blocks/message.ts';
import { openStage } from '../../support/stage.ts';

const NEVER = new Promise<never>(() => {});

describe('work is waited for', () => {
  test('until it ends, if that is in time', async () => {
    expect(await waitAtMost(Promise.resolve('done'), 60_000)).toBe('done');
  });

  test('no longer than that', async () => {
    expect(await waitAtMost(NEVER, 1)).toBe(undefined);
  });

  test('and its fault is thrown', async () => {
    await expect(waitAtMost(Promise.reject(new Error('broken')), 60_000)).rejects.toThrow('broken');
  });

  test('and goes on afterwards', async () => {
    let finish = (_value: string) => {};
    const work = new Promise<string>(resolve => {
      finish = resolve;
    });
    expect(await waitAtMost(work, 1)).toBe(undefined);
    finish('late');
    expect(await work).toBe('late');
  });
});

describe('a modal', () => {
  async function update(error: string) {
    const { workspace } = await openStage();
    workspace.fail('views.update', { kind: 'error', error });
    const client = new webApi.WebClient(workspace.tokens.bot, {
      slackApiUrl: workspace.apiUrl,
      logLevel: 'error' as never,
    });
    return updateModal(modal('Digest', [{ type: 'divider' }]), { viewId: 'V1', client });
  }

  test('that was closed is not updated', async () => {
    expect(await update('not_found')).toBe(false);
  });

  test('that Slack refuses for another reason is a fault', async () => {
    await expect(update('hash_conflict')).rejects.toThrow('hash_conflict');
  });
});
