import { isConferenceFile } from '../sources/settings/conference-file.ts';
import { Chooser, type LoadedFolder } from './choose-programme.ts';
import { Keeper } from './keep/keeper.ts';
import type { KeptOptions } from './keep/kept-file.ts';
import { allProblems, type Library, type LibraryOptions, openLibrary } from './library.ts';
import type { Timers } from './timers.ts';

export interface LoadOptions {
  /** Looks up the environment variables that a `conference.yml` names. */
  readonly variable?: LibraryOptions['variable'];
  /** The instant for which the current conference is meant, in milliseconds since 1970. */
  readonly nowMs?: number | undefined;
}

/** Beside the state of Lectern itself; each answer has a name of its own there. */
const KEPT_IN = './var/sources';

/** Reads a data folder once, as `openShelf` does. */
export async function load(dataDir: string, options: LoadOptions = {}): Promise<LoadedFolder> {
  const { library, first } = await openDataFolder(dataDir, { onFault: () => {}, ...options });
  await library.close();
  return first;
}

/** The conferences of a data folder, and what answers at an instant. */
export interface OpenFolder {
  readonly library: Library;
  readonly chooser: Chooser;
  readonly first: LoadedFolder;
  /** Keeps what was read for the next start, soon; the returned function ends that. */
  keepSoon(timers: Timers): () => Promise<void>;
}

export interface OpenOptions
  extends LoadOptions,
    Pick<LibraryOptions, 'onFault' | 'importFile' | 'importMany'> {
  /** Where and for whom what was read is kept until the next start; it is not without it. */
  readonly kept?: KeptOptions | undefined;
}

/** Opens a data folder, and finds fault with one in which there is no talk. */
export async function openDataFolder(
  dataDir: string,
  { variable = () => undefined, nowMs = Date.now(), kept, ...options }: OpenOptions,
): Promise<OpenFolder> {
  const keeper = kept && new Keeper(kept);
  const keptDrafts = keeper?.drafts;
  const library = await openLibrary({ ...options, keptDrafts, dataDir, keptIn: KEPT_IN, variable });
  const chooser = new Chooser(library, keeper?.findIndexed);
  const first = chooser.choose(nowMs);
  if (first !== undefined) {
    const keepSoon = (timers: Timers) => keeper?.keepSoon(first.index, timers) ?? (async () => {});
    return { library, chooser, first, keepSoon };
  }
  await library.close();
  throw new Error(
    `There is no talk in ${dataDir}. Put a conference's abstracts or schedule there, or name another folder by DATA_DIR or --data; "lectern check" lists what is wrong with the files there.${sourceTrouble(library)}`,
  );
}

/** Problems that show only when a source is asked, so `lectern check` does not know them from the files. */
function sourceTrouble(library: Library): string {
  const trouble = allProblems(library).find(
    ({ file, severity }) => severity === 'error' && isConferenceFile(file),
  );
  return trouble === undefined ? '' : ` ${trouble.file}, line ${trouble.line}: ${trouble.message}`;
}
