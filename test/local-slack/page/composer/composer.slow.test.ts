import { describe, test } from 'vitest';
import { eventually, openPage } from '../browser.ts';

describe('Enter sends what needs no completion any more', () => {
  test('after it completed a command', async () => {
    const { page } = await openPage();
    const box = page.getByRole('textbox', { name: 'Message #lobby' });
    await box.pressSequentially('/ta');
    await box.press('Enter');
    await eventually(() => box.inputValue()).toBe('/talk ');
    await box.press('Enter');
    await eventually(() => box.inputValue()).toBe('');
    await page.getByText('Only visible to you').waitFor();
  });

  test.each(['/talk', '/talk #lobby', '/invite @Lectern', 'ask @Lectern'])('%s', async typed => {
    const { page } = await openPage();
    const box = page.getByRole('textbox', { name: 'Message #lobby' });
    await box.pressSequentially(typed);
    await box.press('Enter');
    await eventually(() => box.inputValue()).toBe('');
  });
});

describe('what did not get through stays in the box', () => {
  test('of a command that nobody knows', async () => {
    const { page, type } = await openPage();
    await type('/tlak ceph');
    await page.getByText(/^\/tlak is not a valid command\./).waitFor();
    await eventually(() => page.getByRole('textbox').inputValue()).toBe('/tlak ceph');
  });

  test('where Lectern does not run any more', async () => {
    const { page, type, stop } = await openPage();
    await page.getByRole('textbox').waitFor();
    await stop();
    await type('/talk ceph');
    await page
      .getByText(/Start it again with npm start/)
      .first()
      .waitFor();
    await eventually(() => page.getByRole('textbox').inputValue()).toBe('/talk ceph');
  });
});
