import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CASES = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));
const isThere = existsSync(CASES);
if (!isThere) console.warn(`NOT TRIED: there are no cases at ${CASES}.`);

/** Small inputs of real programmes, each with what is right. They are asked of what is built. */
test.skipIf(!isThere)('all cases of real programmes hold', () => {
  const printed = execFileSync(process.execPath, [`${CASES}run.mjs`, ROOT, `${CASES}cases`], {
    encoding: 'utf8',
  });
  expect(printed.split('\n').filter(line => line.includes('falls short'))).toEqual([]);
  expect(printed).toMatch(/(\d+) of \1 hold/);
});
