import type { Draft } from '../programme/draft.ts';
import { abstracts } from './abstracts.ts';
import { decode } from './decode.ts';
import { europython } from './europython.ts';
import type { Format, ImportSettings } from './format.ts';
import { frabJson } from './frab-json.ts';
import { frabXml } from './frab-xml.ts';
import { frontMatter } from './front-matter.ts';
import { icalendar } from './icalendar.ts';
import { jsonMistake } from './json.ts';
import { lecternJson } from './lectern-json.ts';
import { pretalxApi } from './pretalx-api.ts';
import { pretalxWidget } from './pretalx-widget.ts';
import { reportOn } from './report.ts';
import { scheduleCsv } from './schedule-csv.ts';
import { schedule2Json } from './schedule2-json.ts';
import { sessionizeAll } from './sessionize-all.ts';
import { sessionizeGrid } from './sessionize-grid.ts';
import { sessionizeSessions } from './sessionize-sessions.ts';
import { sessionizeSpeakers } from './sessionize-speakers.ts';
import { sphinxIndex } from './sphinx-index.ts';
import { yamlList } from './yaml-list.ts';

/** In the order in which they are tried: the more a form demands, the earlier it comes. */
const FORMATS: readonly Format[] = [
  frabXml,
  icalendar,
  frabJson,
  schedule2Json,
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
  yamlList,
  scheduleCsv,
];

/** Reads a programme file of any form that Lectern knows. `path` is relative to DATA_DIR, parted by `/`. */
export function importFile(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  settings: ImportSettings = {},
): Draft {
  const foreign = foreignKind(bytes);
  if (foreign !== undefined)
    return refused(path, `${foreign}; it was left out. Lectern reads ${readable()}.`);
  const { text, doubt } = decode(bytes);
  const format = FORMATS.find(candidate => candidate.recognises(text, settings));
  if (format === undefined) {
    const { line, message } = jsonMistake(text) ?? { message: unknown() };
    return refused(path, message, line);
  }
  const report = reportOn(path);
  if (doubt !== undefined) report.warn({}, doubt);
  const { problems, ...reading } = format.read(text, path, settings);
  return { ...empty(path), format: format.name, ...reading, problems: [...report.problems, ...problems] };
}

function unknown(): string {
  return `This is no programme that Lectern knows; it was left out. Lectern reads ${readable()}.`;
}

function readable(): string {
  return FORMATS.map(format => format.description).join('; ');
}

function refused(path: string, message: string, line?: number): Draft {
  const report = reportOn(path);
  report.fail({ line }, message);
  return { ...empty(path), problems: report.problems };
}

function empty(file: string): Draft {
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

/** What a file is that is no text at all, as the beginning of a sentence. */
function foreignKind(bytes: Uint8Array): string | undefined {
  if (bytes.every(byte => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return 'The file is empty';
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === '%PDF') return 'This is a PDF';
  if (start === 'PK\x03\x04') return 'This is an office document or a zip file; save the sheet as CSV';
  const isUtf16 = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  return !isUtf16 && bytes.includes(0) ? 'This is no text' : undefined;
}
