import type { OtherConference } from '../search/loaded.ts';
import { realTimers, type Timers } from './timers.ts';

/** Makes conferences ready before anybody asks for them. */
export interface Opener {
  /** These in the place of what is left of those before. */
  open(others: readonly OtherConference[]): void;
  end(): void;
}

/**
 * One at a time, so that answers come between: the index of a large conference takes up to a second, every search looks
 * into each of them, and Slack waits three.
 */
export function createOpener({
  timers = realTimers,
  onFault,
}: {
  readonly timers?: Timers;
  readonly onFault: (error: unknown) => void;
}): Opener {
  let forget = () => {};
  const open = ([next, ...rest]: readonly OtherConference[]) => {
    if (next === undefined) return;
    forget = timers.after(0, async () => {
      try {
        next.open();
      } catch (error) {
        onFault(error);
      }
      open(rest);
    });
  };
  return {
    open: others => {
      forget();
      open(others);
    },
    end: () => forget(),
  };
}
