import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/slowest-first.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          // Pure code needs no world of its own for each file; making one takes longer than testing.
          isolate: false,
          pool: 'threads',
        },
      },
      {
        test: {
          // Thousands of hostile inputs to the readers: slower than unit tests, and needs no site.
          name: 'fuzz',
          include: ['tests/fuzz/*.test.ts'],
          testTimeout: 180_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/*.test.ts', 'tests/engines/*.test.ts'],
          globalSetup: ['tests/serve-built-site.ts'],
          // Each process starts one browser and reads the tools of the tests once.
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // As long as the browser's own waits: a busy machine takes more than a second.
          expect: { poll: { timeout: 30_000 } },
          // One more than there are cores on small machines: these tests wait for browsers a lot.
          maxWorkers: 3,
        },
      },
    ],
  },
});
