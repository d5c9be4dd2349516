import { type Named, namedSources } from '../sources/settings/named-sources.ts';
import type { Source } from '../sources/settings/source-setting.ts';
import type { FolderContent } from './folder-reader.ts';
import { type PollOptions, pollSource, type SourcePoll, type SourceState } from './source-poll.ts';

/** What is in force of one source, and which `conference.yml` names it. */
export interface NamedSource extends SourceState {
  readonly source: Source;
  readonly settingsPath: string;
}

/** All sources that the settings name. */
export interface SourcePolls {
  /** Begins with what is new in the settings and ends what is no longer there. */
  keepTo(settings: FolderContent['settings']): Promise<void>;
  states(): readonly NamedSource[];
  end(): void;
}

type Surroundings = Omit<PollOptions, 'source' | 'path' | 'settings'>;

export function sourcePolls(surroundings: Surroundings): SourcePolls {
  const running = new Set<SourcePoll>();
  let polls = new Map<string, { readonly poll: SourcePoll; readonly named: Named }>();
  return {
    keepTo: async settings => {
      const next: typeof polls = new Map();
      const begun: Promise<void>[] = [];
      for (const named of settings.flatMap(namedSources)) {
        const known = polls.get(named.key);
        const poll = known?.poll ?? pollSource({ ...surroundings, ...named });
        if (known === undefined) {
          running.add(poll);
          begun.push(poll.begin());
        }
        next.set(named.key, { poll, named });
      }
      const isOver = [...polls].filter(([key]) => !next.has(key));
      for (const [, { poll }] of isOver) {
        running.delete(poll);
        poll.end();
      }
      // A new source is waited for, so that what it takes over from another one is never missing in between.
      await Promise.all(begun);
      polls = next;
    },
    states: () =>
      [...polls.values()].map(({ poll, named }) => ({
        ...poll.state(),
        source: named.source,
        settingsPath: named.settingsPath,
      })),
    end: () => {
      for (const poll of running) poll.end();
    },
  };
}
