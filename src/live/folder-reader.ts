import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ImportFile, importHere } from '../importers/import-aside.ts';
import { type ImportMany, importManyHere } from '../importers/import-beside.ts';
import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import { type FoundFile, findFiles, readDataFile, stampOf } from '../sources/data-files.ts';
import {
  CONFERENCE_FILES,
  type ConferenceFile,
  isConferenceFile,
} from '../sources/settings/conference-file.ts';
import { inChunks } from '../text/keys.ts';
import { compactDrafts } from './compact-draft.ts';
import { type Explained, explainBy, UNEXPLAINED } from './explained.ts';
import { type ImportedFile, importAgain } from './import-again.ts';
import type { KeptDrafts } from './keep/kept-drafts.ts';

/** The content of a data folder's files, by path. */
export interface FolderContent {
  readonly settings: readonly (ConferenceFile & { readonly path: string })[];
  readonly drafts: readonly Draft[];
  /** Problems of what could not be looked into. */
  readonly problems: readonly Problem[];
}

/** Receives how many of the programme files that are to be read have been read. */
export type Progress = (done: number, all: number) => void;

/** Well below the number of files that systems let one program hold open. */
const AT_ONCE = 32;

/** How files are read; here and now unless it is said. */
export interface Importers {
  /** Reads files that change after the first look. */
  readonly importFile?: ImportFile | undefined;
  /** Reads those that are there at the first look. */
  readonly importMany?: ImportMany | undefined;
  /** Has drafts of files that the start before read. */
  readonly keptDrafts?: KeptDrafts | undefined;
  /** Whether one file is read with the `conference.yml` beside it. */
  readonly isWithSettings?: boolean | undefined;
}

/** Returns a reader of a folder, or of one file. Throws if there is nothing. */
export async function openFolder(dataDir: string, importers: Importers = {}): Promise<FolderReader> {
  try {
    await stat(dataDir);
  } catch (cause) {
    throw new Error(
      `There is nothing at ${dataDir}. Check the spelling, or set DATA_DIR to the folder with the programme's files.`,
      { cause },
    );
  }
  return new FolderReader(dataDir, importers);
}

/**
 * Reads a data folder as often as it is asked to look, and each time only the files that changed. The first look takes
 * all files as they are. After that a file that changed, came or went is believed only when the next look finds it so
 * too: until then somebody may be writing it.
 */
export class FolderReader {
  readonly #dataDir: string;
  readonly #importFile: ImportFile;
  readonly #importMany: ImportMany;
  readonly #keptDrafts: KeptDrafts | undefined;
  readonly #beside: readonly string[];
  readonly #files = new Map<string, ReadFile>();
  /** The stamp of each file by location, as the last look found it; undefined before the first. */
  #seen: ReadonlyMap<string, string> | undefined;
  #problems: readonly Problem[] = [];
  #explain: (path: string) => Explained = () => UNEXPLAINED;

  constructor(
    dataDir: string,
    { importFile = importHere, importMany = importManyHere, keptDrafts, isWithSettings = false }: Importers,
  ) {
    this.#dataDir = dataDir;
    this.#importFile = importFile;
    this.#importMany = importMany;
    this.#keptDrafts = keptDrafts;
    this.#beside = isWithSettings ? CONFERENCE_FILES : [];
  }

  /** Returns true if the content is another one than before. A file that cannot be read is a problem. */
  async look(progress: Progress = () => {}): Promise<boolean> {
    const { files, problems } = await findFiles(this.#dataDir, {
      isAtOnce: this.#isFirstLook,
      beside: this.#beside,
    });
    const stamps = new Map(files.map(({ location, stamp }) => [location, stamp]));
    const changed = new Set(files.filter(file => this.#hasChanged(file)));
    const isFileGone = this.#dropGone(stamps, problems);
    const isProblemNew = JSON.stringify(problems) !== JSON.stringify(this.#problems);
    const [settings, others] = partition(files, ({ path }) => isConferenceFile(path));
    const isSettingNew = await this.#takeAll(settings.filter(file => changed.has(file)));
    this.#explain = explainBy(
      [...this.#files.values()].flatMap(file => ('settings' in file ? file.settings.shown : [])),
    );
    const fresh = others.filter(file => changed.has(file) || this.#isExplainedAnew(file));
    const isDraftNew = this.#isFirstLook
      ? await this.#takeFirst(fresh, progress)
      : await this.#takeAll(fresh, { progress });
    this.#seen = stamps;
    this.#problems = problems;
    return isFileGone || isProblemNew || isSettingNew || isDraftNew;
  }

  content(): FolderContent {
    const settings: FolderContent['settings'][number][] = [];
    const drafts: Draft[] = [];
    for (const file of this.#inOrder()) {
      if ('draft' in file) drafts.push(file.draft.shown);
      else settings.push({ ...file.settings.shown, path: file.path });
    }
    return { settings, drafts, problems: this.#problems };
  }

  /** Nobody is answered before it has ended. */
  get #isFirstLook(): boolean {
    return this.#seen === undefined;
  }

  #hasChanged({ location, stamp }: FoundFile): boolean {
    const isSettled = this.#seen === undefined || this.#seen.get(location) === stamp;
    return isSettled && this.#files.get(location)?.stamp !== stamp;
  }

  /** A sheet is read anew if its conference.yml explains it otherwise. */
  #isExplainedAnew({ location, path }: FoundFile): boolean {
    const file = this.#files.get(location);
    return file !== undefined && file.explained !== this.#explain(path).explained;
  }

  /** Returns true if a file that two looks in a row did not find was dropped. */
  #dropGone(stamps: ReadonlyMap<string, string>, problems: readonly Problem[]): boolean {
    const gone = [...this.#files].filter(
      ([location, { path }]) =>
        !stamps.has(location) && !this.#seen?.has(location) && !isHidden(path, problems),
    );
    for (const [location] of gone) this.#files.delete(location);
    return gone.length > 0;
  }

