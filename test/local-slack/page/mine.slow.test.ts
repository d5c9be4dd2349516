import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { eventually, forgetMe, goTo, newestMessage, openPage } from './browser.ts';

/** It begins so. */
const TITLE = 'CephFS for a genome centre';

test.each([
  ['a desk', 1280],
  ['a phone', 375],
] as const)(
  'on %s a talk is starred, found wherever my talks are, put into a calendar, and forgotten',
  async (_where, width) => {
    const opened = await openPage({ width });
    const { page, type } = opened;

    await type('/talk CephFS genome');
    await page.getByRole('button', { name: `Star: ${TITLE}` }).click();
    await page.getByRole('button', { name: `Unstar: ${TITLE}` }).waitFor();
    await page.getByRole('button', { name: 'Reminders: 10 minutes' }).click();
    await page.getByText('You get a direct message 10 minutes before').first().waitFor();

    await page.getByRole('button', { name: `Details: ${TITLE}` }).click();
    const talk = page.getByRole('dialog', { name: 'Talk' });
    await talk.getByRole('button', { name: `Unstar: ${TITLE}` }).waitFor();
    await talk.getByRole('button', { name: `Add to Google Calendar: ${TITLE}` }).waitFor();
    await talk.getByRole('button', { name: `Send me a calendar file: ${TITLE}` }).click();
    await page.getByText('The calendar file is in your direct messages with Lectern.').waitFor();
    await page.keyboard.press('Escape');
    await talk.waitFor();
    await page.keyboard.press('Escape');
    await talk.waitFor({ state: 'detached' });

    await type('/talk mine');
    await eventually(() => newestMessage(opened)).toContain('My talks');
    expect(await newestMessage(opened)).toContainEqual(expect.stringContaining(TITLE));

    await goTo('Lectern (unread)', opened);
    const arriving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'cephfs-for-a-genome-centre' }).click();
    const file = await arriving;
    expect(file.suggestedFilename()).toMatch(/^cephfs-for-a-genome-centre.*\.ics$/);
    const calendar = await readFile((await file.path()) ?? '', 'utf8');
    expect(calendar).toContain(`SUMMARY:${TITLE}`);
    await eventually(() => page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);

    await goTo('Lectern', opened);
    const home = page.getByRole('region', { name: 'Lectern: Home' });
    await home.getByRole('button', { name: 'All your talks (1)' }).waitFor();
    await goTo('lobby', opened);
    await page
      .getByRole('button', { name: `Unstar: ${TITLE}` })
      .last()
      .click();
    // The row stays, to be starred again.
    await page
      .getByRole('button', { name: `Star: ${TITLE}` })
      .last()
      .waitFor();
    await type('/talk alert submarines');
    await page.getByText('You will get a direct message when').first().waitFor();

    await goTo('Lectern', opened);
    await home.getByText('Press Star on a talk').waitFor();
    await home.getByRole('heading', { name: 'Your alerts' }).waitFor();
    await forgetMe('Lectern has forgotten you: your settings, 1 alert, what you did last.', opened);
    await home.getByRole('heading', { name: 'Your alerts' }).waitFor({ state: 'detached' });
  },
);
