import { describe, test } from 'vitest';
import { eventually, openPage } from './browser.ts';

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
