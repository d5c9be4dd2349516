import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that can pause where it yields, so that other work comes between, and has a result in the end. */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A request that arrives meanwhile waits for one slice. */
const SLICE_MS = 8;

/**
 * Does the steps in slices of a few milliseconds, between which the event loop does what has arrived. The clock is in
 * milliseconds; a slice begins when `pause` resolves.
 */
export async function finishInSlices<Result>(
  steps: Steps<Result>,
  { clock = () => performance.now(), pause = () => nextTurn() }: SliceOptions = {},
): Promise<Result> {
  for (;;) {
    const until = clock() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (clock() < until);
    await pause();
  }
}

interface SliceOptions {
  readonly clock?: () => number;
  readonly pause?: () => Promise<unknown>;
}

/** Maps a list, with a step for each item. */
export function* mapInSteps<Item, Value>(
  items: Iterable<Item>,
  map: (item: Item, place: number) => Value,
): Steps<Value[]> {
  const values: Value[] = [];
  for (const item of items) {
    values.push(map(item, values.length));
    yield;
  }
  return values;
}
