import { describe, expect, test } from 'vitest';
import { eventually, newestMessage, openPage } from './browser.ts';

test('@Lectern is answered in the thread, for everyone', async () => {
  const { page, type } = await openPage();
  await type('@lec');
  await page.keyboard.type('ceph');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '1 reply' }).click();
  const thread = page.getByRole('region', { name: 'Thread' });
  await thread.getByText('talks for ceph (1 to 3)').waitFor();
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Thank you');
  await page.keyboard.press('Enter');
  await thread.getByText('Thank you').waitFor();
  await page.getByRole('link', { name: '2 replies' }).waitFor();
  await thread.getByRole('textbox').fill('/talk ceph');
  await page.keyboard.press('Enter');
  await page.getByText('/talk is not supported in threads. Sorry!').waitFor();
  await thread.getByRole('link', { name: 'Close the thread' }).click();
  await thread.waitFor({ state: 'detached' });
});

test.each([
  ['beside the channel', 1280],
  ['over it, on a phone', 390],
])('what is refused in a thread is told there, and stays in its box: %s', async (_, width) => {
  const { page, type } = await openPage({ width });
  await type('@Lectern ceph');
  await page.getByRole('link', { name: '1 reply' }).click();
  const thread = page.getByRole('region', { name: 'Thread' });
  const box = thread.getByRole('textbox', { name: 'Reply' });
  await box.pressSequentially('/talk');
  await box.press('Enter');
  await thread.getByText('/talk is not supported in threads. Sorry!').waitFor();
  expect(await box.inputValue()).toBe('/talk');
});

test('on a phone, a thread says that Lectern has ended, too', async () => {
  const { page, type, stop } = await openPage({ width: 390 });
  await type('@Lectern ceph');
  await page.getByRole('link', { name: '1 reply' }).click();
  const thread = page.getByRole('region', { name: 'Thread' });
  await thread.getByRole('textbox').waitFor();
  await stop();
  await thread.getByText('npm start').waitFor();
});

test('Lectern is invited where it is mentioned and not there', async () => {
  const { page, type } = await openPage();
  await page.getByRole('link', { name: 'corridor' }).click();
  await type('@Lectern ceph');
  await page.getByRole('button', { name: 'Invite them' }).click();
  await page.getByText('3 members').waitFor();
  await type('@Lectern ceph');
  await page.getByRole('link', { name: '1 reply' }).waitFor();
});

test('Home searches when Enter is pressed, and has its messages beside it', async () => {
  const opened = await openPage();
  const { page, type } = opened;
  await page.getByRole('link', { name: 'Lectern' }).click();
  await page.getByLabel('Find a talk').fill('ceph');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Talks' }).getByText('10 talks for ceph').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Messages' }).click();
  await type('lustre');
  await eventually(() => newestMessage(opened)).toContain('1 talk for lustre');
});

describe('shortcuts', () => {
  test('search from anywhere, and say what is missing under its field', async () => {
    const { page } = await openPage();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Find a talk' }).press('Enter');
    const form = page.getByRole('dialog', { name: 'Find a talk' });
    await form.getByRole('button', { name: 'Find' }).click();
    const field = form.getByRole('textbox');
    await form.getByText('Please complete this required field.').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await field.fill('ceph');
    await field.press('Enter');
    await page.getByRole('dialog', { name: 'Talks' }).getByText('10 talks for ceph').waitFor();
  });

  test('find what is related to a message', async () => {
    const opened = await openPage();
    const { page, type } = opened;
    await type('How does one run Ceph for a genome centre?');
    await page.getByRole('article').hover();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Related talks' }).click();
    await eventually(() => newestMessage(opened)).toContain(
      'CephFS for a genome centre: two billion small files',
    );
  });
});

test('the way back leads to where one was', async () => {
  const { page } = await openPage();
  await page.getByRole('link', { name: 'corridor' }).click();
  await page.getByRole('textbox', { name: 'Message #corridor' }).waitFor();
  await page.goBack();
  await page.getByRole('textbox', { name: 'Message #lobby' }).waitFor();
});
