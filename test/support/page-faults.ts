import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds that keeps people from using the page that is open. */
export async function findViolations(page: Page): Promise<AxeResults['violations']> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations;
}

/** The same for pages that are to have no fault at all: which rule, and where. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  return (await findViolations(page)).flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id} ${target}`),
  );
}

/** What a strict parser finds wrong with a page, with the help of an open one. */
export async function faultsOf(html: string, page: Page): Promise<readonly string[]> {
  return page.evaluate(`(${STRICT})(${JSON.stringify(html)})`);
}

/** XML ends at the first thing that HTML would guess at; each id must be there once. */
const STRICT = `text => {
  const read = new DOMParser().parseFromString(text, 'text/xml');
  const ids = [...read.querySelectorAll('[id]')].map(({ id }) => id);
  return [
    ...[...read.querySelectorAll('parsererror')].map(error => error.textContent),
    ...ids.filter((id, place) => ids.indexOf(id) !== place),
  ];
}`;
