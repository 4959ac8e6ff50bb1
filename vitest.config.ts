import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isFullSweep } from './tests/support/sampled.ts';
import { SlowestFirst } from './tests/support/slowest-first.ts';

/** Tests of this guide's content that don't need a built site. */
const ofContent = ['tests/this-guide/{conformance,content}/*.test.ts'];

const ofCode = ['{src,scripts}/**/*.test.ts', 'tests/voice/*.test.ts'];

/** Code is tested with the settings of an example guide, so that the tests hold for any guide. */
const guideForTests = {
  find: /^(?:\.{1,2}\/)+(?:src\/)?guide-settings\.ts$/,
  replacement: resolve('tests/examples/guide-settings.ts'),
};

/** Pure code needs no isolation between test files. Isolation would take longer than the tests. */
const together = { isolate: false, pool: 'threads', maxWorkers: 2 } as const;

export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        resolve: { alias: [guideForTests] },
        test: { name: 'unit', include: ofCode, ...together },
      },
      { test: { name: 'content', include: ofContent, ...together } },
      {
        resolve: { alias: [guideForTests] },
        test: {
          // Thousands of hostile inputs to the parsers: slower than unit tests, and independent of
          // the site.
          name: 'fuzz',
          include: ['tests/fuzz/*.test.ts'],
          // In the nightly run, 100,000 cases of a property take up to five minutes on two cores.
          testTimeout: 1_200_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: [
            ...ofContent,
            'tests/{fuzz,voice}/**',
            ...(isFullSweep ? [] : ['tests/**/nightly/**']),
          ],
          globalSetup: ['tests/support/serve-built-site.ts'],
          // Each process starts one browser and loads the test tools once.
          isolate: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // As long as the browser's own timeouts. A busy machine can take longer than the default,
          // which is one second.
          expect: { poll: { timeout: 30_000 } },
          // One more than the number of cores in a small machine, because these tests mostly wait
          // for browsers.
          maxWorkers: 3,
        },
      },
    ],
  },
});
