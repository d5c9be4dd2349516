import type { Writable } from 'node:stream';
import type { Progress } from '../live/data-folder.ts';

/** Who waits less than this wants no bar. */
const PATIENCE_MS = 1000;
const WIDTH = 30;

/**
 * A bar on a terminal, from the second on in which somebody begins to wonder; nothing where no person looks.
 * `now` is in milliseconds.
 */
export function progressOn(
  stderr: Writable & { readonly isTTY?: boolean },
  now: () => number,
): { readonly show: Progress; clear(): void } {
  const begunAt = now();
  let shown = -1;
  return {
    show: (done, all) => {
      const filled = Math.floor((WIDTH * done) / Math.max(1, all));
      if (stderr.isTTY !== true || filled === shown || now() - begunAt < PATIENCE_MS) return;
      shown = filled;
      stderr.write(`\r[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done} of ${all} files`);
    },
    clear: () => {
      if (shown >= 0) stderr.write('\r\x1b[K');
    },
  };
}
