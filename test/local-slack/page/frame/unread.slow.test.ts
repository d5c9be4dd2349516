import { expect, test } from 'vitest';
import { call } from '../../support.ts';
import { openPage } from '../browser.ts';

test('a channel is unread for what came since one left it, not for what came before', async () => {
  const { page, workspace } = await openPage();
  const { lobby } = workspace.channels;
  const post = (text: string) => call(workspace, 'chat.postMessage', { channel: lobby.id, text });
  await page.getByRole('textbox').waitFor();
  for (let count = 1; count <= 20; count += 1) await post(`Message ${count}`);
  await page.getByRole('article').getByText('Message 20').waitFor();
  await page.getByRole('link', { name: 'corridor' }).click();
  await page.getByRole('textbox', { name: 'Message #corridor' }).waitFor();
  expect(await page.getByRole('link', { name: 'lobby' }).innerText()).not.toContain('unread');
  await post('Message 21');
  await page.getByRole('link', { name: 'lobby (unread)' }).waitFor();
});
