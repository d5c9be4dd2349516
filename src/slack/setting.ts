import type { Loaded } from '../search/loaded.ts';
import type { Ordering } from './digest/context.ts';
import type { Readers } from './readers.ts';
import type { ReplySetting } from './reply-setting.ts';

/** What every listener may use. */
export interface Setting {
  /** The programme as it is now; asked for anew each time, since a reload makes a new one. */
  readonly current: () => Loaded;
  /** Lectern's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly readers: Readers;
  readonly ordering: Ordering;
  /** How long Slack's answers are waited for before a person is answered without them. */
  readonly answerWithinMs: number;
}

/** How an answer that one person sees is made. */
export function privately(
  setting: Setting,
  userId: string,
  share: ReplySetting['share'] = 'here',
): ReplySetting {
  return {
    loaded: setting.current(),
    now: setting.now(),
    readerZone: setting.readers.zoneOf(userId),
    share,
    paged: true,
  };
}
