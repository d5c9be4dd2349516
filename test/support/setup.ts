import fc from 'fast-check';
import { afterAll } from 'vitest';
import { cases } from './cases.ts';
import { removeTemporaryFolders } from './temporary-folder.ts';

/** Properties try the same cases in each run, so that nobody's change fails for another's fault; `SEED=2` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1), numRuns: cases(200) });

// Vitest runs this file before each test file, but loads other modules once: a hook of theirs runs for one file only.
afterAll(removeTemporaryFolders);
