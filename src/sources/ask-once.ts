import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import { askSource } from './ask-source.ts';
import type { Fetch } from './fetch-source.ts';
import { headersOf, type Variable } from './headers.ts';
import { type Named, namedSources, type PlacedSettings } from './settings/named-sources.ts';

/** What sources are asked with. */
export interface Web {
  readonly fetch: Fetch;
  readonly variable: Variable;
}

/** Asks all sources that settings name once. Where one says nothing of use, its `conference.yml` has an error. */
export async function askOnce(
  settings: readonly PlacedSettings[],
  web: Web,
): Promise<{ readonly drafts: readonly Draft[]; readonly problems: readonly Problem[] }> {
  const answers = await Promise.all(settings.flatMap(namedSources).map(named => ask(named, web)));
  return {
    drafts: answers.flatMap(({ draft }) => draft ?? []),
    problems: answers.flatMap(({ problem }) => problem ?? []),
  };
}

async function ask(
  { source, path, settings, settingsPath }: Named,
  { fetch, variable }: Web,
): Promise<{ readonly draft?: Draft; readonly problem?: Problem }> {
  const failed = (message: string) => ({
    problem: { severity: 'error', file: settingsPath, line: source.line, item: undefined, message } as const,
  });
  const filled = headersOf(source, variable);
  if ('mistake' in filled) return failed(`${filled.mistake}.`);
  const answer = await askSource({ url: source.url, headers: filled.headers, path, settings, fetch });
  return answer.kind === 'fresh'
    ? { draft: answer.draft }
    : failed(answer.kind === 'failed' ? answer.message : `${new URL(source.url).host} sent nothing.`);
}
