import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const BUNDLE = fileURLToPath(new URL('lectern.cjs', import.meta.url));

/** By then Lectern has read all but a large programme. */
const START_MS = 3000;

/** A thousand talks need less; with more, a small young generation is collected over and over. */
const START_HEAP_BYTES = 64 * 2 ** 20;
const LOOK_EVERY_MS = 50;

/**
 * Loads the bundle as `require` would, but in the form in which V8 compiled it at the build. V8 takes that from the same
 * release of Node only, and else compiles the bundle again. Returns what `src/cli/process-io.ts` exports,
 * `wasCompiled`, and `keepCompiled`, which keeps all that V8 has compiled so far.
 */
export function loadProgram(bundle = BUNDLE) {
  const script = new Script(readFileSync(bundle, 'latin1'), {
    filename: bundle,
    cachedData: readIfThere(compiledPath(bundle)),
  });
  // Not before, since V8 takes what it compiled with the same flags alone. They are those of all threads.
  if (isMainThread) keepYoungGenerationSmall();
  const module = { exports: {} };
  const run = script.runInThisContext();
  run.call(module.exports, module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return {
    ...module.exports,
    wasCompiled: script.cachedDataRejected === false,
    keepCompiled: () => {
      letYoungGenerationGrow();
      writeFileSync(compiledPath(bundle), script.createCachedData());
    },
  };
}

/** Else V8 takes 16 MB more for the garbage of the start, and keeps them. */
function keepYoungGenerationSmall() {
  setFlagsFromString('--semi-space-growth-factor=1');
  const until = performance.now() + START_MS;
  const looking = setInterval(() => {
    if (performance.now() < until && getHeapStatistics().used_heap_size < START_HEAP_BYTES) return;
    clearInterval(looking);
    letYoungGenerationGrow();
  }, LOOK_EVERY_MS).unref();
}

/** V8's own setting. */
function letYoungGenerationGrow() {
  setFlagsFromString('--semi-space-growth-factor=2');
}

function compiledPath(bundle) {
  return `${bundle}.compiled`;
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
