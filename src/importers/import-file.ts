import type { Draft } from '../programme/joining/draft.ts';
import { abstracts } from './abstracts/abstracts.ts';
import { sphinxIndex } from './abstracts/sphinx-index.ts';
import { scheduleCsv } from './csv/schedule-csv.ts';
import { europython } from './europython/europython.ts';
import type { Format, ImportSettings } from './format.ts';
import { frabJson } from './frab/frab-json.ts';
import { frabXml } from './frab/frab-xml.ts';
import { schedule2Json } from './frab/schedule2-json.ts';
import { icalendar } from './icalendar/icalendar.ts';
import { pretalxApi } from './pretalx/api.ts';
import { pretalxWidget } from './pretalx/widget.ts';
import { decode } from './reading/decode.ts';
import { jsonMistake } from './reading/json.ts';
import { isBesideProgrammes, NO_PROGRAMME } from './reading/no-programme.ts';
import { reportOn } from './reading/report.ts';
import { frontMatter } from './records/front-matter.ts';
import { gridCell } from './records/grid-cell.ts';
import { lecternJson } from './records/lectern-json.ts';
import { peopleList } from './records/people-list.ts';
import { yamlList } from './records/yaml-list.ts';
import { sessionizeAll } from './sessionize/all.ts';
import { sessionizeGrid } from './sessionize/grid.ts';
import { sessionizeSessions } from './sessionize/sessions.ts';
import { sessionizeSpeakers } from './sessionize/speakers.ts';

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
  peopleList,
  lecternJson,
  gridCell,
  yamlList,
  scheduleCsv,
];

/** Reads a programme file of any form that Lectern knows. `path` is relative to DATA_DIR, parted by `/`. */
export function importFile(
  { path, bytes }: { readonly path: string; readonly bytes: Uint8Array },
  settings: ImportSettings = {},
): Draft {
  const foreign = foreignKind(bytes);
  if (foreign !== undefined) return refused(path, foreign);
  const { text, doubt } = decode(bytes);
  const format = FORMATS.find(candidate => candidate.recognises(text, settings));
  if (format === undefined) {
    const mistake = jsonMistake(text);
    return refused(path, mistake?.message ?? NO_PROGRAMME, mistake?.line);
  }
  const report = reportOn(path);
  if (doubt !== undefined) report.warn({}, doubt);
  const { problems, ...reading } = format.read(text, path, settings);
  return { ...empty(path), format: format.name, ...reading, problems: [...report.problems, ...problems] };
}

/** A file of a website or of a repository is beside a programme by right; any other one was meant to be read. */
function refused(path: string, message: string, line?: number): Draft {
  const report = reportOn(path);
  if (isBesideProgrammes(path) && STRANGE.includes(message)) report.warn({ line }, message);
  else report.fail({ line }, message);
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

const NO_TEXT = 'This is no text; it was left out.';
const STRANGE: readonly string[] = [NO_PROGRAMME, NO_TEXT];

/** What a file is that is no text at all. */
function foreignKind(bytes: Uint8Array): string | undefined {
  if (bytes.every(byte => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)))
    return 'The file is empty; it was left out.';
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start === '%PDF') return 'This is a PDF; it was left out.';
  if (start === 'PK\x03\x04')
    return 'This is an office document or a zip file; it was left out. Save the sheet as CSV.';
  const isUtf16 = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  return !isUtf16 && bytes.includes(0) ? NO_TEXT : undefined;
}
