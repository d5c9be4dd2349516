import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { PageFile, WorkspacePage } from '../local-slack/serving/contract.ts';

/** Where `npm run build` puts the page, seen from here in `src` and in `dist` alike. */
const FOLDER = new URL('../../dist/page/', import.meta.url);

/** The same of the script with which a website of files searches. */
const SITE_SEARCH = new URL('../../dist/site/search.js', import.meta.url);

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const NOT_BUILT = '<!doctype html><title>Lectern</title>The page is not built yet. Build it: npm run build';

/** Reads the built page of the local workspace into memory, as it is small. Returns a hint if it is not built. */
export async function readPageFiles(folder: URL = FOLDER): Promise<WorkspacePage['files']> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const pages = names.filter(name => TYPES[extname(name)] !== undefined);
  if (pages.length === 0)
    return new Map([['/index.html', { type: TYPES['.html'] ?? '', body: Buffer.from(NOT_BUILT) }]]);
  return new Map(await Promise.all(pages.map(name => readPageFile(name, folder))));
}

async function readPageFile(name: string, folder: URL): Promise<readonly [string, PageFile]> {
  const body = await readFile(new URL(name, folder));
  return [`/${name}`, { type: TYPES[extname(name)] ?? '', body }];
}

/** The script with which a website of files searches its programme. Throws if it is not built. */
export async function readSiteSearch(file: URL = SITE_SEARCH): Promise<string> {
  return readFile(file, 'utf8').catch(error => {
    throw new Error("The website's search is not built yet. Build it: npm run build", { cause: error });
  });
}
