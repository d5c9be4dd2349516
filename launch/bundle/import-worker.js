import { loadProgram } from './load.js';

// A thread or process that reads files, for `src/importers/import-aside.ts` and `import-beside.ts`.
await loadProgram().importInThread();
