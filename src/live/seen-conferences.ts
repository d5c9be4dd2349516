import { conferenceKey } from '../programme/conference.ts';
import type { Programme } from '../programme/programme.ts';
import { indexProgramme } from '../search/index/index-programme.ts';
import { conferencesOf, type Loaded, type OtherConference } from '../search/loaded.ts';
import { rememberOf } from '../text/remember.ts';
import { currentConference, joinProgrammes } from './current-conference.ts';

/** The conference that answers at an instant stays the same for so long. */
const CHOSEN_FOR_MS = 60_000;

interface Chosen {
  readonly loaded: Loaded;
  readonly at: number;
}

/** The choices among all that is loaded, by the keys of the conferences that are seen. */
const chosenOf = rememberOf((_all: Loaded) => new Map<string, Chosen>());

/**
 * All that is loaded as somebody has it who sees only these conferences, named by their keys: the one that answers is chosen
 * among them. If none of them is loaded (a conference may get another name), all are seen. The instant is in milliseconds
 * since 1970.
 */
export function seenConferences(all: Loaded, keys: readonly string[] | undefined, nowMs: number): Loaded {
  if (keys === undefined) return all;
  const chosen = chosenOf(all);
  const key = JSON.stringify(keys);
  const known = chosen.get(key);
  if (known !== undefined && nowMs >= known.at && nowMs - known.at < CHOSEN_FOR_MS) return known.loaded;
  const loaded = choose(all, new Set(keys), { nowMs, before: known?.loaded });
  chosen.set(key, { loaded, at: nowMs });
  return loaded;
}

function choose(
  all: Loaded,
  keys: ReadonlySet<string>,
  { nowMs, before }: { readonly nowMs: number; readonly before: Loaded | undefined },
): Loaded {
  const conferences = conferencesOf(all);
  const seen = conferences.filter(({ conference }) => keys.has(conferenceKey(conference)));
  if (seen.length === conferences.length) return all;
  const { current, undated, others } = currentConference(seen, nowMs);
  if (current === undefined) return all;
  const shown = [current, ...undated];
  if (before !== undefined && isSame(before.joined ?? [before.programme], shown)) return before;
  const own = (programme: Programme) => ownOf(all, programme);
  const along = undated.length === 0 ? [] : shown.filter(isNameable);
  return {
    ...(undated.length === 0 ? own(current).open() : joined(shown, all)),
    joined: undated.length === 0 ? undefined : shown,
    others: [...along.map(each => ({ ...own(each), isAlong: true as const })), ...others.map(own)],
  };
}

function joined([current, ...along]: readonly Programme[], all: Loaded): Loaded {
  if (current === undefined) throw new Error('There is no programme to join.');
  const programme = joinProgrammes(current, along);
  return { programme, index: indexProgramme(programme), asOf: all.asOf, others: [] };
}

/** A conference by itself; one that answers for all is none of the others. */
function ownOf(all: Loaded, programme: Programme): OtherConference {
  const other = all.others.find(each => each.programme === programme);
  if (other !== undefined) return { name: other.name, programme, asOf: other.asOf, open: other.open };
  const { name, folder } = programme.conference;
  const index = () => (programme === all.programme ? all.index : indexOf(programme));
  return {
    name: name ?? (folder || 'DATA_DIR'),
    programme,
    asOf: all.asOf,
    open: () => ({ programme, index: index(), asOf: all.asOf, others: [] }),
  };
}

const indexOf = rememberOf((programme: Programme) => indexProgramme(programme));

/** Whether a conference without dates is one of its own, and not the files that lie beside the others' folders. */
export function isNameable({ days, conference }: Programme): boolean {
  return days.length === 0 && (conference.name ?? conference.folder) !== '';
}

export function isSame(a: readonly Programme[], b: readonly Programme[]): boolean {
  return a.length === b.length && a.every((programme, i) => programme === b[i]);
}
