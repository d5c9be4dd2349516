import type { Logger } from 'pino';
import type { Library } from '../live/library.ts';
import type { Timers } from '../live/timers.ts';
import { conferenceKey } from '../programme/conference.ts';
import type { Store } from '../store/open.ts';

/** If the database is away, it is asked again so much later. */
const AGAIN_MS = 60_000;

export interface UnloadedConferencesOptions {
  readonly store: Pick<Store, 'countPeopleElsewhere'>;
  readonly library: Pick<Library, 'conferences' | 'subscribe'>;
  readonly timers: Timers;
  readonly log: Logger;
}

/**
 * Warns of conferences that people have starred talks of, and that are not loaded: most likely their name was changed, and
 * then nobody is reminded of anything, without an error. Each is told once, until it is loaded again.
 */
export class UnloadedConferences {
  readonly #options: UnloadedConferencesOptions;
  readonly #told = new Set<string>();
  /** The loaded ones when the database was last asked; undefined before. */
  #asked: string | undefined;
  #isStopped = false;
  #unsubscribe = () => {};
  #cancel = () => {};

  constructor(options: UnloadedConferencesOptions) {
    this.#options = options;
  }

  /** Looks now, and after each reload in which the conferences are others. Never rejects. */
  start(): Promise<void> {
    const { library } = this.#options;
    this.#unsubscribe = library.subscribe(() => void this.#look());
    return this.#look();
  }

  stop(): void {
    this.#isStopped = true;
    this.#unsubscribe();
    this.#cancel();
  }

  async #look(): Promise<void> {
    const { store, library, timers, log } = this.#options;
    const loaded = library.conferences().map(({ programme }) => conferenceKey(programme.conference));
    const names = JSON.stringify(loaded);
    if (names === this.#asked) return;
    this.#asked = names;
    this.#cancel();
    try {
      this.#tell(await store.countPeopleElsewhere(loaded));
    } catch (error) {
      // The loop that delivers says once that the database cannot be used.
      log.debug({ err: error }, 'The database did not tell which conferences people have stars of.');
      this.#asked = undefined;
      if (this.#isStopped) return;
      this.#cancel = timers.after(AGAIN_MS, () => this.#look());
    }
  }

  #tell(kept: Awaited<ReturnType<Store['countPeopleElsewhere']>>): void {
    const names = new Set(kept.map(({ conference }) => conference));
    for (const name of this.#told) if (!names.has(name)) this.#told.delete(name);
    for (const { conference, people } of kept) {
      if (this.#told.has(conference)) continue;
      this.#told.add(conference);
      this.#options.log.warn(
        { conference, people },
        'People have stars, alerts or calendar feeds of a conference that is not loaded any more. If its name was changed, they see none of these until conference.yml has the old name again.',
      );
    }
  }
}
