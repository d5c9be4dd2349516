import { findProgrammeDay } from '../programme/moment.ts';
import type { Problem } from '../programme/problem.ts';
import { createIdResolver, createProgramme, type Programme } from '../programme/programme.ts';
import { type Index, indexProgramme } from '../search/index/index-programme.ts';
import type { Loaded, OtherConference } from '../search/loaded.ts';
import { compare } from '../text/keys.ts';
import { allProblems, type Library } from './library.ts';
import type { LiveConference } from './live-conference.ts';

/** The conference that answers, and the problems of its files. */
export interface LoadedFolder extends Loaded {
  /** Problems of the files and sources. */
  readonly problems: readonly Problem[];
}

/** Returns the conference that answers at an instant; undefined if there is not one talk. */
export type Choose = (nowMs: number) => LoadedFolder | undefined;

/**
 * Chooses among a library's conferences: the current one, with what has no dates. As long as the choice is the same, so
 * is the answer: the index is made only when there is another programme to find in.
 */
export function createChooser(library: Pick<Library, 'conferences' | 'problems'>): Choose {
  let chosenFrom: readonly Programme[] = [];
  let found: Found | undefined;
  const opened = new WeakMap<Programme, Found>();
  let last: { readonly conferences: readonly LiveConference[]; readonly folder: LoadedFolder } | undefined;
  return nowMs => {
    const conferences = library.conferences();
    const withTalks = conferences.filter(({ programme }) => programme.talks.length > 0);
    const choice = currentConference(
      withTalks.map(({ programme }) => programme),
      nowMs,
    );
    if (choice.current === undefined) return undefined;
    const shown = [choice.current, ...choice.undated];
    if (found === undefined || !isSame(shown, chosenFrom)) {
      const programme = joinProgrammes(choice.current, choice.undated);
      found = indexOnce(programme, opened, found?.index);
      chosenFrom = shown;
      last = undefined;
    }
    if (last?.conferences === conferences) return last.folder;
    const live = withTalks.filter(({ programme }) => shown.includes(programme));
    const ageOf = (of: Programme) => withTalks.find(({ programme }) => programme === of)?.asOf;
    const asOther = (programme: Programme) => otherOf(programme, { opened, asOf: ageOf(programme) });
    const along = choice.undated.length === 0 ? [] : shown.filter(isNameable);
    const folder = {
      ...found,
      problems: allProblems(library),
      others: [
        ...along.map(programme => ({ ...asOther(programme), isAlong: true as const })),
        ...choice.others.map(asOther),
      ],
      asOf: oldest(live.flatMap(({ asOf }) => asOf ?? [])),
    };
    last = { conferences, folder };
    return folder;
  };
}

/** Whether a conference without dates is one of its own, and not the files that lie beside the others' folders. */
function isNameable({ days, conference }: Programme): boolean {
  return days.length === 0 && (conference.name ?? conference.folder) !== '';
}

type Found = Pick<Loaded, 'programme' | 'index'>;

/** A conference that few ask for is made ready when somebody does, and then stays so. */
function otherOf(
  programme: Programme,
  { opened, asOf }: { readonly opened: WeakMap<Programme, Found>; readonly asOf: number | undefined },
): OtherConference {
  const { name, folder } = programme.conference;
  return {
    name: name ?? (folder || 'DATA_DIR'),
    programme,
    open: () => ({ ...indexOnce(programme, opened), asOf, others: [] }),
  };
}

/** The index of each programme is made once, whichever conference is the current one meanwhile. */
function indexOnce(programme: Programme, opened: WeakMap<Programme, Found>, before?: Index): Found {
  const found = opened.get(programme) ?? { programme, index: indexProgramme(programme, before) };
  opened.set(programme, found);
  return found;
}

function isSame(a: readonly Programme[], b: readonly Programme[]): boolean {
  return a.length === b.length && a.every((programme, i) => programme === b[i]);
}

function oldest(instants: readonly number[]): number | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}

/** Which conference answers at an instant, and what becomes of the others. */
export interface Choice {
  /** Nothing only where there is no programme at all. */
  readonly current: Programme | undefined;
  /** Those without dates, which count along with any other. */
  readonly undated: readonly Programme[];
  readonly others: readonly Programme[];
}

/**
 * The conference that people mean at an instant: one that is running, else the next, else the latest. Of two that run,
 * the one that began last. Days are those of each conference's own clocks.
 */
export function currentConference(programmes: readonly Programme[], nowMs: number): Choice {
  const undated = programmes.filter(({ days }) => days.length === 0);
  const dated = programmes.filter(({ days }) => days.length > 0);
  const ranked = dated
    .map(programme => ({ programme, ...placeInTime(programme, nowMs) }))
    .sort((a, b) => a.rank - b.rank || compare(a.by, b.by));
  const [current = undated[0]] = ranked.map(({ programme }) => programme);
  const isOther = (programme: Programme) => programme !== current;
  return { current, undated: undated.filter(isOther), others: dated.filter(isOther) };
}

/** Running before coming before past; `by` sorts within each, the one that is meant first. */
function placeInTime(
  { conference, days }: Programme,
  nowMs: number,
): { readonly rank: 0 | 1 | 2; readonly by: string } {
  const [first = '', last = first] = [days[0], days.at(-1)];
  const today = findProgrammeDay(nowMs, conference);
  if (today < first) return { rank: 1, by: first };
  if (today > last) return { rank: 2, by: reverseDay(last) };
  return { rank: 0, by: reverseDay(first) };
}

/** Sorts the later day first. */
function reverseDay(day: string): string {
  return day.replace(/\d/g, digit => String(9 - Number(digit)));
}

/**
 * One programme of a conference and of what counts along with it. Ids are each conference's own: where two meet, that of
 * what counts along gets a number.
 */
export function joinProgrammes(first: Programme, along: readonly Programme[]): Programme {
  if (along.length === 0) return first;
  const talks = along.flatMap(programme => programme.talks).map(createIdResolver(first));
  return createProgramme(first.conference, [...first.talks, ...talks]);
}
