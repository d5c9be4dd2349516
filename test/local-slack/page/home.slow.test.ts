import { expect, test } from 'vitest';
import { eventually, forgetMe, goTo, openPage } from './browser.ts';

test.each([
  ['a desk', 1280],
  ['a phone', 375],
] as const)(
  'on %s the Home shows what runs, follows a star, keeps settings and forgets a person',
  async (_where, width) => {
    const opened = await openPage({ width });
    const { page } = opened;
    await goTo('Lectern', opened);
    const home = page.getByRole('region', { name: 'Lectern: Home' });
    await home.getByRole('heading', { name: /^Now, / }).waitFor();
    await home.getByText('Press Star on a talk').waitFor();
    await home
      .getByRole('button', { name: /^Star: / })
      .first()
      .click();
    await home.getByRole('button', { name: 'All your talks (1)' }).waitFor();

    await home.getByRole('button', { name: 'Today' }).click();
    const today = page.getByRole('dialog', { name: 'Talks' });
    await today.getByRole('button', { name: /^More/ }).click();
    await today.getByRole('button', { name: 'Back' }).waitFor();
    await page.keyboard.press('Escape');

    await home.getByRole('button', { name: 'Settings' }).click();
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByLabel('Reminders before your talks').selectOption('10 minutes before');
    await settings.getByRole('button', { name: 'Save' }).click();
    await home.getByText('Reminders 10 minutes before').waitFor();

    await forgetMe('Lectern has forgotten you: 1 star, your settings, what you did last.', opened);
    await home.getByText('Press Star on a talk').waitFor();
    await eventually(() => page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await home.getByRole('button', { name: /^Unstar/ }).count()).toBe(0);
  },
);
