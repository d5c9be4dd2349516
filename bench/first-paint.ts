import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../src/wiring/compose.ts';
import { readConfig } from '../src/wiring/config.ts';
import { createLog } from '../src/wiring/log.ts';
import { readPageFiles } from '../src/wiring/page-files.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { median } from './statistics.ts';

/**
 * How soon somebody who opens the page of the local workspace sees something, and how soon the first answer: from the
 * navigation on, in a fresh browser each time, from this page's own server. Needs `npm run build`, and Chromium.
 */
const ROUNDS = 9;

const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
const read = readConfig({ PORT: '0', DATABASE_URL: `file:${folder}/bench.sqlite` });
if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
const log = createLog({ level: 'silent', secrets: [], write: () => {} });
const lectern = await compose(read.config, log, { pageFiles: await readPageFiles() });
const { url } = await lectern.start();
const browser = await launchChromium();
const paints: number[] = [];
const answers: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('textbox').waitFor();
  answers.push(await page.evaluate<number>('performance.now()'));
  paints.push(
    await page.evaluate<number>('performance.getEntriesByName("first-contentful-paint")[0].startTime'),
  );
  await context.close();
}
console.log(`first paint:     ${median(paints).toFixed(0)} ms (slowest ${Math.max(...paints).toFixed(0)})`);
console.log(`ready to type:   ${median(answers).toFixed(0)} ms (slowest ${Math.max(...answers).toFixed(0)})`);
await browser.close();
await lectern.stop();
rmSync(folder, { recursive: true });
if (median(paints) >= 1000) throw new Error('The first paint takes a second or more.');
