import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgramme } from '../../src/programme/joining/build.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { filterByDay } from '../../src/programme/sessions.ts';
import { publishDay } from '../../src/publishing/day.ts';
import { dayHtml } from '../../src/publishing/day-html.ts';
import { talkAddresses } from '../../src/publishing/talk-address.ts';
import { unnamedConference } from '../../src/sources/settings/conference-file.ts';
import { ENGLISH } from '../../src/words/en.ts';
import { launchChromium } from '../support/chromium.ts';
import { faultsOf, violationsOf } from '../support/page-faults.ts';
import { hasRealProgrammes, importReal, realFiles } from '../support/real-programme.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.skipIf(!hasRealProgrammes)('days of real programmes', () => {
  test('are pages that a strict parser takes', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    for (const path of realFiles(['xml', 'json', 'ics', 'csv']))
      for (const html of daysOf(path))
        faults.push(...(await faultsOf(html, page)).map(fault => `${path}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'are clean for axe in the %s, on a phone and on paper',
    async look => {
      for (const path of [
        'frab-xml/38c3.xml',
        'ics/kubecon-eu-2026-0322.ics',
        'sessionize/global-azure-linz-2024.json',
      ]) {
        const page = await browser.newPage({
          viewport: { width: 375, height: 700 },
          colorScheme: look,
          bypassCSP: true,
        });
        await page.setContent(daysOf(path)[0] ?? '');
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
        expect(await violationsOf(page)).toEqual([]);
        await page.emulateMedia({ media: 'print' });
        expect(await violationsOf(page)).toEqual([]);
        await page.close();
      }
    },
  );
});

function daysOf(path: string): readonly string[] {
  const programme: Programme = buildProgramme(unnamedConference(''), [importReal(path)]).programme;
  const { days, sessions, conference } = programme;
  const addressOf = talkAddresses(programme);
  return days.map((day, index) =>
    dayHtml(
      publishDay(
        { day, sessions: filterByDay(day, sessions), number: index + 1, days: days.length },
        conference,
        ENGLISH,
      ),
      addressOf,
    ),
  );
}
