import { isCollection, isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { isZone } from '../../importers/reading/zones.ts';
import type { CsvMapping } from '../../importers/rows/mapping.ts';
import type { Conference, Fact } from '../../programme/conference.ts';
import type { Problem } from '../../programme/problem.ts';
import { readCsvSettings } from './csv-setting.ts';
import { readRooms } from './rooms-setting.ts';
import { type Complain, describeUnknownName, offsetOf, settingName, suggestName } from './setting.ts';
import { readSources, type Source } from './source-setting.ts';
import { listYamlMistakes } from './yaml-mistakes.ts';

/** The defaults of a conference. A session that begins before five belongs to the evening before. */
export function unnamedConference(folder: string): Conference {
  return {
    name: undefined,
    timeZone: undefined,
    dayStart: '05:00',
    url: undefined,
    folder,
    trackNames: {},
    facts: [],
    roomLinks: [],
    sample: false,
  };
}

export const CONFERENCE_FILES: readonly string[] = ['conference.yml', 'conference.yaml'];

export function isConferenceFile(path: string): boolean {
  return /(^|\/)conference\.ya?ml$/.test(path);
}

/** The content of a `conference.yml`. */
export interface ConferenceFile {
  readonly conference: Conference;
  /** Web addresses where more of the programme is. */
  readonly sources: readonly Source[];
  /** How sheets are to be read that do not say it themselves. */
  readonly csv?: CsvMapping | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a `conference.yml`. Each mistake is a problem with its line, and the default stands in for what is wrong: a
 * broken file never hides the talks.
 */
export function readConferenceFile(
  text: string,
  { path, folder }: { readonly path: string; readonly folder: string },
): ConferenceFile {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const complain = (offset: number | undefined, message: string) => {
    const line = offset === undefined ? undefined : lines.linePos(offset).line;
    problems.push({ severity: 'error', file: path, line, item: undefined, message });
  };
  if (isExcessive(text)) {
    complain(undefined, 'This is too large for a conference.yml; it was left out.');
    return { conference: unnamedConference(folder), sources: [], problems };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const wrongLines = new Set<number>();
  for (const { offset, message, isLast } of listYamlMistakes(document)) {
    const { line } = lines.linePos(offset);
    if (!wrongLines.has(line)) complain(offset, message);
    wrongLines.add(line);
    wrongLines.add(lines.linePos(startOfSetting(document.contents, offset)).line);
    if (isLast) break;
  }
  const { contents } = document;
  // A value that is no YAML is wrong in another way, too; said once, it is said.
  const complainOnce: Complain = (offset, message) => {
    const isKnown = offset === undefined ? wrongLines.size > 0 : wrongLines.has(lines.linePos(offset).line);
    if (!isKnown) complain(offset, message);
  };
  if (contents !== null && !isMap(contents))
    complain(contents.range?.[0], 'This should be lines such as "name: Our Conference"; it was left out.');
  const conference = isMap(contents) ? readFields(contents, complainOnce) : {};
  const sources = readSources(contents, {
    complain: complainOnce,
    lineOf: offset => lines.linePos(offset).line,
  });
  const csv = readCsvSettings(contents, complainOnce);
  return { conference: { ...unnamedConference(folder), ...conference }, sources, csv, problems };
}

/** The place of the name of the setting in which `offset` is; `offset` itself if it is in none. */
function startOfSetting(contents: unknown, offset: number): number {
  const starts = isMap(contents) ? contents.items.flatMap(({ key }) => offsetOf(key) ?? []) : [];
  return starts.findLast(start => start <= offset) ?? offset;
}

/** The parser recurses, and what is nested thousands of levels deep ends the whole process, not just the parsing. */
function isExcessive(text: string): boolean {
  return (
    text.length > 64 * 1024 ||
    (text.match(/[[{]/g)?.length ?? 0) > 200 ||
    /^[ \t]*(?:[-?:][ \t]+){10}/m.test(text) ||
    /^ {200}/m.test(text)
  );
}

const text = z
  .union([z.string(), z.number()])
  .transform(value => String(value).trim())
  .pipe(z.string().min(1));

/** Each field's form, and what to say where it has another. */
const FIELDS = {
  name: { schema: text, expected: 'should be the name of the conference' },
  timeZone: {
    schema: z.string().refine(isTimeZone),
    expected: 'should be an IANA time zone such as "Europe/Madrid"',
  },
  dayStart: {
    schema: z
      .string()
      .regex(/^([01]?\d|2[0-3]):[0-5]\d$/)
      .transform(time => time.padStart(5, '0')),
    expected: 'should be a time such as "05:00"',
  },
  url: {
    schema: z.url({ protocol: /^https?$/ }),
    expected: 'should be a web address that begins with https://',
  },
  feedback: { schema: z.boolean(), expected: 'should be true or false' },
  sample: { schema: z.boolean(), expected: 'should be true or false' },
} as const;

/** The names of all settings of a `conference.yml`, each with a section of its own in docs/conference-yml.md. */
export const CONFERENCE_SETTINGS: readonly string[] = [
  ...Object.keys(FIELDS),
  'tracks',
  'facts',
  'rooms',
  'sources',
  'csv',
];

function readFields(map: YAMLMap, complain: Complain): Partial<Conference> {
  const found: Record<string, unknown> = {};
  for (const { key, value } of map.items) {
    const name = settingName(key);
    const at = isScalar(key) ? key.range?.[0] : undefined;
    if (name === 'sources' || name === 'csv') continue;
    if (name === 'rooms') found.roomLinks = readRooms(value, at, complain);
    else if (name === 'facts') found.facts = readFacts(value, at, complain);
    else if (name === 'tracks') found.trackNames = readTrackNames(value, at, complain);
    else if (!isField(name))
      complain(at, describeUnknownName(name, 'is not a setting of a conference', CONFERENCE_SETTINGS));
    else {
      const read = FIELDS[name].schema.safeParse(isScalar(value) ? value.value : value);
      if (read.success) found[name] = read.data;
      else {
        complain(at, describeMistake(name, value));
        if (name === 'timeZone') found.isZoneMistaken = true;
      }
    }
  }
  return found;
}

function readTrackNames(value: unknown, at: number | undefined, complain: Complain): Record<string, string> {
  if (isScalar(value) && value.value === null) return {};
  if (!isMap(value)) {
    complain(at, '"tracks" should be lines such as "68: Operations" below it; it was left out.');
    return {};
  }
  const names = value.items.map(({ key, value: name }): [string, string] | undefined => {
    const read = text.safeParse(isScalar(name) ? name.value : name);
    if (read.success) return [settingName(key), read.data];
    complain(
      isScalar(key) ? key.range?.[0] : at,
      `The track "${settingName(key)}" should have a name; its folder's name is used.`,
    );
    return undefined;
  });
  return Object.fromEntries(names.filter(name => name !== undefined));
}

const factSchema = z.array(z.object({ asked: z.array(text).min(1), answer: text }));

function readFacts(value: unknown, at: number | undefined, complain: Complain): readonly Fact[] {
  if (isScalar(value) && value.value === null) return [];
  const read = factSchema.safeParse(isCollection(value) ? value.toJSON() : undefined);
  if (read.success) return read.data;
  complain(
    at,
    '"facts" should be a list such as "- { asked: [lunch, food], answer: Lunch is at 12:30. }"; it was left out.',
  );
  return [];
}

function isField(name: string): name is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, name);
}

function describeMistake(name: keyof typeof FIELDS, value: unknown): string {
  const { expected } = FIELDS[name];
  if (!isScalar(value)) return `"${name}" ${expected} and is a list or a group. It was left out.`;
  const written = value.source ?? String(value.value);
  if (name === 'timeZone' && FIXED_ZONES.test(written))
    return `"${written}" has no summer time; "timeZone" ${expected}. It was left out.`;
  const meant = name === 'timeZone' ? suggestZone(written) : undefined;
  return `"${name}" ${expected} and is "${written}"${meant ? `; did you mean "${meant}"?` : '.'} It was left out.`;
}

function suggestZone(written: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  return suggestName(written, zones) ?? zones.find(zone => zone.endsWith(`/${written}`));
}

/** Names of offsets that clocks look like in winter alone. */
const FIXED_ZONES = /^(EST|MST|HST)$/i;

function isTimeZone(name: string): boolean {
  return isZone(name) && !FIXED_ZONES.test(name);
}
