import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocument } from 'htmlparser2';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgramme } from '../../../src/programme/joining/build.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import { siteFiles } from '../../../src/publishing/site/site.ts';
import { find } from '../../../src/search/find.ts';
import { indexProgramme } from '../../../src/search/index/index-programme.ts';
import { unnamedConference } from '../../../src/sources/settings/conference-file.ts';
import { readSiteSearch } from '../../../src/wiring/page-files.ts';
import { lectern } from '../../cli/support.ts';
import { launchChromium } from '../../support/chromium.ts';
import { faultsOf, violationsOf } from '../../support/page-faults.ts';
import { hasRealProgrammes, importReal, realFiles, realFolder } from '../../support/real-programme.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** The search with the fuzzy matching, the stemmer and the dates that it needs; a site has it once. */
const SEARCH_MAX = 200_000;

let browser: Browser;
let search: string;
beforeAll(async () => {
  await build({ configFile: 'vite.site.config.ts', logLevel: 'error' });
  search = await readSiteSearch();
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('the search is small', () => {
  expect(Buffer.byteLength(search)).toBeLessThan(SEARCH_MAX);
});

describe.skipIf(!hasRealProgrammes)('a site of a real programme', () => {
  test('is well-formed, has each id once, and no link in it leads nowhere', async () => {
    const page = await browser.newPage();
    for (const path of realFiles(['xml', 'json', 'ics', 'csv', 'yaml'])) {
      const files = siteFiles(programmeOf(path), '');
      expect([path, brokenLinks(files)]).toEqual([path, []]);
      expect([path, contactsIn(files)]).toEqual([path, []]);
      const pages = [...files].filter(([name]) => name.endsWith('.html'));
      // Each kind of page, and enough of the talks.
      const some = pages.filter(([name], place) => !name.startsWith('talks/') || place % 20 === 0);
      for (const [name, html] of some)
        expect([path, name, await faultsOf(html, page)]).toEqual([path, name, []]);
    }
  });

  test('is searched from a disk as Lectern searches, and loads nothing else', async () => {
    const programme = programmeOf('frab-xml/38c3.xml');
    const page = await openSite(programme);
    const requests: string[] = [];
    page.on('request', request => requests.push(request.url()));
    const expected = find(indexProgramme(programme), 'kernel exploit', { limit: 30 }).talks;
    await page.getByRole('searchbox').fill('kernel exploit');
    await page.locator('#found li').first().waitFor();
    expect(await page.locator('#found li h3').allInnerTexts()).toEqual(
      expected.slice(0, 30).map(({ title }) => title.replace(/\s+/g, ' ').trim()),
    );
    await page.locator('#found li a').first().click();
    expect(await page.locator('h1').innerText()).toBe(expected[0]?.title);
    expect(requests.filter(url => !url.startsWith('file:'))).toEqual([]);
    await page.close();
  });

  test('finds the pages of days and rooms, and suggests no word that is unlike', async () => {
    const programme = programmeOf('frab-xml/38c3.xml');
    const page = await openSite(programme);
    const [room = ''] = programme.rooms;
    const found = page.locator('#found');
    for (const [typed, name] of [
      ['28 december', 'Sat 28 Dec'],
      [room, `Room: ${room}`],
    ] as const) {
      await page.getByRole('searchbox').fill(typed);
      await found.getByRole('link', { name, exact: true }).waitFor();
    }
    await page.getByRole('searchbox').fill('qqxqqxqqx');
    await found.getByText('Nothing matches.', { exact: true }).waitFor();
    await page.close();
  });

  test('is written by the command line', async () => {
    const folder = join(temporaryFolder({}), 'site');
    const argv = [
      'convert',
      realFolder('sessionize/global-azure-linz-2024.json'),
      '--to',
      'html',
      '-o',
      folder,
    ];
    expect(await lectern(argv)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(join(folder, 'index.html'))).toBe(true);
    expect(await lectern(argv)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test.each(['light', 'dark'] as const)('is clean for axe in the %s on a phone', async look => {
    const programme = programmeOf('sessionize/global-azure-linz-2024.json');
    const page = await openSite(programme, look);
    const url = page.url();
    await page.getByRole('searchbox').fill('azure');
    await page.locator('#found li').first().waitFor();
    const addresses = [...siteFiles(programme, '').keys()].filter(name => name.endsWith('.html'));
    expect(await violationsOf(page)).toEqual([]);
    for (const name of addresses.filter((path, place) => !path.startsWith('talks/') || place % 10 === 0)) {
      await page.goto(new URL(name, url).href);
      expect([name, await violationsOf(page)]).toEqual([name, []]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 375]);
    }
    await page.close();
  });
});

function programmeOf(path: string): Programme {
  return buildProgramme(unnamedConference(''), [importReal(path)]).programme;
}

async function openSite(programme: Programme, look: 'light' | 'dark' = 'light'): Promise<Page> {
  const folder = join(temporaryFolder({}), 'a folder');
  for (const [name, text] of siteFiles(programme, search)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const page = await browser.newPage({ viewport: { width: 375, height: 700 }, colorScheme: look });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  return page;
}

/** Links to files that are not in the site, or to ids that are not on their page. */
function brokenLinks(files: ReadonlyMap<string, string>): readonly string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const links: { from: string; to: string }[] = [];
  for (const [name, text] of files) {
    const found = name.endsWith('.html')
      ? inHtml(text)
      : { ids: [], links: name.endsWith('.js') ? [] : inMarkdown(text) };
    ids.set(name, new Set(found.ids));
    links.push(...found.links.filter(to => !/^https?:/.test(to)).map(to => ({ from: name, to })));
  }
  return links
    .filter(({ from, to }) => {
      const [path = '', id] = to.split('#');
      const target = posix.join(posix.dirname(from), path);
      return !files.has(target) || (id !== undefined && ids.get(target)?.has(id) !== true);
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}

function inHtml(text: string): { readonly ids: readonly string[]; readonly links: readonly string[] } {
  const ids: string[] = [];
  const links: string[] = [];
  const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue;
      const { id, href, src } = node.attribs;
      if (id !== undefined) ids.push(id);
      links.push(...[href, src].filter(link => link !== undefined));
      walk(node.children);
    }
  };
  walk(parseDocument(text).children);
  return { ids, links };
}

function inMarkdown(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\\)\]\(([^)]+)\)/g)].map(([, to = '']) => to);
}

function contactsIn(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([name, text]) =>
    [
      ...text.matchAll(/mailto:|tel:\+?\d|(?<![@/\w.+-])[\w.+-]+@[a-z0-9-]+\.(?:com|org|net|de)\b(?!\/)/gi),
    ].map(([found]) => `${name}: ${found}`),
  );
}
