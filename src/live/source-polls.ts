import { type NamedSource, namedSources } from '../sources/settings/source-setting.ts';
import type { SourceContent } from './data-folder.ts';
import type { FolderContent } from './folder-reader.ts';
import { type PollOptions, SourcePoll } from './source-poll.ts';

/** Asks all sources that the settings of a data folder name. */
export class SourcePolls {
  readonly #options: PollOptions;
  readonly #running = new Set<SourcePoll>();
  #polls: ReadonlyMap<string, { readonly poll: SourcePoll; readonly named: NamedSource }> = new Map();

  constructor(options: PollOptions) {
    this.#options = options;
  }

  /** Begins with the sources that are new in the settings, and ends those that are no longer there. */
  async keepTo(settings: FolderContent['settings']): Promise<void> {
    const next = new Map(
      settings.flatMap(namedSources).map(named => {
        const poll = this.#polls.get(named.key)?.poll ?? new SourcePoll(named, this.#options);
        return [named.key, { poll, named }];
      }),
    );
    const begun = [...next].filter(([key]) => !this.#polls.has(key)).map(([, { poll }]) => this.#begin(poll));
    for (const [key, { poll }] of this.#polls) if (!next.has(key)) this.#end(poll);
    // A new source is waited for, so that what it takes over from another one is never missing in between.
    await Promise.all(begun);
    this.#polls = next;
  }

  contents(): readonly SourceContent[] {
    return [...this.#polls.values()].map(({ poll, named: { source, settingsPath } }) => ({
      ...poll.content(),
      source,
      settingsPath,
    }));
  }

  end(): void {
    for (const poll of this.#running) this.#end(poll);
  }

  #begin(poll: SourcePoll): Promise<void> {
    this.#running.add(poll);
    return poll.begin();
  }

  #end(poll: SourcePoll): void {
    this.#running.delete(poll);
    poll.end();
  }
}
