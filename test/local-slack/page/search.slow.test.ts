import { describe, expect, test } from 'vitest';
import { eventually, newestMessage, openPage } from './browser.ts';

describe('/talk in the page', () => {
  test('is completed by the keyboard and answered to its author alone', async () => {
    const opened = await openPage();
    const { page } = opened;
    await page.getByRole('textbox', { name: 'Message #lobby' }).focus();
    await page.keyboard.type('/');
    const offered = page.getByRole('option');
    expect(await offered.allInnerTexts()).toEqual([
      '/talk [ceph, half a title, a name, or help]\nFind talks and speakers',
      'Find a talk\nLectern: Search the programme from anywhere',
      '/invite [@Lectern]\nBring an app into this channel',
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ceph');
    await page.keyboard.press('Enter');
    await eventually(() => newestMessage(opened)).toContain('10 talks for ceph (1 to 5)');
    expect(await page.getByText('Only visible to you').count()).toBe(1);
    expect(await page.locator('[aria-live]').innerText()).toMatch(/^Lectern: 10 talks for ceph\./);
  });

  test('says how it understood a word that was misspelt', async () => {
    const opened = await openPage();
    await opened.type('/talk cehp');
    await eventually(() => newestMessage(opened)).toContain('Showing results for ceph (you typed cehp)');
  });

  test('shows the next page and the one before in the place of the first', async () => {
    const opened = await openPage();
    const { page, type } = opened;
    await type('/talk ceph');
    await page.getByRole('button', { name: 'More: 5 left' }).click();
    await eventually(() => newestMessage(opened)).toContain('10 talks for ceph (6 to 10)');
    await page.getByRole('button', { name: 'Back' }).click();
    await eventually(() => newestMessage(opened)).toContain('10 talks for ceph (1 to 5)');
    expect(await page.getByRole('article').count()).toBe(1);
  });

  test('says what to do where nothing is found', async () => {
    const opened = await openPage();
    await opened.type('/talk zzzzqqq');
    await eventually(() => newestMessage(opened)).toContain('No talk matches zzzzqqq.');
  });
});

describe('a talk', () => {
  test('is shown whole, and the focus comes back when it is closed', async () => {
    const { page, type } = await openPage();
    await type('/talk CephFS genome');
    await page.getByRole('button', { name: /^Details: CephFS/ }).click();
    const modal = page.getByRole('dialog', { name: 'Talk' });
    await modal.getByRole('heading', { name: 'CephFS for a genome centre' }).waitFor();
    expect(await modal.innerText()).toContain('Farah Daneshvar');
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await eventually(() => page.locator(':focus').getAttribute('aria-label')).toMatch(/^Details: CephFS/);
  });

  test('is shared with everyone, and the results stay', async () => {
    const opened = await openPage();
    const { page, type } = opened;
    await type('/talk lustre');
    await page.getByRole('button', { name: /^Share/ }).click();
    await eventually(() => newestMessage(opened)).toContain('@Mira Castell shared a talk');
    expect(await page.getByRole('button', { name: /^Share/ }).count()).toBe(1);
    await page.getByRole('button', { name: /^You:/ }).click();
    await page.getByRole('radio', { name: 'June Okafor' }).check();
    await eventually(() => page.getByRole('article').count()).toBe(1);
    expect(await newestMessage(opened)).toContain('@Mira Castell shared a talk');
  });

  test('is shared in a channel that is chosen, which is at first the one where it was opened', async () => {
    const { page, type } = await openPage();
    await type('/talk lustre');
    await page.getByRole('button', { name: /^Details/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Share/ })
      .click();
    const form = page.getByRole('dialog', { name: 'Share a talk' });
    const where = form.getByLabel('Where');
    expect(await where.locator('option:checked').textContent()).toBe('# lobby');
    await where.selectOption({ label: '# corridor' });
    await form.getByRole('button', { name: 'Share' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'corridor (unread)' }).click();
    await page.getByText('@Mira Castell shared a talk').waitFor();
  });
});
