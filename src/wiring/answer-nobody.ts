import { setImmediate as nextTurn } from 'node:timers/promises';
import { answerWithoutOrders } from '../conversation/answer.ts';
import type { Loaded } from '../search/loaded.ts';
import { type AppContext, answering, readStars } from '../slack/app-context.ts';
import { answerMessage } from '../slack/views/answer.ts';

/** Words of which a programme has none, even misspelt. */
const UNKNOWN = 'zzqqxxj';

/**
 * Answers requests that nobody made, before there are any: code is compiled at its first use, and a programme's tables for
 * reading requests are made then, and neither is to keep the first person waiting.
 */
export async function answerNobody(
  loaded: Loaded,
  { stars, now, log }: Pick<AppContext, 'stars' | 'now' | 'log'>,
): Promise<void> {
  const starred = await readStars({ workspace: '', person: '' }, { stars, log });
  const reader = { zone: undefined, place: 'channel', stars: starred } as const;
  const context = answering(reader, { loaded, now: now() });
  for (const words of [...loaded.index.examples, UNKNOWN, 'help']) {
    JSON.stringify(answerMessage(answerWithoutOrders(words, context)));
    await nextTurn();
  }
}
