import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/local-slack/workspace.ts';
import { compose } from '../../../src/wiring/compose.ts';
import { readConfig } from '../../../src/wiring/config.ts';
import { createLog } from '../../../src/wiring/log.ts';
import { readPageFiles } from '../../../src/wiring/page-files.ts';
import { launchChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

export interface Opened {
  readonly page: Page;
  readonly workspace: Workspace;
  /** Types into the box of the channel and sends it. */
  type(text: string): Promise<void>;
  /** Ends Lectern. From then on, the page may say to its console that nothing answers. */
  stop(): Promise<void>;
  /** Starts Lectern again where it was. */
  startAgain(): Promise<void>;
}

interface OpenOptions {
  readonly data?: string;
  readonly width?: number;
  readonly look?: 'light' | 'dark';
}

let browser: Promise<Browser> | undefined;
const closing: (() => Promise<void>)[] = [];
/** What went wrong in the page besides what a test looks for, and what it asked of other machines. */
const faults: string[] = [];
/** Pages whose Lectern was ended by a test. */
const interrupted = new WeakSet<Page>();

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  expect(faults.splice(0)).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
});

/** Lectern as `npm start` runs it without credentials, with the sample conference, in a real browser. */
export async function openPage({
  data = 'data',
  width = 1280,
  look = 'light',
}: OpenOptions = {}): Promise<Opened> {
  const database = `file:${temporaryFolder({})}/lectern.sqlite`;
  let lectern = await composed({ data, database, port: '0' });
  const { url } = await lectern.start();
  let isStopped = false;
  browser ??= launchChromium();
  const context = await (await browser).newContext({
    viewport: { width, height: 800 },
    colorScheme: look,
    hasTouch: width < 500,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  watch(page, url);
  closing.push(async () => {
    await context.close();
    if (!isStopped) await lectern.stop();
  });
  await page.goto(url);
  const { workspace } = lectern;
  if (workspace === undefined) throw new Error('There is no workspace.');
  const type = async (text: string) => {
    await page.getByRole('textbox', { name: /^Message/ }).fill(text);
    await page.getByRole('textbox', { name: /^Message/ }).press('Enter');
  };
  const stop = async () => {
    interrupted.add(page);
    isStopped = true;
    await lectern.stop();
  };
  const startAgain = async () => {
    lectern = await composed({ data, database, port: new URL(url).port });
    await lectern.start();
    isStopped = false;
  };
  return { page, workspace, type, stop, startAgain };
}

async function composed({ data, database, port }: { data: string; database: string; port: string }) {
  const read = readConfig({ DATA_DIR: data, DATABASE_URL: database, PORT: port });
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  const log = createLog({ level: 'silent', secrets: [], write: () => {} });
  return compose(read.config, log, { pageFiles: await readPageFiles() });
}

function watch(page: Page, url: string): void {
  page.on('console', message => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (interrupted.has(page) && message.text().includes('net::ERR_')) return;
    faults.push(message.text());
  });
  page.on('pageerror', error => faults.push(error.message));
  page.on('request', request => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`asked for ${request.url()}`);
  });
}

/** The lines that a person sees of the newest message. */
export async function newestMessage({ page }: Opened): Promise<readonly string[]> {
  const text = await page.getByRole('article').last().locator('.message-body').innerText();
  return text.split('\n').filter(line => line.trim() !== '');
}

/** Goes to a channel or an app; on a phone their list is behind a button. */
export async function goTo(name: string, { page }: Opened): Promise<void> {
  const channels = page.getByRole('button', { name: 'Channels' });
  const link = page.getByRole('link', { name, exact: true });
  // The page draws itself after it has loaded: until then neither is there.
  await channels.or(link).first().waitFor();
  if (await channels.isVisible()) await channels.click();
  await link.click();
}

/** Presses Forget me on the Home, confirms it, and waits until Lectern says so. */
export async function forgetMe(said: string, { page }: Opened): Promise<void> {
  const home = page.getByRole('region', { name: 'Lectern: Home' });
  await home.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Forget me' }).click();
  await page.getByRole('dialog', { name: 'Forget you?' }).getByRole('button', { name: 'Forget me' }).click();
  await settings.getByText(said).waitFor();
  await page.keyboard.press('Escape');
}

/** Waits until something that is read from the page is as it should be. */
export function eventually<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: 10_000, interval: 20 });
}
