import type { Problem } from '../programme/problem.ts';
import type { Variable } from '../sources/ask-source.ts';
import type { Fetch } from '../sources/fetch-source.ts';
import { mustExist } from './data-folder.ts';
import { folderReader } from './folder-reader.ts';
import { keptAnswers } from './kept-answers.ts';
import type { LiveConference } from './live-conference.ts';
import { NO_EDITIONS, nextEditions } from './live-conference.ts';
import { sourcePolls } from './source-poll.ts';
import { realTimers, type Timers } from './timers.ts';

/** All conferences of a data folder and its sources, kept up to date. */
export interface Library {
  /** By folder. Whoever answers takes the list once and keeps to it: it is never changed, only replaced. */
  conferences(): readonly LiveConference[];
  /** Those that concern no conference that is there. */
  problems(): readonly Problem[];
  /** Tells after each swap. What is returned ends it. */
  subscribe(listener: (swap: Swap) => void): () => void;
  /** Lets go of files and sources; what was there last stays. */
  close(): Promise<void>;
}

/** The problems: those of no conference first, then those of each. */
export function allProblems(library: Pick<Library, 'conferences' | 'problems'>): readonly Problem[] {
  const ofConferences = library.conferences().flatMap(({ problems }) => problems);
  return library.problems().concat(ofConferences);
}

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
  /** Told of faults of our own, after which the work goes on. */
  readonly onFault: (error: unknown) => void;
  readonly fetch?: Fetch;
  readonly now?: () => number;
  readonly timers?: Timers;
}

const LOOK_EVERY_MS = 2000;

/**
 * A look at very many files takes long; then looks are rarer, so that they never cost more than a twentieth. Only what
 * two looks in a row take counts, for one may have waited for something else.
 */
const LOOK_SHARE = 20;

/** The first reading costs its time once; changed files wait for the next look. */
const READ_SHARE = 2;

/**
 * Reads a data folder and its sources, and from then on whatever changes there. Each change makes a programme aside; the
 * conferences are then swapped all at once. It throws only where nothing is at `dataDir`.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { dataDir, keptIn, now = Date.now, timers = realTimers } = options;
  await mustExist(dataDir);
  const reader = folderReader(dataDir);
  const listeners = new Set<(swap: Swap) => void>();
  let editions = NO_EDITIONS;
  let conferences: readonly LiveConference[] = [];
  let isClosed = false;
  let forgetLook = () => {};
  let looking: Promise<void> = Promise.resolve();
  let lookMsBefore = 0;

  const swap = () => {
    if (isClosed) return;
    const before = conferences;
    editions = nextEditions(editions, { content: reader.content(), sources: polls.states() }, now);
    const after = [...editions.byFolder.values()].map(({ live }) => live);
    if (after.length === before.length && after.every((live, i) => live === before[i])) return;
    conferences = after;
    for (const listener of listeners) {
      try {
        listener({ before, after });
      } catch (error) {
        options.onFault(error);
      }
    }
  };
  const polls = sourcePolls({
    kept: keptAnswers(keptIn),
    variable: options.variable,
    onFault: options.onFault,
    fetch: options.fetch ?? globalThis.fetch,
    now,
    timers,
    changed: swap,
  });
  const look = async ({ isFirst }: { readonly isFirst: boolean }): Promise<boolean> => {
    const isNew = await reader.look();
    if (!isNew && !isFirst) return false;
    await polls.keepTo(reader.content().settings);
    swap();
    return true;
  };
  const lookLater = (delayMs: number) => {
    if (isClosed) return;
    forgetLook = timers.after(delayMs, async () => {
      const begun = now();
      let isNew = false;
      looking = look({ isFirst: false })
        .then(found => {
          isNew = found;
        })
        .catch(options.onFault);
      await looking;
      const lookMs = now() - begun;
      const restMs = isNew ? READ_SHARE * lookMs : LOOK_SHARE * Math.min(lookMs, lookMsBefore);
      if (!isNew) lookMsBefore = lookMs;
      lookLater(Math.max(LOOK_EVERY_MS, restMs));
    });
  };

  await look({ isFirst: true });
  lookLater(LOOK_EVERY_MS);
  return {
    conferences: () => conferences,
    problems: () => editions.problems,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      forgetLook();
      polls.end();
      await looking;
    },
  };
}
