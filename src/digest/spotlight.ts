import { groupByEach } from '../programme/group.ts';
import type { Talk } from '../programme/talk.ts';
import type { Digest } from '../store/digests.ts';
import type { SpotlightContent } from './content.ts';
import type { DayToTell } from './digest.ts';
import { chosenTalks } from './sessions-by-day.ts';

const TALKS_A_DAY = 5;

/** The talks whose turn it is today; nothing once every talk had its turn. */
export function spotlightOf(
  { filters }: Digest,
  day: string,
  { loaded, told }: DayToTell,
): SpotlightContent | undefined {
  const wanted = chosenTalks(filters, loaded);
  const talks = loaded.programme.talks.filter(talk => isSpoken(talk) && wanted.has(talk.id));
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
      .sort((a, b) => a.today - b.today || shareTold(a) - shareTold(b) || (a.name < b.name ? -1 : 1));
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

function isSpoken({ kind, status }: Talk): boolean {
  return status === 'confirmed' && kind !== 'break' && kind !== 'service';
}
