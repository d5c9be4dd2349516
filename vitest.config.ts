import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Property tests take their time on a busy machine; a test that hangs is ended all the same.
    testTimeout: 30_000,
    exclude: ['test/**/*.slow.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    // No test leaves anything behind for another, so a worker loads each module once for all its files.
    isolate: false,
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The pages' scripts are proven where they run, in a browser.
      exclude: ['src/local-slack/page/**', 'src/publishing/site/browser/**', 'src/main.ts'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
