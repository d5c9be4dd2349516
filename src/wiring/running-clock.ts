/** From a real instant on, the clock shows `shows` and runs `speed` times as fast as the real one. */
interface Run {
  readonly from: number;
  readonly shows: number;
  readonly speed: number;
}

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

  /** How it has run since when; the last run is the present one. */
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
