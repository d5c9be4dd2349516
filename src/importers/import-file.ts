import type { Draft } from '../programme/joining/draft.ts';
import { abstracts } from './abstracts/abstracts.ts';
import { sphinxIndex } from './abstracts/sphinx-index.ts';
import { scheduleCsv } from './csv/schedule-csv.ts';
import { describeSheet } from './csv/table.ts';
import { decode } from './decode.ts';
import { europython } from './europython/europython.ts';
import type { Format, ImportOptions } from './format.ts';
import { frabJson } from './frab/frab-json.ts';
import { frabXml } from './frab/frab-xml.ts';
import { schedule2Json } from './frab/schedule2-json.ts';
import { rootName } from './frab/xml.ts';
import { icalendar } from './icalendar/icalendar.ts';
import { indico } from './indico/indico.ts';
import { pretalxApi } from './pretalx/api.ts';
import { pretalxWidget } from './pretalx/widget.ts';
import { findJsonMistake, parseJson } from './reading/json.ts';
import { findPage } from './reading/pages.ts';
import { createReport } from './reading/report.ts';
import { category } from './records/category.ts';
import { describeDocument } from './records/describe-document.ts';
import { kindOfCollection } from './records/finding/collections.ts';
import { frontMatter } from './records/front-matter.ts';
import { gridCell } from './records/grid-cell.ts';
import { joinTableFor } from './records/join-table.ts';
import { namesTableFor } from './records/names-table.ts';
import { peopleList } from './records/people-list.ts';
import { lecternJson, yamlList } from './records/talk-list.ts';
import { timeslotTableFor } from './records/timeslot-table.ts';
import { parseYaml } from './records/yaml.ts';
import { sessionizeAll } from './sessionize/all.ts';
import { sessionizeGrid, sessionizeSessions, sessionizeSpeakers } from './sessionize/views.ts';

/**
 * All formats, in the order in which they are tried: the stricter its test, the earlier. docs/json.md names them all.
 */
export const FORMATS: readonly Format[] = [
  frabXml,
  icalendar,
  frabJson,
  schedule2Json,
  indico,
  frontMatter,
  sphinxIndex,
  abstracts,
  pretalxWidget,
  pretalxApi,
  europython,
  sessionizeAll,
  sessionizeSessions,
  sessionizeGrid,
  sessionizeSpeakers,
  lecternJson,
  gridCell,
  yamlList,
  peopleList,
  scheduleCsv,
];

const YAML_PATH = /\.ya?ml$/i;

export const NOT_A_PROGRAMME = 'This is not a programme that Lectern can read; it was left out.';

/** Reads a programme file in any format. `path` is relative to DATA_DIR, separated by `/`. */
export function importFile(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  settings: ImportOptions = {},
): Draft {
  const foreign = explainBinary(bytes);
  if (foreign !== undefined) return refuse(path, foreign);
  const { text: written, doubt } = decode(bytes);
  const { text, markedAt } = dropMergeMarks(written);
  const named = /(?:^|\/)category\.json$/i.test(path)
    ? category
    : (namesTableFor(path) ?? timeslotTableFor(path));
  // A YAML file of several documents looks like front matter with the text of a page below it.
  const usual = YAML_PATH.test(path) ? FORMATS.filter(candidate => candidate !== frontMatter) : FORMATS;
  const formats = [...(named === undefined ? [] : [named]), joinTableFor(path), ...usual];
  const format = formats.find(candidate => candidate.recognises(text, settings));
  if (format === undefined) {
    const mistake = findJsonMistake(text);
    const seen = mistake === undefined ? describeContent(path, text) : undefined;
    return refuse(path, mistake?.message ?? [NOT_A_PROGRAMME, seen ?? []].flat().join(' '), mistake?.line);
  }
  const report = createReport(path);
  if (doubt !== undefined) report.warn({}, doubt);
  if (markedAt !== undefined)
    report.fail(
      { line: markedAt },
      'Here are the marks of a merge that Git could not finish (<<<<<<<); only the first of the two versions was read. Choose one and remove the marks.',
    );
  const { problems, withheld = [], ...reading } = format.read(text, path, settings);
  const page = reading.page ?? findPage(parseJson(text));
  return {
    ...emptyDraft(path),
    format: format.name,
    ...reading,
    ...(page && { page }),
    ...(withheld.length > 0 && { withheld }),
    problems: [...report.problems, ...problems],
  };
}

