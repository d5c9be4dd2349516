import { decode } from '../importers/decode.ts';
import type { ImportOptions } from '../importers/format.ts';
import { type ImportFile, importHere } from '../importers/import-aside.ts';
import type { Draft } from '../programme/joining/draft.ts';
import { FILE_BYTES_MAX } from './data-files.ts';
import { isPage, scheduleAddresses } from './discover.ts';
import { type Failure, type Fetch, fetchSource, leadsInward, type SourceRequest } from './fetch-source.ts';
import { type GatheredPages, gatherPages } from './pages.ts';
import type { NamedSource, Source } from './settings/source-setting.ts';

export interface Question {
  /** The address of a programme, or of a page that links to one. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The name of the place in problems and talks. */
  readonly path: string;
  /** How it is to be read. */
  readonly settings?: ImportOptions | undefined;
  /** Marks of the answer that is known already, and the address that it came from. */
  readonly known?: Marks | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly fetch: Fetch;
  readonly importFile?: ImportFile | undefined;
  readonly timeoutMs?: number | undefined;
}

/** The address of bytes, and the marks that the server gave them. */
export interface Marks {
  readonly address: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

export type ProgrammeAnswer =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'fresh'; readonly draft: Draft; readonly bytes: Uint8Array; readonly marks: Marks }
  | Failure;

const TIMEOUT_MS = 30_000;

/** Asks a web address for a programme. If it is that of a page for people, the links of the page are asked. */
export async function askSource(question: Question): Promise<ProgrammeAnswer> {
  const { url, known } = question;
  if (known !== undefined && known.address !== url) {
    const answer = await fetchProgramme(known.address, question, known);
    if (answer.kind !== 'failed' && answer.kind !== 'page') return answer;
    // The programme is no longer where the page led to; the page may know where it went.
  }
  const answer = await fetchProgramme(url, question, known?.address === url ? known : undefined);
  return answer.kind === 'page' ? followPage(answer, question) : answer;
}

interface Page {
  readonly kind: 'page';
  readonly html: string;
  readonly url: string;
}

async function fetchProgramme(
  address: string,
  question: Question,
  known?: Marks,
): Promise<ProgrammeAnswer | Page> {
  const answer = await fetchSource(createRequest(address, question, known), question.fetch);
  if (answer.kind !== 'fresh') return answer;
  const { bytes, url, etag, lastModified } = answer;
  const { text } = decode(bytes.subarray(0, 4 * 2 ** 20));
  if (isPage(text)) return { kind: 'page', html: text, url };
  const pages = await gatherPages(answer, next =>
    fetchSource(createRequest(next, question, undefined), question.fetch),
  );
  if (pages !== undefined) return takePages(pages, address, question);
  const draft = await importAnswer(bytes, question);
  const page = draft.page && { ...draft.page, reason: 'The answer names no next page.' };
  return { kind: 'fresh', draft: { ...draft, page }, bytes, marks: { address, etag, lastModified } };
}

/** The marks of the first page say nothing of the others, so none are kept. */
async function takePages(
  { bytes, page }: GatheredPages,
  address: string,
  question: Question,
): Promise<ProgrammeAnswer> {
  const draft = await importAnswer(bytes, question);
  const marks = { address, etag: undefined, lastModified: undefined };
  return { kind: 'fresh', draft: { ...draft, page }, bytes, marks };
}

function importAnswer(
  bytes: Uint8Array,
  { path, settings, importFile = importHere }: Question,
): Promise<Draft> {
  return importFile({ path, bytes }, settings);
}

/** Returns the answer of the first linked address that has talks, or else the last answer. */
async function followPage({ html, url }: Page, question: Question): Promise<ProgrammeAnswer> {
  const { host } = new URL(url);
  let last: ProgrammeAnswer = {
    kind: 'failed',
    message: `The page at ${host} has no link to a programme; give the address of its schedule.xml, or of another export.`,
  };
  const addresses = scheduleAddresses(html, url).filter(
    address => !leadsInward(new URL(address), new URL(question.url)),
  );
  for (const address of addresses) {
    const answer = await fetchProgramme(address, question);
    if (answer.kind === 'page') continue;
    if (answer.kind === 'fresh' && answer.draft.talks.length > 0) return answer;
    if (last.kind !== 'fresh') last = answer;
  }
  return last;
}

/** The headers were given for the asked server: what its page links elsewhere is asked without them. */
function createRequest(address: string, question: Question, known: Marks | undefined): SourceRequest {
  const isOwn = new URL(address).origin === new URL(question.url).origin;
  return {
    url: address,
    headers: isOwn ? question.headers : {},
    etag: known?.etag,
    lastModified: known?.lastModified,
    timeoutMs: question.timeoutMs ?? TIMEOUT_MS,
    bytesMax: FILE_BYTES_MAX,
    signal: question.signal,
  };
}

/** Returns the value of an environment variable; undefined if it is not set. */
export type Variable = (name: string) => string | undefined;

/** Lectern's own credentials go to nobody else, whatever a `conference.yml` says. */
const OWN = /^(SLACK_|DATABASE_URL$)/;

/**
 * Replaces `$NAME` in headers by the value of that environment variable. If one is missing or unusable, the `mistake` is
 * a sentence without its full stop that names the variable and never its value.
 */
export function fillHeaders(
  { headers }: Pick<Source, 'headers'>,
  variable: Variable,
): { readonly headers: Readonly<Record<string, string>> } | { readonly mistake: string } {
  const filled: Record<string, string> = {};
  for (const [header, written] of Object.entries(headers)) {
    const names = [...written.matchAll(NAMED)].map(match => match[1] ?? '');
    const mistake = names.map(name => findMistake(name, variable(name))).find(found => found !== undefined);
    if (mistake !== undefined) return { mistake };
    filled[header] = written.replace(NAMED, (_, name: string) => variable(name)?.trim() ?? '');
  }
  return { headers: filled };
}

const NAMED = /\$([A-Za-z_]\w*)/g;

function findMistake(name: string, value: string | undefined): string | undefined {
  if (OWN.test(name)) return `A header names ${name}, which belongs to Lectern and is never sent to a source`;
  if (value === undefined || value.trim() === '')
    return `A header names the environment variable ${name}, which is not set`;
  if (!/^[\x20-\x7e]+$/.test(value.trim()))
    return `The environment variable ${name} must have plain letters on one line only`;
  return undefined;
}

/** The means to ask a source that a `conference.yml` names. */
export interface Web {
  readonly fetch: Fetch;
  readonly variable: Variable;
  /** Reads the answers; here and now without it. */
  readonly importFile?: ImportFile | undefined;
}

/** Asks a named source, with the values of environment variables in its headers. */
export async function askNamedSource(
  { source, path, settings }: NamedSource,
  { variable, ...given }: Web & Pick<Question, 'known' | 'signal'>,
): Promise<ProgrammeAnswer> {
  const filled = fillHeaders(source, variable);
  if ('mistake' in filled) return { kind: 'failed', message: `${filled.mistake}.` };
  return askSource({ ...given, url: source.url, headers: filled.headers, path, settings });
}
