import { buildProgramme } from './programme/build.ts';
import type { Problem } from './programme/problem.ts';
import { indexProgramme } from './search/index-programme.ts';
import type { Loaded } from './search/loaded.ts';
import type { ConferenceFiles } from './sources/arrange.ts';
import { readDataFolder } from './sources/data-folder.ts';

/** The conference that a data folder is about, ready to answer for. */
export interface LoadedFolder extends Loaded {
  /** What was not taken as it stood in the files. */
  readonly problems: readonly Problem[];
  /** Names of the conferences that are there too and not answered for. */
  readonly waiting: readonly string[];
}

/** Reads a data folder. Of several conferences, the first by folder is answered for; the sample gives way to any. */
export async function load(dataDir: string): Promise<LoadedFolder> {
  const { conferences, problems } = await readDataFolder(dataDir);
  const [chosen, ...others] = conferences.filter(hasTalks).sort(ownFirst);
  if (chosen === undefined) {
    throw new Error(
      `There is no talk in ${dataDir}. Put a conference's abstracts or schedule there, or name another folder by DATA_DIR or --data; "lectern check" tells what is wrong with files that are there.`,
    );
  }
  const { programme, problems: doubts } = buildProgramme(chosen.conference, chosen.drafts);
  return {
    programme,
    index: indexProgramme(programme),
    problems: [...problems, ...chosen.drafts.flatMap(draft => draft.problems), ...doubts],
    waiting: others.map(({ conference }) => conference.name ?? (conference.folder || dataDir)),
  };
}

function hasTalks({ drafts }: ConferenceFiles): boolean {
  return drafts.some(draft => draft.talks.length > 0);
}

function ownFirst({ conference: a }: ConferenceFiles, { conference: b }: ConferenceFiles): number {
  if (a.sample !== b.sample) return a.sample ? 1 : -1;
  return a.folder < b.folder ? -1 : 1;
}
