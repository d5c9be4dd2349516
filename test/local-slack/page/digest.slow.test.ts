import { expect, test } from 'vitest';
import { eventually, newestMessage, openPage } from './browser.ts';

test('a digest is ordered by its form, and seen to go out by the clock that was sped up', async () => {
  const opened = await openPage();
  const { page, type } = opened;
  await type('/talk digest');
  const form = page.getByRole('dialog', { name: 'New digest' });
  await form.getByLabel('Tracks').selectOption('Storage');
  await form.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('dialog', { name: 'Digest' }).getByText('This digest is on:').waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => newestMessage(opened)).toContainEqual(
    expect.stringContaining('@Mira Castell set up a digest for this channel: every day at 08:00'),
  );

  const pill = page.getByRole('button', { name: /clock/ });
  await pill.click();
  await page.getByRole('button', { name: 'Next morning' }).click();
  await page.getByRole('radio', { name: '1 min per second' }).check();
  await page.getByRole('heading', { name: 'Harbour Cloud Days 2027 today: day 2 of 3' }).waitFor();
  await page.getByRole('radio', { name: 'Real time' }).check();
  await page.keyboard.press('Escape');
  const [author, app, time, ...lines] = await newestMessage(opened);
  expect([author, app, time]).toEqual(['Lectern', 'APP', expect.stringMatching(/^08:0\d$/)]);
  expect(lines.join(' ')).toContain('CephFS for a genome centre');
  expect(lines.join(' ')).not.toContain('Jumbo frames');
  expect(await page.locator('.day').last().innerText()).toBe('Wednesday 12 May');
});

test('a test of a digest is of what stands in the form, not of what stood there', async () => {
  const { page, type } = await openPage();
  await type('/talk digest');
  const form = page.getByRole('dialog', { name: 'New digest' });
  await form.getByLabel('Tracks').selectOption('Storage');
  await form.getByRole('button', { name: 'Send me a test' }).click();
  await page.getByRole('link', { name: 'Lectern (unread)' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Lectern (unread)' }).click();
  const digest = page.getByRole('article').last();
  await digest.getByText(/Ceph/).first().waitFor();
  expect(await digest.innerText()).not.toContain('Jumbo frames');
});
