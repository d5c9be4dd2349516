#!/usr/bin/env node
import { loadProgram } from '../bundle/load.js';

await loadProgram().runInProcess(process.argv.slice(2));
