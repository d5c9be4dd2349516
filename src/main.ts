import { runInProcess } from './cli/process-io.ts';

// As `launch/main.js` does with the bundle, but from the sources.
await runInProcess(['start']);
