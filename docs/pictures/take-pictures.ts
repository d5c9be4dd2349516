import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Workspace } from '../../src/local-slack/workspace.ts';
import { compose } from '../../src/wiring/compose.ts';
import { readConfig } from '../../src/wiring/config.ts';
import { createLog } from '../../src/wiring/log.ts';
import { readPageFiles } from '../../src/wiring/page-files.ts';
import { changeFirstDay, letTimePass, sampleCopy, setClock } from '../../test/support/changed-day.ts';
import { launchChromium } from '../../test/support/chromium.ts';
import { removeTemporaryFolders } from '../../test/support/temporary-folder.ts';
import { camera } from './camera.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-pictures-'));

/** Two of one day and one of the next. */
const STARRED = ['Forty petabytes', 'Workshop: build a Ceph cluster', 'The night we lost two monitors'];

/** Takes the pictures of README from the page of the local workspace, with the sample conference. */
const browser = await launchChromium();
try {
  await withPage({ width: 1100, height: 760, scale: 1.5 }, takeStills);
  await withPage({ width: 1100, height: 760, scale: 1.5 }, takeChanges);
  await withPage({ width: 900, height: 640, scale: 1 }, takeFilm);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
  removeTemporaryFolders();
}

async function takeStills(page: Page): Promise<void> {
  const { still } = await camera(page);
  await type(page, '/talk cehp');
  await page.getByText('Only visible to you').waitFor();
  await still('search');
  await page
    .getByRole('button', { name: /^Details/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await still('details');
  await page.keyboard.press('Escape');
  for (const title of STARRED) await star(page, title);
  await page.getByRole('button', { name: 'Reminders: 10 minutes' }).click();
  await type(page, '/talk mine');
  await page.getByText('My talks').first().waitFor();
  await page
    .getByRole('button', { name: /^Unstar/ })
    .last()
    .scrollIntoViewIfNeeded();
  await still('mine');
  await page.getByRole('link', { name: 'Lectern' }).click();
  await page.getByRole('heading', { name: /^Your talks/ }).waitFor();
  await still('home');
  await page.getByRole('link', { name: 'lobby' }).click();
  await type(page, '/talk digest daily 08:00');
  await page.getByText('set up a digest').first().waitFor();
  await page.getByRole('button', { name: /clock/ }).click();
  await page.getByRole('button', { name: 'Next morning' }).click();
  await page.getByRole('radio', { name: '1 min per second' }).check();
  await page.getByRole('heading', { name: /today: day 2/ }).waitFor();
  await page.getByRole('radio', { name: 'Real time' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /^Message/ }).focus();
  await still('digest');
}

/** A digest that was changed after it had been posted, its thread, and the note to somebody who starred two of the talks. */
async function takeChanges(page: Page, data: string): Promise<void> {
  const { still } = await camera(page);
  await setClock(page, '2027-05-10T20:00');
  await type(page, '/talk digest daily 08:00');
  await page.getByText('set up a digest').first().waitFor();
  for (const talk of ['Keynote', 'On call without heroes']) {
    await type(page, `/talk "${talk}"`);
    await star(page, talk);
  }
  await setClock(page, '2027-05-11T07:59');
  await letTimePass(page, () => page.getByText('starts today').first().waitFor());
  changeFirstDay(data);
  await letTimePass(page, () => page.getByRole('link', { name: 'Lectern (unread)' }).waitFor());
  await page.getByRole('link', { name: /repl/ }).last().click();
  await still('changes');
  await page.getByRole('link', { name: 'Lectern (unread)' }).click();
  await still('changed-star');
}

async function takeFilm(page: Page): Promise<void> {
  const { frame, film } = await camera(page);
  await page.getByRole('textbox', { name: /^Message/ }).focus();
  await frame(700);
  for (const letter of '/talk cehp') {
    await page.keyboard.type(letter);
    await frame(letter === '/' ? 500 : 110);
  }
  await frame(500);
  await page.keyboard.press('Enter');
  await page.getByText('Only visible to you').waitFor();
  await frame(3000);
  await page
    .getByRole('button', { name: /^Details/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await frame(2500);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await frame(500);
  await page
    .getByRole('button', { name: /^Share/ })
    .first()
    .click();
  await page.getByText('shared a talk').waitFor();
  await frame(3000);
  await film('talk-cehp');
}

async function star(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Star: ${title}` }).click();
  await page.getByRole('button', { name: `Unstar: ${title}` }).waitFor();
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Message/ }).fill(text);
  await page.keyboard.press('Enter');
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

async function withPage(
  { width, height, scale }: Size,
  take: (page: Page, data: string) => Promise<void>,
): Promise<void> {
  const data = sampleCopy();
  const database = `file:${mkdtempSync(join(folder, 'database-'))}/lectern.sqlite`;
  const read = readConfig({ PORT: '0', DATA_DIR: data, DATABASE_URL: database });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const log = createLog({ level: 'silent', secrets: [], write: () => {} });
  const lectern = await compose(read.config, log, { pageFiles: await readPageFiles() });
  const { url } = await lectern.start();
  if (lectern.workspace !== undefined) await getAcquainted(lectern.workspace);
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(url);
  await take(page, data);
  await context.close();
  await lectern.stop();
}

/** Lectern learns somebody's time zone after its first answer to them, and then shows one time rather than two. */
async function getAcquainted(workspace: Workspace): Promise<void> {
  const { people, channels } = workspace;
  const { mira, june } = people;
  await workspace.command({ user: mira.id, channel: channels.dm.id, command: '/talk', text: 'help' });
  await workspace.when(() => workspace.callsOf('users.info')[0]?.response);
  await workspace.say({
    user: june.id,
    channel: channels.lobby.id,
    text: 'Is there anything on Ceph this year?',
  });
}
