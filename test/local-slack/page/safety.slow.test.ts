import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { newestMessage, openPage } from './browser.ts';

const HOSTILE =
  '<script>document.title="owned"</script> <img src=x onerror=alert(1)> *b* `c` <!channel> <@U0JUNE0002>';

test('text of a programme shows as text', async () => {
  const data = temporaryFolder({
    'talk.txt': `Tape ${HOSTILE}\n~~~~~~~\n\n**Abstract:**\n\nA tape [here](javascript:alert(1)).\n\n\n* **Ada ${HOSTILE}** *(None)*\n`,
  });
  const opened = await openPage({ data });
  await opened.type('/talk tape');
  await opened.page.getByRole('button', { name: /^Details/ }).click();
  const modal = opened.page.getByRole('dialog');
  await modal.getByRole('heading', { name: /^Tape <script>/ }).waitFor();
  // A row of results takes as much of a title as two lines of a phone; the modal has it whole.
  expect((await newestMessage(opened)).join(' ')).toContain(`Tape ${HOSTILE.slice(0, 30)}`);
  expect(await modal.innerText()).toContain(`Tape ${HOSTILE}`);
  expect(await modal.locator('a, img:not(.avatar), .mention, b:has-text("b"), script').count()).toBe(1);
  const heard = opened.page.locator('.messages > [aria-live]');
  expect(await heard.textContent()).toContain(`Tape ${HOSTILE.slice(0, 30)}`);
  expect(await opened.page.title()).toBe('lobby · Harbour Cloud');
});

test('what a person types is text, besides its marks', async () => {
  const opened = await openPage();
  const { page, type } = opened;
  await type(
    '<script>alert(1)</script> [x](javascript:alert(1)) javascript:alert(1) *bold* https://example.org/a',
  );
  const message = page.getByRole('article').last();
  await message.waitFor();
  expect(await newestMessage(opened)).toContain(
    '<script>alert(1)</script> [x](javascript:alert(1)) javascript:alert(1) bold https://example.org/a',
  );
  const links = await message
    .locator('a[target]')
    .evaluateAll(all => all.map(link => link.getAttribute('href')));
  expect(links).toEqual(['https://example.org/a']);
});

test('all of the page is at most 60 kB', () => {
  const folder = new URL('../../../dist/page/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.\w+$/.test(name),
  );
  const sizes = files.map(name => gzipSync(readFileSync(new URL(name, folder))).length);
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
});
