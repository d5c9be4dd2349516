import { posix } from 'node:path';
import type { Format, ReadResult } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import { readTitle } from '../reading/fields.ts';
import { createReport, type Report } from '../reading/report.ts';
import { findHeadings, type Heading } from './headings.ts';

/** Characters; longer than any contents page. */
const LENGTH_MAX = 2 ** 20;

const TOCTREE = /^\s*\.\. toctree::/;

/**
 * The contents page of a Sphinx site: it tells which folder holds the talks of which track, and the name of the
 * conference.
 */
export const sphinxIndex: Format = {
  name: 'sphinx-index',
  label: 'abstracts as text (.rst, .txt)',
  recognises: text => text.split('\n').some(line => TOCTREE.test(line)),
  read: readIndex,
};

function readIndex(text: string, path: string): ReadResult {
  const report = createReport(path);
  if (text.length > LENGTH_MAX) {
    report.fail({}, 'The file is longer than 1 MB, which no contents page is; it was not read.');
    return { problems: report.problems };
  }
  const lines = text.split('\n');
  const headings = findHeadings(lines);
  const page = findPageTitle(lines, headings);
  const names = new Map<string, string>();
  let above: Heading | undefined;
  let passed = 0;
  for (const entry of findEntries(lines)) {
    while (passed < headings.length && (headings[passed]?.to ?? 0) <= entry.at) above = headings[passed++];
    const folder = folderOf(entry.target, path);
    if (folder === undefined || above === undefined || above === page) continue;
    nameTrack(names, { folder, heading: above, line: entry.at + 1 }, report);
  }
  return {
    trackNames: Object.fromEntries(names),
    conferenceName: page && readTitle(page.raw, { line: page.titleAt + 1 }, report),
    problems: report.problems,
  };
}

/** The first heading is the page's title if no other has its style, or if it has no list of pages below it. */
function findPageTitle(lines: readonly string[], headings: readonly Heading[]): Heading | undefined {
  const [first, second] = headings;
  if (first === undefined) return undefined;
  const alone = headings.every(heading => heading === first || heading.style !== first.style);
  return alone || !lines.slice(first.to, second?.from).some(line => TOCTREE.test(line)) ? first : undefined;
}

/** Finds the entries of the lists of pages; `at` is the index of the line. */
function findEntries(lines: readonly string[]): readonly { target: string; at: number }[] {
  const entries: { target: string; at: number }[] = [];
  let inside = false;
  lines.forEach((line, at) => {
    if (TOCTREE.test(line)) inside = true;
    else if (/^\S/.test(line)) inside = false;
    else if (inside && cleanLine(line) !== '' && !/^\s+:/.test(line)) {
      entries.push({ target: cleanLine(line).replace(/^.*<(.+)>$/, '$1'), at });
    }
  });
  return entries;
}

/**
 * The folder of a page or glob, relative to DATA_DIR; undefined for the index's own folder and for one outside
 * DATA_DIR.
 */
function folderOf(target: string, indexPath: string): string | undefined {
  const home = posix.dirname(indexPath);
  const folder = posix.normalize(posix.join(home, posix.dirname(target)));
  return folder === home || folder === '.' || folder.startsWith('..') || folder.includes('*')
    ? undefined
    : folder;
}

function nameTrack(
  names: Map<string, string>,
  { folder, heading, line }: { folder: string; heading: Heading; line: number },
  report: Report,
): void {
  const known = names.get(folder);
  if (known === undefined) names.set(folder, readTitle(heading.raw, { line: heading.titleAt + 1 }, report));
  else if (known !== heading.title)
    report.warn(
      { line, item: heading.title },
      `The folder ${folder} is listed under "${known}" too; its talks are on that track.`,
    );
}
