import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts the Chromium that is installed on this machine. Its sandbox refuses to work for root. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = PLACES.find(existsSync);
  if (executablePath === undefined)
    throw new Error('There is no Chromium here. CONTRIBUTING.md says how to install it.');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
