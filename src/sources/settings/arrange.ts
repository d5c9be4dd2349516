import { type Conference, folderOf } from '../../programme/conference.ts';
import type { Draft } from '../../programme/joining/draft.ts';
import type { Problem } from '../../programme/problem.ts';
import { compare } from '../../text/keys.ts';
import { unnamedConference } from './conference-file.ts';

/** A conference and what each of its files says. */
export interface ConferenceFiles {
  readonly conference: Conference;
  readonly drafts: readonly Draft[];
}

/** The content of a data folder; `problems` are those that no draft carries. */
export interface DataFolder {
  /** By folder, DATA_DIR's own files first. */
  readonly conferences: readonly ConferenceFiles[];
  readonly problems: readonly Problem[];
}

/** Puts each file with its conference, and settles which conferences there are. */
export function arrange(described: readonly Conference[], drafts: readonly Draft[]): DataFolder {
  const known = new Map(described.map(conference => [conference.folder, conference]));
  const { conferences, problems } = setAside(groupByConference(drafts, known));
  return { conferences, problems: [...problems, ...reportNoTalks(conferences)] };
}

/** Puts each file with the nearest folder above it that is a conference of its own, or else with DATA_DIR. */
function groupByConference(
  drafts: readonly Draft[],
  known: ReadonlyMap<string, Conference>,
): readonly ConferenceFiles[] {
  const groups = new Map<string, Draft[]>([...known.keys()].map(folder => [folder, []]));
  for (const draft of drafts) {
    let folder = folderOf(draft.file);
    while (folder !== '' && !known.has(folder)) folder = folderOf(folder);
    const group = groups.get(folder);
    if (group) group.push(draft);
    else groups.set(folder, [draft]);
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([folder, own]) => ({
      conference: known.get(folder) ?? unnamedConference(folder),
      drafts: own,
    }));
}

/**
 * The sample steps aside for anything real, and a stray file that holds no talks makes no conference beside one that is
 * there: of that file only the problems remain.
 */
function setAside(groups: readonly ConferenceFiles[]): DataFolder {
  const real = groups.filter(group => !group.conference.sample && (isDescribed(group) || hasTalks(group)));
  const samples = groups.filter(({ conference }) => conference.sample);
  const strays = groups.filter(group => !real.includes(group) && !samples.includes(group));
  const conferences = real.length > 0 ? real : samples.length > 0 ? samples : strays;
  const left = strays.filter(group => !conferences.includes(group));
  const problemsLeft = left.flatMap(({ drafts }) => drafts.flatMap(draft => draft.problems));
  return { conferences, problems: [...(real.length > 0 ? samples.map(leftOut) : []), ...problemsLeft] };
}

/** The message of the problem with a sample beside which there is a conference. */
export const SAMPLE_LEFT_OUT =
  'Left out, since it is a sample (sample: true) and there is another conference.';

function leftOut({ conference: { folder } }: ConferenceFiles): Problem {
  const file = folder === '' ? 'conference.yml' : `${folder}/conference.yml`;
  return { severity: 'warning', file, line: undefined, item: undefined, message: SAMPLE_LEFT_OUT };
}

/** By a `conference.yml`: without one, only DATA_DIR's own folder is a conference. */
function isDescribed({ conference }: ConferenceFiles): boolean {
  return conference.folder !== '' || conference.name !== undefined;
}

function hasTalks({ drafts }: ConferenceFiles): boolean {
  return drafts.some(draft => draft.talks.length > 0);
}

function reportNoTalks(conferences: readonly ConferenceFiles[]): readonly Problem[] {
  if (conferences.length === 0) return [noTalks('', NOTHING)];
  return conferences.filter(group => !hasTalks(group)).flatMap(reportWithoutTalks);
}

const NOTHING = 'There are no talks yet; put a schedule or abstracts there.';

/** Adds nothing if a file already has an error of its own. */
function reportWithoutTalks({ conference, drafts }: ConferenceFiles): readonly Problem[] {
  const [people] = drafts.filter(draft => (draft.people?.length ?? 0) > 0);
  if (people !== undefined)
    return [
      noTalks(people.file, 'These are speakers without talks; put the file of the sessions beside it.'),
    ];
  const isSaid = drafts.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  if (isSaid) return [];
  const [only, ...others] = drafts;
  const file = only !== undefined && others.length === 0 ? only.file : conference.folder;
  const isAllStrange = only !== undefined && drafts.every(({ format }) => format === 'unknown');
  return [noTalks(file, NOTHING, isAllStrange ? 'error' : 'warning')];
}

function noTalks(file: string, message: string, severity: Problem['severity'] = 'warning'): Problem {
  return { severity, file, line: undefined, item: undefined, message };
}
