import type { ImportFile } from '../importers/import-aside.ts';
import type { ImportMany } from '../importers/import-beside.ts';
import type { Problem } from '../programme/problem.ts';
import type { Variable } from '../sources/ask-source.ts';
import type { Fetch } from '../sources/fetch-source.ts';
import { finishInSlices, type Steps } from '../text/steps.ts';
import { underNewId } from '../text/work-id.ts';
import type { LiveContent } from './data-folder.ts';
import { type FolderReader, openFolder } from './folder-reader.ts';
import type { KeptDrafts } from './keep/kept-drafts.ts';
import { keptAnswers } from './kept-answers.ts';
import { type Editions, type LiveConference, NO_EDITIONS, nextEditions } from './live-conference.ts';
import { SourcePolls } from './source-polls.ts';
import { realTimers, type Timers } from './timers.ts';

/** All conferences of a data folder and its sources, kept up to date. */
export interface Library {
  /** By folder. The list is never changed, only replaced: take it once for each answer. */
  conferences(): readonly LiveConference[];
  /** Those that concern no conference that is there. */
  problems(): readonly Problem[];
  /** Calls the listener after each swap, until the returned function is called. */
  subscribe(listener: (swap: Swap) => void): () => void;
  /** Does this before each swap, with the conferences that come. If it fails, the conferences stay as they are. */
  prepare(preparation: Preparation): void;
  /** Stops looking at files and sources; the last conferences stay. */
  close(): Promise<void>;
}

/** The problems: those of no conference first, then those of each. */
export function allProblems(library: Pick<Library, 'conferences' | 'problems'>): readonly Problem[] {
  const ofConferences = library.conferences().flatMap(({ problems }) => problems);
  return library.problems().concat(ofConferences);
}

type Preparation = (next: readonly LiveConference[]) => Steps<unknown>;

interface Swap {
  readonly before: readonly LiveConference[];
  readonly after: readonly LiveConference[];
}

export interface LibraryOptions {
  readonly dataDir: string;
  /** Where the last good answers of sources are kept. */
  readonly keptIn: string;
  /** Looks up the environment variables that headers name. */
  readonly variable: Variable;
  /** Receives faults of our own, after which the work goes on. */
  readonly onFault: (error: unknown) => void;
  readonly fetch?: Fetch;
  /** Reads files that changed, and answers; here and now without it. */
  readonly importFile?: ImportFile | undefined;
  /** Reads the files that are there at the start. */
  readonly importMany?: ImportMany | undefined;
  readonly keptDrafts?: KeptDrafts | undefined;
  readonly now?: () => number;
  readonly timers?: Timers;
}

const LOOK_EVERY_MS = 2000;

/**
 * A look at very many files takes long; then looks are rarer, so that they never cost more than a twentieth. Only what
 * two looks in a row take counts, for one may have waited for something else.
 */
const LOOK_SHARE = 20;

/**
 * The first reading costs its time once; changed files wait for the next look. At the start it must not come before
 * Lectern answers: that of a large folder would keep the first people waiting.
 */
const READ_SHARE = 2;

