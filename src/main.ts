import { runInProcess } from './cli/process-io.ts';

// What `npm start` and an operator's supervisor run.
await runInProcess(['start']);
