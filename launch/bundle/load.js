import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const BUNDLE = fileURLToPath(new URL('lectern.cjs', import.meta.url));

/** By then Lectern has read all but a large programme. */
const START_MS = 3000;

/** A thousand talks need less; with more, a small young generation is collected over and over. */
const START_HEAP_BYTES = 64 * 2 ** 20;
const LOOK_EVERY_MS = 50;

/** The young generation of a large programme. V8 allows twice as much, and what such a programme is made of would fill it. */
const YOUNG_BYTES = 16 * 2 ** 20;
const START_YOUNG_BYTES = 2 * 2 ** 20;
const LOOK_OFTEN_MS = 5;

/** Else V8 takes 16 MB more for the garbage of the start, and keeps them. */
const KEEP_YOUNG_SMALL = { flag: '--semi-space-growth-factor', start: 1, own: 2 };

/** At the start most of what is hot is so once, and to optimize it costs more than it saves. */
const OPTIMIZE_LATER = { flag: '--invocation-count-for-turbofan', start: 48_000, own: 3000 };

/** The same for the first of two compilers that optimize in Node 24. */
const OPTIMIZE_FIRST_LATER = { flag: '--invocation-count-for-maglev', start: 6400, own: 400 };

/** The same in Node 20. */
const OPTIMIZE_LATER_20 = { flag: '--interrupt-budget', start: 1_081_344, own: 67_584 };

/**
 * Node parses answers of Slack in WebAssembly, and optimizes that after a few of them, which takes up to 100 ms and 12 MB.
 * The value at which a module is loaded holds for it for good.
 */
const PARSE_AS_COMPILED = { flag: '--wasm-tiering-budget', start: 1_000_000_000, own: 13_000_000 };

/** The same in Node 20. */
const PARSE_AS_COMPILED_20 = { ...PARSE_AS_COMPILED, own: 1_800_000 };

/** Each release of Node has its own flags and values; one that is not known here keeps them. */
const OF_RELEASE = {
  20: [OPTIMIZE_LATER_20, PARSE_AS_COMPILED_20],
  22: [OPTIMIZE_LATER, PARSE_AS_COMPILED],
  24: [OPTIMIZE_LATER, OPTIMIZE_FIRST_LATER, PARSE_AS_COMPILED],
}[Number.parseInt(process.versions.node, 10)];

/** V8's flags, with their values at the start and V8's own, in which threads take what was compiled. */
export const START_FLAGS = [KEEP_YOUNG_SMALL, ...(OF_RELEASE ?? [])];

/** Those of Node's own modules that every start needs and that are not there yet. They were compiled with Node's own flags. */
const NODE_MODULES = [
  'http',
  'https',
  'child_process',
  'fs/promises',
  'timers/promises',
  'readline/promises',
  'os',
  'perf_hooks',
  'zlib',
  'assert',
  'dns',
  'cluster',
];

/**
 * Loads the bundle as `require` would, but in the form in which V8 compiled it at the build. V8 takes that from the same
 * release of Node only, and else compiles the bundle again. Returns what `src/cli/process-io.ts` exports, and
 * `wasCompiled`.
 */
export function loadProgram(bundle = BUNDLE) {
  const script = readScript(bundle);
  // Not before, since V8 takes what was compiled with the same flags alone. They are those of all threads.
  if (isMainThread) {
    for (const name of NODE_MODULES) process.getBuiltinModule(name);
    saveAtStart();
  }
  return { ...run(script, bundle), wasCompiled: script.cachedDataRejected === false };
}

/** The same with V8's own flags, and with `keepCompiled`, which keeps all that V8 has compiled so far. */
export function loadToCompile(bundle = BUNDLE) {
  const script = readScript(bundle);
  const keepCompiled = () => writeFileSync(compiledPath(bundle), script.createCachedData());
  return { ...run(script, bundle), keepCompiled };
}

function readScript(bundle) {
  return new Script(readFileSync(bundle, 'latin1'), {
    filename: bundle,
    cachedData: readIfThere(compiledPath(bundle)),
  });
}

function run(script, bundle) {
  const module = { exports: {} };
  const define = script.runInThisContext();
  define.call(module.exports, module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return module.exports;
}

function saveAtStart() {
  for (const { flag, start } of START_FLAGS) setFlagsFromString(`${flag}=${start}`);
  const until = performance.now() + START_MS;
  const looking = setInterval(() => {
    if (performance.now() < until && getHeapStatistics().used_heap_size < START_HEAP_BYTES) return;
    clearInterval(looking);
    for (const { flag, own } of START_FLAGS) setFlagsFromString(`${flag}=${own}`);
    if (performance.now() < until) growYoungOnce();
  }, LOOK_EVERY_MS).unref();
}

/** In one step, and looked for often: once it is there, V8 goes on to double it as soon as it can. */
function growYoungOnce() {
  setFlagsFromString(`${KEEP_YOUNG_SMALL.flag}=${YOUNG_BYTES / START_YOUNG_BYTES}`);
  const looking = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if (young !== undefined && young.space_size < YOUNG_BYTES) return;
    clearInterval(looking);
    setFlagsFromString(`${KEEP_YOUNG_SMALL.flag}=${KEEP_YOUNG_SMALL.start}`);
  }, LOOK_OFTEN_MS).unref();
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
