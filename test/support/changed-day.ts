import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from './temporary-folder.ts';

const SHEET = 'harbour-cloud-days-2027/schedule.csv';
const RETITLED = 'harbour-cloud-days-2027/networking/dns-is-fine-your-resolver-is-not.rst';

/** A copy of the sample conference that a test may change. Returns its folder. */
export function sampleCopy(): string {
  const data = temporaryFolder();
  cpSync('data', data, { recursive: true });
  return data;
}

/** The keynote comes half an hour later in another room, the Net Loft is closed for the day, and a talk has another title. */
export function changeFirstDay(data: string): void {
  const change = (file: string, next: (text: string) => string) =>
    writeFileSync(join(data, file), next(readFileSync(join(data, file), 'utf8')));
  change(RETITLED, text => text.replace('your resolver is not', 'your cache is not'));
  change(SHEET, text => {
    const [head, ...rows] = text.trimEnd().split('\n');
    return [`${head},status`, ...rows.map(changeRow), ''].join('\n');
  });
}

function changeRow(row: string): string {
  if (row.startsWith('Keynote:'))
    return `${row.replace('T09:00', 'T09:30').replace('T09:45', 'T10:15').replace('Quay Hall', 'Lighthouse Room')},`;
  if (row.includes('2027-05-11') && row.includes('Net Loft')) return `${row},cancelled`;
  return `${row.replace('your resolver is not', 'your cache is not')},`;
}

/** Sets Lectern's clock to a time on the clocks of the person at the page. */
export async function setClock(page: Page, time: string): Promise<void> {
  await page.getByRole('button', { name: /clock/ }).click();
  await page.getByLabel('Date and time').fill(time);
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.keyboard.press('Escape');
}

/** Lets Lectern's clock run by a minute a second until something is there. */
export async function letTimePass(page: Page, until: () => Promise<unknown>): Promise<void> {
  await runClock(page, '1 min per second');
  await until();
  await runClock(page, 'Real time');
}

async function runClock(page: Page, speed: string): Promise<void> {
  await page.getByRole('button', { name: /clock/ }).click();
  await page.getByRole('radio', { name: speed }).check();
  await page.keyboard.press('Escape');
}
