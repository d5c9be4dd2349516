import type { Conference } from '../programme/conference.ts';
import { buildProgramme } from '../programme/joining/build.ts';
import type { Draft } from '../programme/joining/draft.ts';
import { keepCancelled } from '../programme/joining/keep-cancelled.ts';
import type { Problem } from '../programme/problem.ts';
import type { Programme } from '../programme/programme.ts';

/** A conference as it is now. */
export interface LiveConference {
  readonly programme: Programme;
  readonly problems: readonly Problem[];
  /** Since when nothing newer could be had, in milliseconds since 1970; nothing where all is up to date. */
  readonly asOf: number | undefined;
}

/** What a conference is made of. */
export interface Material {
  readonly conference: Conference;
  readonly drafts: readonly Draft[];
  /** Those that no draft carries. */
  readonly problems: readonly Problem[];
  readonly asOf: number | undefined;
}

/** A conference together with what it was made of, so that the same is not made twice. */
export interface Edition {
  readonly material: Material;
  readonly live: LiveConference;
  readonly buildProblems: readonly Problem[];
  /** When it lost all its talks, so that an earlier programme is shown. */
  readonly emptySince: number | undefined;
}

/** The next edition of a conference; the same one where nothing that is seen of it changed. */
export function nextEdition(before: Edition | undefined, material: Material, now: () => number): Edition {
  const built =
    before !== undefined && isSame(before.material, material) ? before : build(before, material, now);
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
  return isUnchanged ? before : { ...built, material, live: { programme, problems, asOf } };
}

function build(before: Edition | undefined, material: Material, now: () => number): Edition {
  const { programme, problems: buildProblems } = buildProgramme(material.conference, material.drafts);
  const former = before?.live.programme;
  const edition = { material, buildProblems, emptySince: undefined };
  const live = (shown: Programme) => ({ programme: shown, problems: [], asOf: undefined });
  if (former === undefined) return { ...edition, live: live(programme) };
  if (programme.talks.length > 0 || former.talks.length === 0)
    return { ...edition, live: live(keepCancelled(former, programme).programme) };
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
      'All talks are gone from the files at once; what was there before stays. Remove the folder with its conference.yml to have it gone.',
  };
}

function isSame(a: Material, b: Material): boolean {
  return (
    a.drafts.length === b.drafts.length &&
    a.drafts.every((draft, i) => draft === b.drafts[i]) &&
    JSON.stringify(a.conference) === JSON.stringify(b.conference)
  );
}