/** Blanks Git's marks and all but the first version between them, so that lines keep their numbers. */
function dropMergeMarks(text: string): { readonly text: string; readonly markedAt: number | undefined } {
  const at = text.search(MERGE_MARKS);
  if (at < 0) return { text, markedAt: undefined };
  const blank = (lines: string) => lines.replace(/[^\n]/g, '');
  return {
    text: text.replace(
      new RegExp(MERGE_MARKS, 'gm'),
      (_, begin: string, first: string, rest: string) => blank(begin) + first + blank(rest),
    ),
    markedAt: text.slice(0, at).split('\n').length,
  };
}

const MERGE_MARKS =
  /^(<{7}(?: .*)?\n)((?:(?![<=|]{7}).*\n)*)((?:\|{7}.*\n(?:(?![<=]{7}).*\n)*)?={7}\n(?:(?![<>]{7}).*\n)*>{7}(?: .*)?)$/m;

/** Says what a file that is no programme holds, by what its name says that it is; undefined if there is nothing to say. */
function describeContent(path: string, text: string): string | undefined {
  if (/\.(?:csv|tsv|tab)$/i.test(path)) return describeSheet(text);
  const root = rootName(text);
  if (root !== undefined || /^\s*<!doctype html/i.test(text.slice(0, 1000)))
    return root === undefined || /^html$/i.test(root)
      ? 'It is a web page (HTML).'
      : `It is XML that begins with <${root.slice(0, 40)}>; of XML, only <schedule> is read.`;
  const answer = YAML_PATH.test(path) ? parseYaml(text) : undefined;
  return answer !== undefined && 'mistake' in answer ? answer.mistake : describeDocument(text);
}

/**
 * Makes a draft without content. Files that belong to a website or a repository only get a warning; any other was meant
 * to be read.
 */
function refuse(path: string, message: string, line?: number): Draft {
  const report = createReport(path);
  if (isSiteFile(path) && EXPECTED_OF_SITE_FILES.some(expected => message.startsWith(expected)))
    report.warn({ line }, message);
  else report.fail({ line }, message);
  return { ...emptyDraft(path), problems: report.problems };
}

const SITE_ENDINGS = new Set(
  `md markdown mdx txt rst adoc html htm css scss sass less js mjs cjs jsx ts tsx py rb sh go rs php yml yaml toml ini cfg
  lock log bib tex png jpg jpeg gif svg webp avif ico mp3 mp4 webm woff woff2 ttf otf map`.split(/\s+/),
);

const SITE_FILES =
  /^(?:readme|licen[cs]e|copying|notice|authors|contributors|changelog|makefile|dockerfile|gemfile|procfile|cname|codeowners)\b|^(?:package|package-lock|tsconfig|composer|site|config|manifest)\.json$/i;

/** True for files that a website or a repository has beside its programme, also `sponsors.json`. */
function isSiteFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (kindOfCollection(name.replace(/\.[^.]*$/, '')) === 'other') return true;
  return SITE_FILES.test(name) || SITE_ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

function emptyDraft(file: string): Draft {
  return {
    file,
    format: 'unknown',
    talks: [],
    oneTalkAFile: false,
    trackNames: {},
    conferenceName: undefined,
    problems: [],
  };
}

const NOT_TEXT = 'This is not a text file; it was left out.';
const EXPECTED_OF_SITE_FILES: readonly string[] = [NOT_A_PROGRAMME, NOT_TEXT];

/** Returns a message if the file is not text. */
function explainBinary(bytes: Uint8Array): string | undefined {
  if (bytes.every(byte => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)))
    return 'The file is empty; it was left out.';
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === '%PDF') return 'This is a PDF; it was left out.';
  if (start === 'PK\x03\x04')
    return 'This is an office document or a zip file; it was left out. Save the sheet as CSV.';
  const isUtf16 = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  return !isUtf16 && bytes.includes(0) ? NOT_TEXT : undefined;
}