/**
 * Reads a data folder and its sources, and from then on whatever changes there. Each change makes a programme aside, in
 * slices between which answers are given; the conferences are then swapped all at once. It throws only if nothing is at `dataDir`.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const library = new LiveLibrary(await openFolder(options.dataDir, options), options);
  await library.begin();
  return library;
}

class LiveLibrary implements Library {
  readonly #reader: FolderReader;
  readonly #polls: SourcePolls;
  readonly #timers: Timers;
  readonly #now: () => number;
  readonly #onFault: (error: unknown) => void;
  readonly #listeners = new Set<(swap: Swap) => void>();
  readonly #preparations: Preparation[] = [];
  #editions = NO_EDITIONS;
  #conferences: readonly LiveConference[] = [];
  /** True if something changed since the last swap began. */
  #isStale = false;
  #swapping: Promise<void> | undefined;
  #isClosed = false;
  #forgetLook = () => {};
  #looking: Promise<boolean> = Promise.resolve(false);
  /** How long the last look took that found nothing new. */
  #lookMs = 0;

  constructor(reader: FolderReader, options: LibraryOptions) {
    const {
      keptIn,
      variable,
      onFault,
      fetch = globalThis.fetch,
      importFile,
      now = Date.now,
      timers = realTimers,
    } = options;
    this.#reader = reader;
    this.#timers = timers;
    this.#now = now;
    this.#onFault = onFault;
    const onChange = () => this.#swap().catch(onFault);
    this.#polls = new SourcePolls({
      kept: keptAnswers(keptIn),
      variable,
      onFault,
      fetch,
      importFile,
      now,
      timers,
      onChange,
    });
  }

  async begin(): Promise<void> {
    const begun = this.#now();
    await this.#reader.look();
    await this.#update();
    this.#lookLater(READ_SHARE * (this.#now() - begun));
  }

  conferences(): readonly LiveConference[] {
    return this.#conferences;
  }

  problems(): readonly Problem[] {
    return this.#editions.problems;
  }

  subscribe(listener: (swap: Swap) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  prepare(preparation: Preparation): void {
    this.#preparations.push(preparation);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#forgetLook();
    this.#polls.end();
    await this.#looking;
    await this.#swapping?.catch(this.#onFault);
  }

  #lookLater(restMs: number): void {
    if (this.#isClosed) return;
    this.#forgetLook = this.#timers.after(Math.max(LOOK_EVERY_MS, restMs), async () => {
      const begun = this.#now();
      this.#looking = underNewId(() => this.#look());
      const isNew = await this.#looking;
      const lookMs = this.#now() - begun;
      const rest = isNew ? READ_SHARE * lookMs : LOOK_SHARE * Math.min(lookMs, this.#lookMs);
      if (!isNew) this.#lookMs = lookMs;
      this.#lookLater(rest);
    });
  }

  async #look(): Promise<boolean> {
    try {
      if (!(await this.#reader.look())) return false;
      await this.#update();
      return true;
    } catch (error) {
      this.#onFault(error);
      return false;
    }
  }

  async #update(): Promise<void> {
    await this.#polls.keepTo(this.#reader.content().settings);
    await this.#swap();
  }

  /** Swaps once all is ready; what changes meanwhile is swapped after that. */
  #swap(): Promise<void> {
    this.#isStale = true;
    this.#swapping ??= this.#swapAll().finally(() => {
      this.#swapping = undefined;
    });
    return this.#swapping;
  }

  async #swapAll(): Promise<void> {
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      try {
        await this.#swapOnce();
      } catch (error) {
        if (!this.#isStale) throw error;
        this.#onFault(error);
      }
    }
  }

  async #swapOnce(): Promise<void> {
    const content = { files: this.#reader.content(), sources: this.#polls.contents() };
    const editions = await finishInSlices(this.#makeReady(content));
    if (!this.#isClosed) this.#show(editions);
  }

  *#makeReady(content: LiveContent): Steps<Editions> {
    const editions = yield* nextEditions(this.#editions, content, this.#now);
    for (const prepare of this.#preparations) yield* prepare(listLive(editions));
    return editions;
  }

  #show(editions: Editions): void {
    this.#editions = editions;
    const before = this.#conferences;
    const after = listLive(editions);
    if (after.length === before.length && after.every((live, i) => live === before[i])) return;
    this.#conferences = after;
    for (const listener of this.#listeners) this.#tell(listener, { before, after });
  }

  #tell(listener: (swap: Swap) => void, swap: Swap): void {
    try {
      listener(swap);
    } catch (error) {
      this.#onFault(error);
    }
  }
}

function listLive({ byFolder }: Editions): readonly LiveConference[] {
  return [...byFolder.values()].map(({ live }) => live);
}
