import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import { askNamedSource, type Web } from '../sources/ask-source.ts';
import { arrange, type DataFolder } from '../sources/settings/arrange.ts';
import { type NamedSource, namedSources, type Source } from '../sources/settings/source-setting.ts';
import { type FolderContent, type Importers, openFolder, type Progress } from './folder-reader.ts';

/**
 * Reads all conferences below a folder, or the one file that is given, and asks their sources if the web is given. It
 * is one round of the work that a library repeats. What cannot be read never hides what can; it throws only if nothing
 * is at `dataDir`.
 */
export async function readDataFolder(
  dataDir: string,
  {
    progress,
    web,
    isWithSettings,
  }: { readonly progress?: Progress; readonly web?: Web } & Pick<Importers, 'isWithSettings'> = {},
): Promise<DataFolder> {
  const reader = await openFolder(dataDir, { isWithSettings });
  await reader.look(progress);
  const files = reader.content();
  const named = web === undefined ? [] : files.settings.flatMap(namedSources).map(each => askOnce(each, web));
  return arrangeContent({ files, sources: await Promise.all(named) });
}

/** The content of a source, and the `conference.yml` that names it. */
export interface SourceContent {
  readonly source: Source;
  readonly settingsPath: string;
  readonly draft: Draft | undefined;
  /** Problems of its last answer, if that was not used. */
  readonly problems: readonly Problem[];
  /** The problem with its last answer and what is done about it, in whole sentences. */
  readonly trouble: string | undefined;
  /**
   * When it last answered well, or first did not if it never has, in milliseconds since 1970; undefined if its last answer
   * was good.
   */
  readonly asOf: number | undefined;
}

/** Takes the answer as it came: nothing earlier is known that could stay in use. */
async function askOnce(named: NamedSource, web: Web): Promise<SourceContent> {
  const { source, settingsPath } = named;
  const answer = await askNamedSource(named, web);
  return {
    source,
    settingsPath,
    draft: answer.kind === 'fresh' ? answer.draft : undefined,
    problems: [],
    trouble: answer.kind === 'failed' ? answer.message : undefined,
    asOf: undefined,
  };
}

/** The content of a data folder and of the sources that it names. */
export interface LiveContent {
  readonly files: FolderContent;
  readonly sources: readonly SourceContent[];
}

/** Puts files and answers of sources with their conferences. Problems of settings and sources name a `conference.yml`. */
export function arrangeContent({ files, sources }: LiveContent): DataFolder {
  const { conferences, problems } = arrange(
    files.settings.map(({ conference }) => conference),
    [...files.drafts, ...sources.flatMap(({ draft }) => draft ?? [])],
  );
  return {
    conferences,
    problems: [
      ...files.problems,
      ...files.settings.flatMap(settings => settings.problems),
      ...sources.flatMap(source => sourceProblem(source) ?? []),
      ...sources.flatMap(source => source.problems),
      ...problems,
    ],
  };
}

function sourceProblem({ trouble, draft, source, settingsPath }: SourceContent): Problem | undefined {
  if (trouble === undefined) return undefined;
  return {
    severity: draft === undefined ? 'error' : 'warning',
    file: settingsPath,
    line: source.line,
    item: undefined,
    message: trouble,
  };
}
