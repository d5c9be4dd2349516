import { runInProcess } from './cli/process-io.ts';

// The entry point of `npm start` and of an operator's supervisor.
await runInProcess(['start']);
