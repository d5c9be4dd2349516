import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findViolations } from '../../support/page-faults.ts';
import { openPage } from './browser.ts';

/** What axe-core finds that keeps people from using the page: which rule, and where. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
  return (await findViolations(page))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
    );
}

describe('axe finds nothing serious', () => {
  test.each([
    ['in the light', 'light', 1280],
    ['in the dark', 'dark', 1280],
    ['on a phone', 'light', 390],
  ] as const)('%s', async (_, look, width) => {
    const { page, workspace, type } = await openPage({ look, width });
    await type('@Lectern ceph');
    await page.getByRole('link', { name: '1 reply' }).waitFor();
    await type('/talk ceph');
    await page.getByRole('button', { name: /^More: / }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await page.getByRole('link', { name: '1 reply' }).click();
    await page.getByRole('button', { name: 'Inspect' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Close the thread' }).click();
    await page.getByRole('button', { name: 'Inspect' }).click();

    await page.getByRole('textbox').fill('/');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('textbox').fill('');

    await page.getByRole('button', { name: /^You:/ }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /clock/ }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page
      .getByRole('button', { name: /^Details/ })
      .last()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Share/ })
      .click();
    await page.getByRole('dialog', { name: 'Share a talk' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Talk', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.evaluate('location.hash = "#home"');
    await page.getByLabel('Find a talk').waitFor();
    workspace.deliverTo('http://127.0.0.1:9/');
    await page.getByRole('button', { name: 'Storage' }).click();
    await page.getByText(/dispatch_failed/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});

test('dark is dark, whatever the system prefers', async () => {
  const { page } = await openPage();
  await page.locator('.panes').waitFor();
  const colour = () => page.evaluate('getComputedStyle(document.querySelector(".panes")).backgroundColor');
  expect(await colour()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: /^You:/ }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await colour()).toBe('rgb(26, 29, 33)');
  await page.reload();
  await page.locator('.panes').waitFor();
  expect(await colour()).toBe('rgb(26, 29, 33)');
});

test('at phone width nothing is beside the screen, and channels come and go', async () => {
  const { page, type } = await openPage({ width: 360 });
  await type('/talk ceph');
  await page.getByRole('button', { name: /^More: / }).waitFor();
  const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(await overflow()).toBe(0);
  await page.getByRole('button', { name: 'Channels and apps' }).click();
  await page.getByRole('link', { name: 'corridor' }).click();
  await page.getByRole('textbox', { name: 'Message #corridor' }).waitFor();
  await page.getByRole('link', { name: 'lobby' }).waitFor({ state: 'hidden' });
  expect(await overflow()).toBe(0);
});

test('on a phone, what is in the top bar can be hit', async () => {
  const { page } = await openPage({ width: 360 });
  const buttons = page.getByRole('banner').getByRole('button');
  await buttons.first().waitFor();
  const sizes = await Promise.all((await buttons.all()).map(button => button.boundingBox()));
  expect(sizes.map(size => Math.min(size?.width ?? 0, size?.height ?? 0))).toEqual([44, 44, 44, 44]);
});

test('the menu of digests says which is chosen, all of it', async () => {
  const { page, type } = await openPage();
  await type('/talk digest');
  await page.getByLabel('The evening before, for the next day').check();
  await page.getByRole('button', { name: 'Create' }).click();
  const form = page.getByRole('dialog', { name: 'Digest', exact: true });
  await form.getByText('This digest is on:').waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await type('/talk digest');
  const menu = form.locator('.actions > .select');
  const shown = (await menu.boundingBox())?.width;
  await menu.evaluate('menu => { menu.style.maxWidth = "none" }');
  expect((await menu.boundingBox())?.width).toBe(shown);
});

test('Inspect shows what was sent, and leads to Block Kit Builder with it', async () => {
  const { page, type } = await openPage();
  await type('/talk lustre');
  await page.getByRole('button', { name: 'Inspect' }).click();
  const json = page.getByRole('region', { name: 'JSON of this message' });
  const shown = JSON.parse(await json.locator('pre').innerText());
  expect(shown.text).toMatch(/^1 talk for lustre\./);
  const address = new URL((await json.getByRole('link').getAttribute('href')) ?? '');
  expect(address.origin + address.pathname).toBe('https://app.slack.com/block-kit-builder/');
  expect(JSON.parse(decodeURIComponent(address.hash.slice(1)))).toEqual(shown);
});
