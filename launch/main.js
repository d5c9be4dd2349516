import { loadProgram } from './bundle/load.js';

// The entry point of `npm start` and of an operator's supervisor.
await loadProgram().runInProcess(['start']);
