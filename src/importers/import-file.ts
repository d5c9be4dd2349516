import type { Draft } from '../programme/draft.ts';
import { abstracts } from './abstracts.ts';
import { decode } from './decode.ts';
import type { Format } from './format.ts';
import { pretalxWidget } from './pretalx-widget.ts';
import { reportOn } from './report.ts';
import { scheduleCsv } from './schedule-csv.ts';
import { sphinxIndex } from './sphinx-index.ts';

/** In the order in which they are tried: the more a form demands, the earlier it comes. */
const FORMATS: readonly Format[] = [sphinxIndex, abstracts, pretalxWidget, scheduleCsv];

/** Reads a programme file of any form that Lectern knows. `path` is relative to DATA_DIR, parted by `/`. */
export function importFile({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): Draft {
  const foreign = foreignKind(bytes);
  if (foreign !== undefined)
    return refused(path, `${foreign}; it was left out. Lectern reads ${readable()}.`);
  const { text, doubt } = decode(bytes);
  const format = FORMATS.find(candidate => candidate.recognises(text));
  if (format === undefined)
    return refused(
      path,
      `This is no programme that Lectern knows; it was left out. Lectern reads ${readable()}.`,
    );
  const report = reportOn(path);
  if (doubt !== undefined) report.warn({}, doubt);
  const { problems, ...reading } = format.read(text, path);
  return { ...empty(path), format: format.name, ...reading, problems: [...report.problems, ...problems] };
}

function readable(): string {
  return FORMATS.map(format => format.description).join('; ');
}

function refused(path: string, message: string): Draft {
  const report = reportOn(path);
  report.fail({}, message);
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
