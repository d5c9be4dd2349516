import type { Conference } from '../programme/conference.ts';

/** Lectern's own clock, which a rehearsal sets and speeds up; until then it is the real one. All in milliseconds. */
export class RunningClock {
  readonly #realNow: () => number;
  #earlier: readonly Run[] = [];
  #current: Run;

  constructor(realNow: () => number) {
    this.#realNow = realNow;
    const now = realNow();
    this.#current = { from: now, shows: now, speed: 1 };
  }

  /** All runs since the start, the present one last. */
  get runs(): readonly Run[] {
    return [...this.#earlier, this.#current];
  }

  readonly now = (): number => {
    const { from, shows, speed } = this.#current;
    return Math.floor(shows + (this.#realNow() - from) * speed);
  };

  /** Shows `at` at this moment, and runs on as fast as before. */
  set(at: number): void {
    this.#begin({ shows: at, speed: this.#current.speed });
  }

  /** Runs `speed` times as fast as the real time from now on. */
  run(speed: number): void {
    this.#begin({ shows: this.now(), speed });
  }

  #begin(run: Pick<Run, 'shows' | 'speed'>): void {
    this.#earlier = this.runs;
    this.#current = { from: this.#realNow(), ...run };
  }
}

/** From a real instant on, the clock shows `shows` and runs `speed` times as fast as the real one. */
interface Run {
  readonly from: number;
  readonly shows: number;
  readonly speed: number;
}

/** 2027-05-11T08:55+02:00: five minutes before the sample conference begins, so that it has a now and a today. */
const SAMPLE_BEGINS = Date.UTC(2027, 4, 11, 6, 55);

/**
 * Returns the instant at which Lectern's own clock starts, or undefined if it is the real one. The sample conference is
 * tried out on its first day.
 */
export function chooseClockStart(
  { clock, slack }: { readonly clock: number | undefined; readonly slack: { readonly kind: string } },
  conference: Conference,
): number | undefined {
  return clock ?? (slack.kind === 'local' && conference.sample ? SAMPLE_BEGINS : undefined);
}
