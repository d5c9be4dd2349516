import type { Answering, Reader } from '../conversation/context.ts';
import type { Loaded } from '../search/loaded.ts';
import type { DigestContext } from './digest/context.ts';
import type { Readers } from './readers.ts';

/** Everything that a listener may use. */
export interface AppContext {
  /** The programme as it is now. Ask for it each time, since a reload makes a new one. */
  readonly current: () => Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly readers: Readers;
  readonly digests: DigestContext;
  /** How long an answer waits for Slack before it is given without Slack's result. */
  readonly answerWithinMs: number;
}

/** The context of an answer that one person sees. */
export function contextFor(
  userId: string,
  place: Exclude<Reader['place'], 'thread'>,
  app: Pick<AppContext, 'current' | 'now' | 'readers'>,
): Answering {
  return answering({ place, zone: app.readers.zoneOf(userId) }, app);
}

/** The context of an answer that everyone in a channel sees. */
export function contextForEveryone(app: Pick<AppContext, 'current' | 'now'>): Answering {
  return answering({ zone: undefined, place: 'thread' }, app);
}

function answering(reader: Reader, { current, now }: Pick<AppContext, 'current' | 'now'>): Answering {
  return { ...current(), now: now(), reader, prefix: '' };
}
