import { isHeld } from '../../programme/pauses.ts';
import type { Talk } from '../../programme/talk.ts';
import type { Digest } from '../../store/digests.ts';
import { compare } from '../../text/compare.ts';
import { groupByEach } from '../../text/group.ts';
import { chosenTalks } from '../plan/sessions-by-day.ts';
import type { DayToTell } from './words.ts';

const TALKS_A_DAY = 5;

/** For a conference without times: some talks a day, until each has had its turn. */
export interface SpotlightContent {
  readonly kind: 'spotlight';
  readonly day: string;
  readonly talks: readonly Talk[];
  /** How many talks are still to have their turn. */
  readonly left: number;
}

/** The talks whose turn it is today; nothing once every talk had its turn. */
export function spotlightOf(
  { filters }: Digest,
  day: string,
  { loaded, told }: DayToTell,
): SpotlightContent | undefined {
  const wanted = chosenTalks(filters, loaded);
  const talks = loaded.programme.talks.filter(talk => isHeld(talk) && wanted.has(talk.id));
  const chosen = spreadOverTracks(talks, told);
  if (chosen.length === 0) return undefined;
  const before = talks.filter(talk => told.has(talk.id)).length;
  return { kind: 'spotlight', day, talks: chosen, left: talks.length - before - chosen.length };
}

/**
 * From as many tracks as there are; first from those of which the smallest share was told, so that all tracks end at
 * about the same time.
 */
function spreadOverTracks(talks: readonly Talk[], told: ReadonlySet<string>): readonly Talk[] {
  const tracks = [...groupByEach(talks, talk => [talk.track ?? ''])].map(([name, all]) => {
    const waiting = all.filter(talk => !told.has(talk.id));
    return { name, size: all.length, waiting, today: 0 };
  });
  const chosen: Talk[] = [];
  while (chosen.length < TALKS_A_DAY) {
    const [next] = tracks
      .filter(track => track.waiting.length > 0)
      .sort((a, b) => a.today - b.today || shareTold(a) - shareTold(b) || compare(a.name, b.name));
    const talk = next?.waiting.shift();
    if (next === undefined || talk === undefined) break;
    next.today += 1;
    chosen.push(talk);
  }
  return chosen;
}

function shareTold({ size, waiting }: { readonly size: number; readonly waiting: readonly Talk[] }): number {
  return (size - waiting.length) / size;
}
