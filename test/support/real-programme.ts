import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importFile } from '../../src/importers/import-file.ts';
import type { Draft } from '../../src/programme/joining/draft.ts';

/** Real files of real events. Their texts are others', so they stay where they are and are only read. */
const FOLDER = new URL('../../../shared/programmes/', import.meta.url);

export const hasRealProgrammes = existsSync(FOLDER);
if (!hasRealProgrammes)
  console.warn(`Tests with real programmes are skipped: there is no ${FOLDER.pathname}`);

export function importReal(path: string): Draft {
  return importFile({ path, bytes: realBytes(path) });
}

export function realBytes(path: string): Buffer {
  return readFileSync(new URL(path, FOLDER));
}

export function realFolder(path: string): string {
  return fileURLToPath(new URL(path, FOLDER));
}

/** All real files with one of these endings, none where there are no real files. */
export function realFiles(endings: readonly string[]): readonly string[] {
  if (!hasRealProgrammes) return [];
  const paths = readdirSync(FOLDER, { recursive: true }).map(String).sort();
  return paths.filter(path => endings.some(ending => path.endsWith(`.${ending}`)));
}

/** What FORMATS.md's inventory counts of a file: distinct things by the source's own ids. */
export function counted({ format, talks, people, problems }: Draft) {
  const spoken = talks.filter(({ kind }) => kind !== 'break' && kind !== 'service');
  const speakers = talks.flatMap(talk => talk.speakers.map(({ id, name }) => id ?? name));
  const days = talks.flatMap(talk => talk.slots.map(({ day, start }) => day ?? start.slice(0, 10)));
  return {
    format,
    talks: spoken.length,
    breaks: talks.length - spoken.length,
    speakers: new Set(speakers).size,
    days: new Set(days).size,
    people: people?.length ?? 0,
    problems: problems.map(problem => problem.message),
  };
}
