import { nameKey } from '../../text/fold.ts';
import type { Format, ImportSettings, Reading } from '../format.ts';
import { cleanLine } from '../reading/clean.ts';
import type { Fields } from '../reading/json.ts';
import { peopleReader } from '../reading/people.ts';
import { type Report, reportOn } from '../reading/report.ts';
import { columnsOf } from '../rows/columns.ts';
import { readRows } from '../rows/talk-rows.ts';
import { fencedPage, type Page, readHead } from './page.ts';
import { personIn, recordRow, textOf } from './record-rows.ts';

/** A page of Markdown with front matter, as Jekyll, Hugo and others keep them: one a talk, or one a person. */
export const frontMatter: Format = {
  name: 'front-matter',
  label: 'pages of Markdown with front matter',
  recognises: text => fencedPage(text) !== undefined,
  read: readPage,
};

function readPage(text: string, path: string, settings: ImportSettings = {}): Reading {
  const report = reportOn(path);
  // Chicago's repository has them beside the pages that they are copies of.
  if (/\.(?:tmp|bak|orig|swp)$|~$/i.test(path)) {
    report.warn({}, 'A program left this copy of a page behind; it was left out.');
    return { problems: report.problems };
  }
  const page = readHead(text, report);
  const reading = page === undefined ? {} : readFields(page, { path, settings, report });
  return { ...reading, problems: report.problems };
}

interface Surroundings {
  readonly path: string;
  readonly settings: ImportSettings;
  readonly report: Report;
}

function readFields(page: Page, { path, settings, report }: Surroundings): Omit<Reading, 'problems'> {
  const { head, body } = page;
  const stem = stemOf(path);
  if (isHidden(head)) {
    report.warn({}, 'The page says that it is not to be shown; it was left out.');
    return {};
  }
  if (isPerson(head, path)) return { people: readPerson(page, stem, report) };
  if (stem === '_index' || !isTalk(head)) {
    report.warn({}, 'The page says nothing of a talk or a person; it was left out.');
    return {};
  }
  const row = recordRow(head, columnsOf(Object.keys(head), settings.csv), { id: stem, body });
  const { start, end, rooms, date } = row.slot;
  // Beside nothing else of when and where, the date of a page is the day on which it was written.
  const isPlaced = start !== '' || end !== '' || rooms.length > 0;
  const slot = { ...row.slot, date: isPlaced ? date : '' };
  return { talks: readRows([{ ...row, slot }], settings.csv ?? {}, report), oneTalkAFile: true };
}

/** The page's own name, or its folder's where it is called `index`. */
function stemOf(path: string): string {
  const [name = '', folder] = path.split('/').reverse();
  const stem = name.replace(/\.[^.]*$/, '');
  return stem === 'index' && folder !== undefined ? folder : stem;
}

function isHidden(head: Fields): boolean {
  return (
    fieldIn(head, 'draft') === 'true' ||
    fieldIn(head, 'hidden') === 'true' ||
    fieldIn(head, 'published') === 'false'
  );
}

function isPerson(head: Fields, path: string): boolean {
  if (/^(?:speaker|presenter|person)s?$/i.test(fieldIn(head, 'type') || fieldIn(head, 'layout'))) return true;
  const { title, speakers, start } = columnsOf(Object.keys(head));
  if (speakers !== undefined || start !== undefined) return false;
  const isNamedOnly = title === undefined && fieldIn(head, 'name') !== '';
  return isNamedOnly || /(?:^|\/)_?(?:speakers?|presenters?|people)\//i.test(path);
}

function readPerson({ head, body }: Page, stem: string, report: Report): Reading['people'] {
  const { id = stem, name, bio } = personIn(head);
  return peopleReader(report)({ id, name, bio: body.trim() === '' ? bio : body }, name);
}

/** Pages of a site have titles too; those that lay out something else are none. */
function isTalk(head: Fields): boolean {
  const { title, ...others } = columnsOf(Object.keys(head));
  const isSaid = ['start', 'end', 'room', 'speakers', 'track', 'abstract', 'level', 'duration', 'state'].some(
    column => column in others,
  );
  const isOfSite = ['layout', 'menu', 'menus', 'redirect-to', 'redirect-from', 'sitemap', 'aliases'].some(
    name => fieldIn(head, name) !== '',
  );
  return title !== undefined && (isSaid || !isOfSite);
}

/** By a name that is folded, as `nameKey` folds it. */
function fieldIn(head: Fields, name: string): string {
  return cleanLine(textOf(Object.entries(head).find(([key]) => nameKey(key) === name)?.[1]));
}
