import fc from 'fast-check';
import { cases } from './cases.ts';

/** Properties try the same cases in each run, so that nobody's change fails for another's fault; `SEED=2` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1), numRuns: cases(200) });