  /** The first look waits for no file before it has begun the next. */
  async #takeFirst(files: readonly FoundFile[], progress: Progress): Promise<boolean> {
    const kept = this.#keptDrafts;
    const { importFile, end } = this.#importMany(files.length - (kept?.open() ?? 0));
    const compact = compactDrafts();
    const importCompact: ImportFile = async (file, options) => compact(await importFile(file, options));
    try {
      const importNew = kept?.before(importCompact, compact) ?? importCompact;
      return await this.#takeAll(files, { importFile: importNew, progress });
    } finally {
      await end();
    }
  }

  /** Returns true if the content of one of the files is new. */
  async #takeAll(
    files: readonly FoundFile[],
    {
      importFile = this.#importFile,
      progress = () => {},
    }: { readonly importFile?: ImportFile; readonly progress?: Progress } = {},
  ): Promise<boolean> {
    let done = 0;
    const take = async (file: FoundFile) => {
      const isNew = await this.#take(file, importFile);
      done += 1;
      progress(done, files.length);
      return isNew;
    };
    const taking: Promise<boolean[]>[] = [];
    for (const some of inChunks(files, AT_ONCE)) {
      const chunk = Promise.all(some.map(take));
      taking.push(chunk);
      // It is awaited with all others; one that fails before is not unhandled.
      chunk.catch(() => {});
      if (!this.#isFirstLook) await chunk;
      await nextTurn();
    }
    return (await Promise.all(taking)).flat().includes(true);
  }

  async #take(found: FoundFile, importFile: ImportFile): Promise<boolean> {
    const read = await readDataFile(found, { isAtOnce: this.#isFirstLook });
    if (!this.#isFirstLook && 'bytes' in read && (await isWritten(found))) return false;
    const { location, path, stamp } = found;
    const before = this.#files.get(location);
    const digest = 'bytes' in read ? createHash('sha256').update(read.bytes).digest('hex') : undefined;
    const { options, explained } = isConferenceFile(path) ? UNEXPLAINED : this.#explain(path);
    // Touched, copied or saved again, but with the same text.
    const isSame = digest !== undefined && before?.digest === digest && before.explained === explained;
    const isEnded = 'bytes' in read && read.bytes.at(-1) === LINE_BREAK;
    const importing = { path, before, options, isEnded, importFile };
    const imported = isSame ? before : await importAgain(read, importing);
    const isKept =
      'draft' in imported && before && 'draft' in before && imported.draft.good === before.draft.good;
    const file = { ...imported, path, stamp, digest, explained };
    this.#files.set(location, { ...file, isEnded: isKept ? before.isEnded : isEnded });
    return !isSame;
  }

  /** The files as the folder has them, since the order decides if two differ; those missing for a moment come last. */
  *#inOrder(): Iterable<ReadFile> {
    const seen = this.#seen ?? new Map<string, string>();
    for (const location of seen.keys()) {
      const file = this.#files.get(location);
      if (file !== undefined) yield file;
    }
    for (const [location, file] of this.#files) if (!seen.has(location)) yield file;
  }
}

type ReadFile = ImportedFile & {
  readonly path: string;
  readonly stamp: string;
  /** A hash of its bytes; undefined if they could not be read. */
  readonly digest: string | undefined;
  /** The settings of `conference.yml` with which it was read, as JSON. */
  readonly explained: string;
  /** True if a line break was at the end of its good version. */
  readonly isEnded: boolean;
};

const LINE_BREAK = 0x0a;

/** Whether a file was written since it was found, so that what was read may be half of it. */
async function isWritten({ location, stamp }: FoundFile): Promise<boolean> {
  try {
    return stampOf(await stat(location)) !== stamp;
  } catch {
    return true;
  }
}

/** A folder that cannot be opened for a while takes none of its files with it. */
function isHidden(path: string, problems: readonly Problem[]): boolean {
  return problems.some(({ file }) => file === '' || file === path || path.startsWith(`${file}/`));
}

function partition<T>(
  all: readonly T[],
  isFirst: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))];
}
