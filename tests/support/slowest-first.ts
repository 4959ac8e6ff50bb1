import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The slowest files, in the order in which they start. `flows.test.ts`, which runs other browser
 * engines, isn't first because the type check is usually still running then.
 */
const slowest = [
  'offline-update.test.ts',
  'practice-session.test.ts',
  'flows.test.ts',
  'set.test.ts',
  'kit.test.ts',
  'each-lab.test.ts',
  'offline.test.ts',
  'search-dialog.test.ts',
  'search-page.test.ts',
  'keyboard.test.ts',
  'pages/pages.test.ts',
  'practice.test.ts',
  'build.test.ts',
  'new.test.ts',
  'sources.test.ts',
  'accessibility-screens.test.ts',
  'saved.test.ts',
  'downloads.test.ts',
  'progress-data.test.ts',
];

/**
 * Starts the slowest files first, so that none of them runs alone at the end. Without earlier
 * results, Vitest sorts files by size, but some of the shortest files are among the slowest.
 */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = slowest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return index === -1 ? slowest.length : index;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
