import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { ImportOptions } from '../../importers/format.ts';
import type { CsvMapping } from '../../importers/rows/mapping.ts';
import { folderOf } from '../../programme/conference.ts';
import { type Complain, describeUnknownName, findSetting, offsetOf, settingName } from './setting.ts';

/** A web address where a conference publishes its programme, or a page that leads to it. */
export interface Source {
  readonly url: string;
  readonly everyMs: number;
  /** As written: `$NAME` stands for an environment variable, whose value is looked up only when the source is asked. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its line in the `conference.yml`. */
  readonly line: number;
}

export interface Reporting {
  /** Messages may be shown to anyone: they repeat no address and no header, since both may hold a secret. */
  readonly complain: Complain;
  lineOf(offset: number): number;
}

const EVERY_MS_DEFAULT = 10 * 60_000;
const EVERY_MS_MIN = 30_000;
const EVERY_MS_MAX = 24 * 3_600_000;

/** The `sources` of a `conference.yml`; one with a wrong address is left out, and defaults stand in for what else is wrong. */
export function readSources(settings: unknown, reporting: Reporting): readonly Source[] {
  const pair = findSetting(settings, 'sources');
  const list = pair?.value;
  if (pair === undefined || (isScalar(list) && list.value === null)) return [];
  if (!isSeq(list)) {
    reporting.complain(
      offsetOf(pair.key),
      '"sources" should be a list such as [{ url: https://example.org/schedule.xml }]; it was left out.',
    );
    return [];
  }
  return dropDuplicates(list.items.flatMap(item => readSource(item, reporting) ?? []));
}

/** A source that stands there twice is asked once. */
function dropDuplicates(sources: readonly Source[]): readonly Source[] {
  const keyOf = ({ url, headers }: Source) => JSON.stringify([url, headers]);
  return [...new Map([...sources].reverse().map(source => [keyOf(source), source])).values()].reverse();
}

/** An address alone is enough: `sources: [https://example.org/schedule.xml]`. */
function readSource(item: unknown, reporting: Reporting): Source | undefined {
  const at = offsetOf(item) ?? 0;
  const fields = isMap(item) ? item : undefined;
  for (const { key } of fields?.items ?? []) {
    const name = settingName(key);
    if (!SOURCE_SETTINGS.includes(name))
      reporting.complain(
        offsetOf(key) ?? at,
        describeUnknownName(name, 'is not a setting of a source', SOURCE_SETTINGS),
      );
  }
  const found = (name: string) => findSetting(item, name)?.value;
  const url = readUrl(fields === undefined ? item : found('url'), { at, reporting });
  const everyMs = readEvery(found('every'), { at, reporting });
  const headers = readHeaders(found('headers'), { at, reporting });
  return url === undefined ? undefined : { url, everyMs, headers, line: reporting.lineOf(at) };
}

/** The names of all settings of a source, each with a section of its own in docs/conference-yml.md. */
export const SOURCE_SETTINGS: readonly string[] = ['url', 'every', 'headers'];

interface Place {
  readonly at: number;
  readonly reporting: Reporting;
}

const address = z.url({ protocol: /^https?$/ });

function readUrl(node: unknown, { at, reporting }: Place): string | undefined {
  const read = address.safeParse(isScalar(node) ? node.value : undefined);
  const offset = offsetOf(node) ?? at;
  if (!read.success) {
    reporting.complain(
      offset,
      'A source needs a "url" that begins with https:// or http://. The source was left out.',
    );
    return undefined;
  }
  const { username, password } = new URL(read.data);
  if (username === '' && password === '') return read.data;
  reporting.complain(
    offset,
    'The "url" of a source holds a name or password; put them into "headers". The source was left out.',
  );
  return undefined;
}

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

const interval = z
  .string()
  .regex(/^\d{1,6} ?[smh]$/)
  .transform(text => Number.parseInt(text, 10) * UNIT_MS[text.slice(-1) as keyof typeof UNIT_MS])
  .pipe(z.number().min(EVERY_MS_MIN).max(EVERY_MS_MAX));

function readEvery(node: unknown, { at, reporting }: Place): number {
  if (node === undefined) return EVERY_MS_DEFAULT;
  const read = interval.safeParse(isScalar(node) ? node.value : undefined);
  if (read.success) return read.data;
  reporting.complain(
    offsetOf(node) ?? at,
    '"every" should be a time from 30s to 24h, such as 30s, 10m or 2h; 10m is used.',
  );
  return EVERY_MS_DEFAULT;
}

/** «field-name = token», RFC 9110 5.1; a value is visible characters and spaces. */
const header = z.object({
  name: z.string().regex(/^[!#$%&'*+.^`|~\w-]+$/),
  value: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^[\x20-\x7e]+$/)),
});

function readHeaders(node: unknown, { at, reporting }: Place): Record<string, string> {
  if (node === undefined || (isScalar(node) && node.value === null)) return {};
  if (!isMap(node)) {
    reporting.complain(
      offsetOf(node) ?? at,
      '"headers" should be lines such as "Authorization: $PRETALX_TOKEN"; they were left out.',
    );
    return {};
  }
  return Object.fromEntries(node.items.flatMap(item => readHeader(item, { at, reporting })));
}

function readHeader({ key, value }: YAMLMap['items'][number], { at, reporting }: Place): [string, string][] {
  const read = header.safeParse({ name: settingName(key), value: isScalar(value) ? value.value : undefined });
  if (read.success) return [[read.data.name, read.data.value]];
  const which = header.shape.name.safeParse(settingName(key)).success
    ? `The header "${settingName(key)}"`
    : 'A header';
  reporting.complain(
    offsetOf(key) ?? at,
    `${which} needs a name and a text of plain letters on one line; it was left out.`,
  );
  return [];
}

/** A source, and where it is named. */
export interface NamedSource {
  readonly source: Source;
  /** Its name in problems and talks: its host's, beside the `conference.yml`. The rest of an address may be a secret. */
  readonly path: string;
  /** How its answers are to be read. */
  readonly settings: ImportOptions;
  /** Another one as soon as it is to be asked in another way; its line may change. */
  readonly key: string;
  readonly settingsPath: string;
}

/** A `conference.yml` and where it lies. */
export interface PlacedSettings {
  readonly path: string;
  readonly sources: readonly Source[];
  readonly csv?: CsvMapping | undefined;
  readonly conference?: { readonly timeZone: string | undefined } | undefined;
}

export function namedSources({
  sources,
  csv,
  conference,
  path: settingsPath,
}: PlacedSettings): readonly NamedSource[] {
  const settings: ImportOptions = { csv, timeZone: conference?.timeZone };
  const times = new Map<string, number>();
  return sources.map(source => {
    const { hostname } = new URL(source.url);
    const count = (times.get(hostname) ?? 0) + 1;
    times.set(hostname, count);
    const name = count === 1 ? hostname : `${hostname}-${count}`;
    const path = [folderOf(settingsPath), name].filter(part => part !== '').join('/');
    const { line: _, ...asked } = source;
    const key = JSON.stringify([path, settingsPath, asked, settings]);
    return { key, source, settings, settingsPath, path };
  });
}
