#!/usr/bin/env node
import { runInProcess } from './process-io.ts';

await runInProcess(process.argv.slice(2));
