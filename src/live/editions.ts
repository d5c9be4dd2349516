import type { Problem } from '../programme/problem.ts';
import { arrange, folderOf } from '../sources/settings/arrange.ts';
import type { FolderContent } from './folder-reader.ts';
import { type Edition, nextEdition } from './live-conference.ts';
import type { NamedSource } from './source-polls.ts';

/** The conferences that files and sources make now, by folder. */
export interface Editions {
  readonly byFolder: ReadonlyMap<string, Edition>;
  /** Those of no conference that is there. */
  readonly problems: readonly Problem[];
}

export const NO_EDITIONS: Editions = { byFolder: new Map(), problems: [] };

export interface InForce {
  readonly content: FolderContent;
  readonly sources: readonly NamedSource[];
}

/** Makes each conference whose files or sources changed anew; the others stay as they are. */
export function nextEditions(before: Editions, { content, sources }: InForce, now: () => number): Editions {
  const drafts = [...content.drafts, ...sources.flatMap(({ draft }) => draft ?? [])];
  const arranged = arrange(
    content.settings.map(({ conference }) => conference),
    drafts,
  );
  const described = problemsByFolder({ content, sources });
  const byFolder = new Map(
    arranged.conferences.map(({ conference, drafts: own }) => {
      const { folder } = conference;
      const problems = described.get(folder) ?? [];
      const asOf = oldest(sources.filter(({ settingsPath }) => folderOf(settingsPath) === folder));
      const material = { conference, drafts: own, problems, asOf };
      return [folder, nextEdition(before.byFolder.get(folder), material, now)];
    }),
  );
  const homeless = [...described].filter(([folder]) => !byFolder.has(folder)).flatMap(([, own]) => own);
  return { byFolder, problems: [...content.problems, ...arranged.problems, ...homeless] };
}

/** What is wrong with the settings of a conference and with the sources that they name. */
function problemsByFolder({ content, sources }: InForce): ReadonlyMap<string, readonly Problem[]> {
  return new Map(
    content.settings.map(({ path, problems }) => [
      folderOf(path),
      [
        ...problems,
        ...sources
          .filter(({ settingsPath }) => settingsPath === path)
          .flatMap(source => troubleWith(source) ?? []),
      ],
    ]),
  );
}

function troubleWith({ trouble, draft, source, settingsPath }: NamedSource): Problem | undefined {
  if (trouble === undefined) return undefined;
  return {
    severity: draft === undefined ? 'error' : 'warning',
    file: settingsPath,
    line: source.line,
    item: undefined,
    message: trouble,
  };
}

function oldest(sources: readonly NamedSource[]): number | undefined {
  const instants = sources.flatMap(({ asOf }) => asOf ?? []);
  return instants.length === 0 ? undefined : Math.min(...instants);
}
