import { groupByEach } from '../text/keys.ts';
import { type Change, isForReaders } from './changes.ts';
import { describeDifference } from './describe-change.ts';
import { DAY_MS } from './local-time.ts';
import { dateOf, toMoment } from './moment.ts';

/** A talk that came in or changed on a day. */
export interface News {
  readonly talkId: string;
  /** How it changed, as describeDifference writes it; undefined if the talk is new. */
  readonly change: string | undefined;
  /** When people were told of it, in milliseconds since 1970. */
  readonly at: number;
}

/** After a week, those who look now and then have seen it. */
const NEWS_MS = 7 * DAY_MS;

/** Those that are still new at an instant. */
export function recentNews(news: readonly News[], now: number): readonly News[] {
  return news.filter(({ at }) => now - at < NEWS_MS);
}

export interface NewsUpdate {
  readonly changes: readonly Change[];
  /** The present ids of the talks that have another id than before, by the former one. */
  readonly newIds: ReadonlyMap<string, string>;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** That of the conference, IANA. */
  readonly timeZone: string | undefined;
}

/**
 * The news after a programme was read anew, one for each talk and day, since people ask for the changes of a day: the latest
 * change first, which says how it is now. A talk stays new on its first day, whatever changes of it.
 */
export function nextNews(
  known: readonly News[],
  { changes, newIds, now, timeZone }: NewsUpdate,
): readonly News[] {
  const keyOf = (talkId: string, at: number) => `${dateOf(toMoment(at, timeZone))} ${talkId}`;
  const byKey = new Map(
    recentNews(known, now).map(each => {
      const talkId = newIds.get(each.talkId) ?? each.talkId;
      return [keyOf(talkId, each.at), { ...each, talkId }];
    }),
  );
  const told = changes.filter(change => change.kind !== 'zone' && isForReaders(change));
  for (const [talkId, those] of groupByEach(told, ({ talk }) => [talk.id])) {
    const key = keyOf(talkId, now);
    const before = byKey.get(key);
    const isNew = those.some(({ kind }) => kind === 'added');
    const isCancelled = those.some(({ kind }) => kind === 'cancelled');
    if (before !== undefined && before.change === undefined && !isCancelled) continue;
    const lines = those.map(change => describeDifference(change));
    const change = isNew ? undefined : [...lines, before?.change].filter(Boolean).join('; ');
    byKey.set(key, { talkId, change, at: now });
  }
  return [...byKey.values()];
}
