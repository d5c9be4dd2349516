import type { Part } from '../../digests/compose/words.ts';
import { dayToldOn } from '../../digests/plan/due.ts';
import { dayAt } from '../../programme/moment.ts';
import type { Digest } from '../../store/digests.ts';
import type { Setting } from '../setting.ts';
import { composeDigest } from '../views/digest/digest.ts';

/** What would be posted of a day, or of the next one of which there is something to say. Nothing is recorded. */
export async function composedFor(
  digest: Digest,
  { current, now, ordering }: Setting,
  asked: string | undefined,
): Promise<{ readonly day: string; readonly parts: readonly Part[] }> {
  const loaded = current();
  const { days, conference } = loaded.programme;
  const first = asked ?? dayToldOn(dayAt(now(), conference), digest);
  const told =
    days.length === 0 ? await ordering.store.deliveries.toldBy(digest.id, first) : new Set<string>();
  const compose = (day: string) =>
    composeDigest(digest, day, { loaded, changes: [], told, rehearsal: ordering.rehearsal });
  const later = asked === undefined ? days.filter(day => day > first) : [];
  for (const day of [first, ...later]) {
    const parts = compose(day);
    if (parts.length > 0) return { day, parts };
  }
  return { day: first, parts: [] };
}
