import { setImmediate as nextTurn } from 'node:timers/promises';
import { answerWithoutOrders } from '../conversation/answer.ts';
import type { Timers } from '../live/timers.ts';
import type { Loaded } from '../search/loaded.ts';
import { type AppContext, answering, readStars } from '../slack/app-context.ts';
import { answerMessage } from '../slack/views/answer.ts';

/** By then all is done that Lectern needs to be ready. */
const OTHERS_MS = 100;

/** Words of which a programme has none, even misspelt. */
const UNKNOWN = 'zzqqxxj';

type Context = Pick<AppContext, 'stars' | 'now' | 'log'>;

/**
 * Answers requests that nobody made: code is compiled at its first use, and a programme's tables for reading requests are
 * made then, and neither is to keep the first person waiting. A search, one that finds nothing and help need most of what
 * others need, so they alone are answered before Lectern is ready. Never rejects.
 */
export function answeringNobody(
  loaded: Loaded,
  { timers, ...context }: Context & { readonly timers: Timers },
): { first(): Promise<void>; othersSoon(): () => void } {
  const [search = UNKNOWN, ...others] = loaded.index.examples;
  const answer = (requests: readonly string[]) =>
    answerNobody(requests, loaded, context).catch(error =>
      context.log.error(
        { err: error },
        'Lectern failed to answer before it was asked; the first answer may be slow.',
      ),
    );
  return {
    first: () => answer([search, UNKNOWN, 'help']),
    othersSoon: () => timers.after(OTHERS_MS, () => answer(others)),
  };
}

async function answerNobody(
  requests: readonly string[],
  loaded: Loaded,
  { stars, now, log }: Context,
): Promise<void> {
  const starred = await readStars({ workspace: '', person: '' }, { stars, log });
  const reader = { zone: undefined, place: 'channel', stars: starred } as const;
  const context = answering(reader, { loaded, now: now() });
  for (const words of requests) {
    JSON.stringify(answerMessage(answerWithoutOrders(words, context)));
    await nextTurn();
  }
}
