import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, openPage } from '../browser.ts';

function focused(page: Page): Promise<string> {
  return page.evaluate(
    'document.activeElement.ariaLabel ?? document.activeElement.textContent',
  ) as Promise<string>;
}

test('with a keyboard one can type at once, in a channel and in a thread', async () => {
  const { page } = await openPage();
  await eventually(() => focused(page)).toBe('Message #lobby');
  await page.getByRole('link', { name: 'corridor' }).click();
  await eventually(() => focused(page)).toBe('Message #corridor');
  await page.getByRole('link', { name: 'lobby' }).click();
  await eventually(() => focused(page)).toBe('Message #lobby');
  await page.keyboard.type('@Lectern ceph');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '1 reply' }).click();
  await eventually(() => focused(page)).toBe('Reply');
});

test('on a phone no keyboard comes up by itself', async () => {
  const { page } = await openPage({ width: 390 });
  await page.getByRole('textbox').waitFor();
  expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
});

test('More leaves the focus on the next More, and at the end on the message', async () => {
  const { page, type } = await openPage();
  await type('/talk storage');
  const more = page.getByRole('button', { name: /^More: / });
  await more.press('Enter');
  await page.getByRole('button', { name: 'Back' }).waitFor();
  expect(await focused(page)).toMatch(/^More: /);
  while ((await more.count()) > 0) {
    const label = await focused(page);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: label, exact: true }).waitFor({ state: 'detached' });
  }
  expect(await focused(page)).toBe('Lectern');
});

test('the first Tab leads to a way to the box, past channels and messages', async () => {
  const { page } = await openPage({ width: 390 });
  await page.getByRole('textbox').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the message box');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Message #lobby');
});
