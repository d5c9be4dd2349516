import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Tests of properties try ten times as many cases here as in `npm test`, and some others look at everything. */
const thorough = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.test.ts'))
  .map(path => `test/${path}`)
  .filter(path => /from '(fast-check|.*\/support\/cases\.ts)'/.test(readFileSync(path, 'utf8')));

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from there.
export default defineConfig({
  test: {
    testTimeout: 600_000,
    // A test may leave behind a folder of many thousand files.
    hookTimeout: 120_000,
    setupFiles: ['test/support/setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['test/**/*.slow.test.ts'],
          globalSetup: ['test/support/build-page.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'thorough',
          include: thorough,
          exclude: ['test/**/*.slow.test.ts'],
          env: { THOROUGH: '1' },
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [
            'test/store/*.test.ts',
            'test/store/{conferences,database,insight,people,snapshots,workspaces}/*.test.ts',
          ],
          globalSetup: ['test/support/postgres-suite.ts'],
        },
      },
    ],
  },
});
