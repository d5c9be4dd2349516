import { setTimeout as wait } from 'node:timers/promises';

/** Slack shows a failure where it is not answered within three seconds. */
export const ANSWER_MS = 2000;

/** What work brings soon enough to be the answer itself; nothing where it takes longer, while it goes on. */
export async function inTime<T>(work: Promise<T>, withinMs: number): Promise<T | undefined> {
  const end = new AbortController();
  const late = wait(withinMs, undefined, { signal: end.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    end.abort();
  }
}
