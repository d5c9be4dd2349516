import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { ImportOptions } from '../importers/format.ts';
import { importFile } from '../importers/import-file.ts';
import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import { AT_ONCE, type FileBytes, readFiles } from '../sources/read-files.ts';
import { type ConferenceFile, isConferenceFile } from '../sources/settings/conference-file.ts';
import { type FoundFile, stampOf, walk } from '../sources/walk.ts';
import { importSettings, readSettings } from './data-folder.ts';
import { type Mended, mendDraft, mendSettings } from './mend.ts';

/** The files of a data folder as they count now. */
export interface FolderContent {
  readonly settings: readonly (ConferenceFile & { readonly path: string })[];
  readonly drafts: readonly Draft[];
  /** Problems that belong to no file that could be read. */
  readonly problems: readonly Problem[];
}

/** Reads a data folder again and again, and of it only the files that changed. */
export interface FolderReader {
  /** True where something else is in force now than before. */
  look(): Promise<boolean>;
  content(): FolderContent;
}

/**
 * The first look takes all files as they are. After that a file that changed, came or went is believed only when the
 * next look finds it so too: until then somebody may be writing it.
 */
export function folderReader(dataDir: string): FolderReader {
  const taken = new Map<string, TakenFile>();
  let seen: ReadonlyMap<string, string> | undefined;
  let problems: readonly Problem[] = [];

  let settingsFor: (path: string) => ImportOptions = () => ({});

  const take = async (found: FoundFile): Promise<boolean> => {
    const read = await readWhole(found);
    if (read === undefined) return false;
    const { location, path, stamp } = found;
    const before = taken.get(location);
    const digest = 'bytes' in read ? createHash('sha256').update(read.bytes).digest('hex') : undefined;
    const settings = isConferenceFile(path) ? {} : settingsFor(path);
    const explained = JSON.stringify(settings);
    // Touched, copied or saved again, but with the same text.
    const isSame = digest !== undefined && before?.digest === digest && before.explained === explained;
    taken.set(
      location,
      isSame
        ? { ...before, stamp }
        : { path, stamp, digest, explained, ...importAgain(read, before, settings) },
    );
    return !isSame;
  };

  const takeAll = async (files: readonly FoundFile[]): Promise<boolean> => {
    let isNew = false;
    for (let from = 0; from < files.length; from += AT_ONCE) {
      const took = await Promise.all(files.slice(from, from + AT_ONCE).map(take));
      isNew ||= took.includes(true);
    }
    return isNew;
  };

  return {
    look: async () => {
      const found = await walk(dataDir);
      const stamps = new Map(found.files.map(({ location, stamp }) => [location, stamp]));
      const before = seen;
      const changed = found.files.filter(
        ({ location, stamp }) =>
          taken.get(location)?.stamp !== stamp && (before === undefined || before.get(location) === stamp),
      );
      const gone = [...taken].filter(
        ([location, { path }]) =>
          !stamps.has(location) && !before?.has(location) && !isHidden(path, found.problems),
      );
      for (const [location] of gone) taken.delete(location);
      let isNew = gone.length > 0 || JSON.stringify(problems) !== JSON.stringify(found.problems);
      isNew = (await takeAll(changed.filter(({ path }) => isConferenceFile(path)))) || isNew;
      settingsFor = importSettings(
        [...taken.values()].flatMap(file => ('settings' in file ? file.settings.shown : [])),
      );
      // A sheet is read anew when its conference.yml explains it otherwise.
      const isExplainedAnew = ({ location, path }: FoundFile) => {
        const file = taken.get(location);
        return file !== undefined && file.explained !== JSON.stringify(settingsFor(path));
      };
      const others = found.files.filter(({ path }) => !isConferenceFile(path));
      isNew =
        (await takeAll(others.filter(file => changed.includes(file) || isExplainedAnew(file)))) || isNew;
      seen = stamps;
      problems = found.problems;
      return isNew;
    },
    content: () => {
      const files = inOrder(taken, seen ?? new Map());
      return {
        settings: files.flatMap(file =>
          'settings' in file ? { ...file.settings.shown, path: file.path } : [],
        ),
        drafts: files.flatMap(file => ('draft' in file ? file.draft.shown : [])),
        problems,
      };
    },
  };
}

type Imported = { readonly draft: Mended<Draft> } | { readonly settings: Mended<ConferenceFile> };
type TakenFile = Imported & {
  readonly path: string;
  readonly stamp: string;
  /** A hash of its bytes; undefined if they could not be read. */
  readonly digest: string | undefined;
  /** The settings of `conference.yml` with which it was read. */
  readonly explained: string;
};

/** A problem of the whole file is the same for any broken text. */
type Read = FileBytes | { readonly path: string; readonly problem: Problem };

/** Nothing where the file was written while it was read. */
async function readWhole(found: FoundFile): Promise<Read | undefined> {
  const { files, problems } = await readFiles([found]);
  const [problem] = problems;
  if (problem !== undefined) return { path: found.path, problem };
  try {
    return stampOf(await stat(found.location)) === found.stamp ? files[0] : undefined;
  } catch {
    return undefined;
  }
}

function importAgain(read: Read, before: TakenFile | undefined, settings: ImportOptions): Imported {
  const { path } = read;
  if (isConferenceFile(path)) {
    const fresh =
      'problem' in read
        ? { ...readSettings({ path, bytes: new Uint8Array() }), problems: [read.problem] }
        : readSettings(read);
    return {
      settings: mendSettings(path, before && 'settings' in before ? before.settings.good : undefined, fresh),
    };
  }
  const fresh =
    'problem' in read
      ? { ...importFile({ path, bytes: new Uint8Array() }), problems: [read.problem] }
      : importFile(read, settings);
  return { draft: mendDraft(before && 'draft' in before ? before.draft.good : undefined, fresh) };
}

/** A folder that cannot be opened for a while takes none of its files with it. */
function isHidden(path: string, problems: readonly Problem[]): boolean {
  return problems.some(({ file }) => file === '' || file === path || path.startsWith(`${file}/`));
}

/** As the folder has them, for where two files differ the order decides; what is missing for a moment comes last. */
function inOrder(
  taken: ReadonlyMap<string, TakenFile>,
  found: ReadonlyMap<string, string>,
): readonly TakenFile[] {
  const there = [...found.keys()].flatMap(location => taken.get(location) ?? []);
  return [...there, ...[...taken].filter(([location]) => !found.has(location)).map(([, file]) => file)];
}
