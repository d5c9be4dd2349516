import { nameKey } from '../../text/fold.ts';
import type { Format, ImportOptions, ReadResult } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import type { Fields } from '../reading/json.ts';
import { createPersonReader } from '../reading/people.ts';
import { createReport, type Report } from '../reading/report.ts';
import { findColumns } from '../rows/columns/columns.ts';
import { readRows } from '../rows/talk-rows.ts';
import { listUnreadKeys } from '../rows/unread.ts';
import { textOf } from './finding/values.ts';
import { type MarkdownPage, readPage, splitPage } from './page.ts';
import { listUnread } from './read-document.ts';
import { listUnreadOfPerson, readPerson, toTalkRow } from './record-rows.ts';

/** A page of Markdown with front matter, as Jekyll, Hugo and others keep them: one per talk or per person. */
export const frontMatter: Format = {
  name: 'front-matter',
  label: 'pages of Markdown with front matter',
  recognises: text => splitPage(text) !== undefined,
  read: readMarkdown,
};

function readMarkdown(text: string, path: string, settings: ImportOptions = {}): ReadResult {
  const report = createReport(path);
  // Chicago's repository has such copies beside the pages.
  if (/\.(?:tmp|bak|orig|swp)$|~$/i.test(path)) {
    report.warn({}, 'This is a leftover copy of a page; it was left out.');
    return { problems: report.problems };
  }
  const page = readPage(text, report);
  const reading = page === undefined ? {} : readFields(page, { path, settings, report });
  return { ...reading, withheld: report.withheld, problems: report.problems };
}

interface PageContext {
  readonly path: string;
  readonly settings: ImportOptions;
  readonly report: Report;
}

function readFields(
  page: MarkdownPage,
  { path, settings, report }: PageContext,
): Omit<ReadResult, 'problems'> {
  const { head, body } = page;
  const stem = stemOf(path);
  if (isHidden(head)) {
    report.warn({}, 'The page is marked as hidden or as a draft; it was left out.');
    return {};
  }
  if (isPerson(head, path))
    return { people: readPersonPage(page, stem, report), ...unreadOf(listUnreadOfPerson(head)) };
  if (stem === '_index' || !isTalk(head)) {
    report.warn({}, 'The page describes neither a talk nor a person; it was left out.');
    return {};
  }
  const columns = findColumns(Object.keys(head), settings.csv);
  const row = toTalkRow(head, columns, { id: stem, body });
  const { start, end, rooms, date } = row.slot;
  // Without any other time or room, the date is the day on which the page was written.
  const isPlaced = start !== '' || end !== '' || rooms.length > 0;
  const slot = { ...row.slot, date: isPlaced ? date : '' };
  const talks = readRows([{ ...row, slot }], settings, report);
  return { talks, oneTalkAFile: true, ...unreadOf(listUnread(head, columns)) };
}

/** Jekyll and Hugo sort and link pages by these. */
const OF_SITE = /^(?:categor(?:y|ies)|linktitle|excerpt(?:-separator)?|toc|comments)$/;

function unreadOf(names: readonly string[]): Pick<ReadResult, 'unreadKeys'> {
  const unreadKeys = listUnreadKeys(names.filter(name => !OF_SITE.test(nameKey(name))));
  return unreadKeys.length > 0 ? { unreadKeys } : {};
}

/** The name of the page, or of its folder if the page is called `index`. */
function stemOf(path: string): string {
  const [name = '', folder] = path.split('/').reverse();
  const stem = name.replace(/\.[^.]*$/, '');
  return stem === 'index' && folder !== undefined ? folder : stem;
}

function isHidden(head: Fields): boolean {
  return (
    readField(head, 'draft') === 'true' ||
    readField(head, 'hidden') === 'true' ||
    readField(head, 'published') === 'false'
  );
}

function isPerson(head: Fields, path: string): boolean {
  if (/^(?:speaker|presenter|person)s?$/i.test(readField(head, 'type') || readField(head, 'layout')))
    return true;
  const { title, speakers, start } = findColumns(Object.keys(head));
  if (speakers !== undefined || start !== undefined) return false;
  const isNamedOnly = title === undefined && readField(head, 'name') !== '';
  return isNamedOnly || /(?:^|\/)_?(?:speakers?|presenters?|people)\//i.test(path);
}

function readPersonPage({ head, body }: MarkdownPage, stem: string, report: Report): ReadResult['people'] {
  const { id = stem, name, bio, affiliation } = readPerson(head);
  return createPersonReader(report)({ id, name, bio: body.trim() === '' ? bio : body, affiliation }, name);
}

/** Other pages of a site have titles too; those with fields for layout only are not talks. */
function isTalk(head: Fields): boolean {
  const { title, ...others } = findColumns(Object.keys(head));
  const isSaid = ['start', 'end', 'room', 'speakers', 'track', 'abstract', 'level', 'duration', 'state'].some(
    column => column in others,
  );
  const isOfSite = ['layout', 'menu', 'menus', 'redirect-to', 'redirect-from', 'sitemap', 'aliases'].some(
    name => readField(head, name) !== '',
  );
  return title !== undefined && (isSaid || !isOfSite);
}

/** Reads a field by its folded name. */
function readField(head: Fields, name: string): string {
  return cleanLine(textOf(Object.entries(head).find(([key]) => nameKey(key) === name)?.[1]));
}
