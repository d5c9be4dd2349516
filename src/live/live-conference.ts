import { type Conference, folderOf } from '../programme/conference.ts';
import { type Built, buildInSteps } from '../programme/joining/build.ts';
import { succeed } from '../programme/joining/counterparts.ts';
import type { Draft } from '../programme/joining/draft.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';
import { isConferenceFile } from '../sources/settings/conference-file.ts';
import { groupByEach } from '../text/keys.ts';
import type { Steps } from '../text/steps.ts';
import { arrangeContent, type LiveContent, type SourceContent } from './data-folder.ts';

/** A conference as it is now. */
export interface LiveConference {
  readonly programme: Programme;
  readonly problems: readonly Problem[];
  /** When it was last up to date, in milliseconds since 1970; undefined if it is so now. */
  readonly asOf: number | undefined;
  /** Why the first of its sources that are not up to date is not so, in whole sentences; undefined if all are. */
  readonly trouble: string | undefined;
}

/** The parts that make up a conference. */
interface Material extends Pick<LiveConference, 'asOf' | 'trouble'> {
  readonly conference: Conference;
  readonly drafts: readonly Draft[];
  /** Those that no draft carries. */
  readonly problems: readonly Problem[];
}

/** A conference together with what it was made of, so that the same is not made twice. */
interface Edition {
  readonly material: Material;
  readonly live: LiveConference;
  /** The next one is built from it. */
  readonly built: Built;
  readonly buildProblems: readonly Problem[];
  /** When it lost all its talks, so that an earlier programme is shown. */
  readonly emptySince: number | undefined;
}

/** Returns the same edition if nothing that people see of it changed. */
function* nextEdition(before: Edition | undefined, material: Material, now: () => number): Steps<Edition> {
  const built =
    before !== undefined && isSame(before.material, material) ? before : yield* build(before, material, now);
  const { programme } = built.live;
  const asOf = material.asOf ?? built.emptySince;
  const problems = [
    ...material.problems,
    ...material.drafts.flatMap(draft => draft.problems),
    ...built.buildProblems,
  ];
  const isUnchanged =
    built === before &&
    asOf === before.live.asOf &&
    JSON.stringify(problems) === JSON.stringify(before.live.problems);
  const { trouble } = material;
  return isUnchanged ? before : { ...built, material, live: { programme, problems, asOf, trouble } };
}

function* build(before: Edition | undefined, material: Material, now: () => number): Steps<Edition> {
  const built = yield* buildInSteps(material.conference, material.drafts, before?.built);
  const { programme, problems: buildProblems } = built;
  const former = before?.live.programme;
  const edition = { material, built, buildProblems, emptySince: undefined };
  const live = (shown: Programme) => ({
    programme: shown,
    problems: [],
    asOf: undefined,
    trouble: undefined,
  });
  if (former === undefined) return { ...edition, live: live(programme) };
  if (programme.talks.length > 0 || former.talks.length === 0)
    return { ...edition, live: live((yield* succeed(former, programme)).programme) };
  return {
    ...edition,
    live: live(former),
    emptySince: before?.emptySince ?? now(),
    buildProblems: [...buildProblems, allLost(material.conference)],
  };
}

function allLost({ folder }: Conference): Problem {
  return {
    severity: 'error',
    file: folder,
    line: undefined,
    item: undefined,
    message:
      'All talks disappeared from the files at once; the last good programme stays in use. To remove the conference, remove its folder.',
  };
}

function isSame(a: Material, b: Material): boolean {
  return (
    a.drafts.length === b.drafts.length &&
    a.drafts.every((draft, i) => draft === b.drafts[i]) &&
    JSON.stringify(a.conference) === JSON.stringify(b.conference)
  );
}

/** The conferences that files and sources make now, by folder. */
export interface Editions {
  readonly byFolder: ReadonlyMap<string, Edition>;
  /** Those of no conference that is there. */
  readonly problems: readonly Problem[];
}

export const NO_EDITIONS: Editions = { byFolder: new Map(), problems: [] };

/** Makes each conference whose files or sources changed anew; the others stay as they are. */
export function* nextEditions(before: Editions, content: LiveContent, now: () => number): Steps<Editions> {
  const { conferences, problems } = arrangeContent(content);
  const described = groupByEach(problems, ({ file }) => (isConferenceFile(file) ? [folderOf(file)] : []));
  const byFolder = new Map<string, Edition>();
  for (const { conference, drafts } of conferences) {
    const { folder } = conference;
    const named = content.sources.filter(({ settingsPath }) => folderOf(settingsPath) === folder);
    const material = {
      conference,
      drafts,
      problems: described.get(folder) ?? [],
      asOf: oldest(named),
      trouble: named.find(({ asOf, trouble }) => asOf !== undefined && trouble !== undefined)?.trouble,
    };
    byFolder.set(folder, yield* nextEdition(before.byFolder.get(folder), material, now));
  }
  const isTaken = ({ file }: Problem) => isConferenceFile(file) && byFolder.has(folderOf(file));
  return { byFolder, problems: problems.filter(problem => !isTaken(problem)) };
}

function oldest(sources: readonly SourceContent[]): number | undefined {
  const instants = sources.flatMap(({ asOf }) => asOf ?? []);
  return instants.length === 0 ? undefined : Math.min(...instants);
}
