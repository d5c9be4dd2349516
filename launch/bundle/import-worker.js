import { loadProgram } from './load.js';

// A thread that reads one large file, for `src/importers/import-aside.ts`.
await loadProgram().importInThread();
