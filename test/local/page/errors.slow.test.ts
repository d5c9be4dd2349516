import { describe, test } from 'vitest';
import { call } from '../support.ts';
import { openPage } from './browser.ts';

describe('what Slack would refuse is shown', () => {
  test('with what is wrong and where, until it is put away', async () => {
    const { page, workspace } = await openPage();
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    await call(workspace, 'chat.postMessage', { channel: workspace.channels.lobby.id, text: 'x', blocks });
    const refusal = page.getByText('Slack would refuse chat.postMessage: invalid_blocks');
    await refusal.waitFor();
    await page.getByText('must be less than 151 characters [json-pointer:/blocks/0/text/text]').waitFor();
    await page.getByText('What was sent').click();
    await page.getByText('"type": "header"').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await refusal.waitFor({ state: 'detached' });
  });

  test.each([
    ['chat.postMessage', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    ['views.open', { trigger_id: '1.2.abc', view: view() }, 'invalid_trigger_id'],
  ])('%s', async (method, args, error) => {
    const { page, workspace } = await openPage();
    await call(workspace, method, args);
    await page.getByText(`Slack would refuse ${method}: ${error}`).waitFor();
  });

  test('over a modal, too', async () => {
    const { page, workspace, type } = await openPage();
    await type('/talk lustre');
    await page.getByRole('button', { name: /^Details/ }).click();
    await page.getByRole('dialog', { name: 'Talk' }).waitFor();
    await call(workspace, 'chat.postMessage', { channel: 'C0NOWHERE', text: 'x' });
    await page.getByRole('dialog').getByText('Slack would refuse chat.postMessage').waitFor();
  });
});

describe('what Slack would say is said', () => {
  test('of a command that nobody knows', async () => {
    const { page, type } = await openPage();
    await type('/tlak ceph');
    await page.getByText(/^\/tlak is not a valid command\./).waitFor();
  });

  test('of an app that cannot be reached', async () => {
    const { page, workspace, type } = await openPage();
    workspace.deliverTo('http://127.0.0.1:9/');
    await type('/talk ceph');
    await page.getByText('Lectern could not be reached. (dispatch_failed)').waitFor();
  });
});

function view() {
  return { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] };
}
