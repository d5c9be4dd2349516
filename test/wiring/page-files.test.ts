import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readPageFiles, readSiteSearch } from '../../src/wiring/page-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('reads what was built, each file by its path and with its type', async () => {
  const folder = temporaryFolder({
    'index.html': '<p>',
    'assets/page.js': '1',
    'page.css': 'p{}',
    'notes.md': 'no',
  });
  const files = await readPageFiles(pathToFileURL(`${folder}/`));
  const read = [...files].map(([path, { type, body }]) => [path, type, Buffer.from(body).toString()]);
  expect(read.sort()).toEqual([
    ['/assets/page.js', 'text/javascript; charset=utf-8', '1'],
    ['/index.html', 'text/html; charset=utf-8', '<p>'],
    ['/page.css', 'text/css; charset=utf-8', 'p{}'],
  ]);
});

test('says how to build the page where it was not', async () => {
  const files = await readPageFiles(pathToFileURL('/nowhere-at-all/'));
  expect([...files.keys()]).toEqual(['/index.html']);
  expect(Buffer.from(files.get('/index.html')?.body ?? []).toString()).toContain('npm run build');
});

test('a website has its search once it is built', async () => {
  const folder = pathToFileURL(`${temporaryFolder({ 'search.js': 'search();' })}/`);
  expect(await readSiteSearch(new URL('search.js', folder))).toBe('search();');
  await expect(readSiteSearch(new URL('other.js', folder))).rejects.toThrow(
    "The website's search is not built yet. Build it: npm run build",
  );
});
