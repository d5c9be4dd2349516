import { describe, test } from 'vitest';
import { call } from '../support.ts';
import { eventually, openPage } from './browser.ts';

describe('what Slack would refuse is shown', () => {
  test('with what is wrong and where, until it is put away', async () => {
    const { page, workspace } = await openPage();
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    await call(workspace, 'chat.postMessage', { channel: workspace.channels.lobby.id, text: 'x', blocks });
    const refusal = page.getByText('Slack would refuse chat.postMessage: invalid_blocks');
    await refusal.waitFor();
    await page.getByText('must be less than 151 characters [json-pointer:/blocks/0/text/text]').waitFor();
    await page.getByText('Show the call').click();
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

  test('with its time and place, three at once, and not after a change of person or a reload', async () => {
    const { page, workspace } = await openPage();
    const refuse = () =>
      call(workspace, 'chat.postMessage', { channel: workspace.channels.lobby.id, text: '' });
    const refusal = page.getByText('Slack would refuse chat.postMessage: no_text');
    for (let count = 0; count < 5; count += 1) await refuse();
    await page.getByText('2 earlier').waitFor();
    await eventually(() => refusal.filter({ visible: true }).count()).toBe(3);
    await page
      .getByText(/at 08:5\d in lobby/)
      .last()
      .waitFor();
    await page.getByText('2 earlier').click();
    await eventually(() => refusal.filter({ visible: true }).count()).toBe(5);

    await page.getByRole('button', { name: /^You:/ }).click();
    await page.getByRole('radio', { name: 'June Okafor' }).check();
    await eventually(() => refusal.count()).toBe(0);
    await refuse();
    await eventually(() => refusal.count()).toBe(1);
    await page.reload();
    await page.getByRole('textbox').waitFor();
    await eventually(() => refusal.count()).toBe(0);
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

describe('what is told of what was typed', () => {
  test('goes when the next thing succeeds', async () => {
    const { page, type } = await openPage();
    await type('/tlak ceph');
    const told = page.getByText(/^\/tlak is not a valid command\./);
    await told.waitFor();
    await type('/talk ceph');
    await told.waitFor({ state: 'detached' });
  });

  test('goes with the channel', async () => {
    const { page, type } = await openPage();
    await type('/tlak ceph');
    const told = page.getByText(/^\/tlak is not a valid command\./);
    await told.waitFor();
    await page.getByRole('link', { name: 'corridor' }).click();
    await told.waitFor({ state: 'detached' });
  });

  test('is one line where Lectern has ended, and goes when it answers again', async () => {
    const { page, type, stop, startAgain } = await openPage();
    await page.getByRole('textbox').waitFor();
    await stop();
    await type('one');
    await type('two');
    const told = page.getByText('npm start');
    await told.waitFor();
    await startAgain();
    await told.waitFor({ state: 'detached' });
  });
});

function view() {
  return { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] };
}
