/** Starts the slowest test files of the built site first. */
import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first. */
const slowest = [
  'build.test.ts',
  'accessibility-pages.test.ts',
  'labs.test.ts',
  'accessibility-questions.test.ts',
  'search-page.test.ts',
  'keyboard.test.ts',
  'offline-update.test.ts',
];

/**
 * Starts the slowest files first, so that none of them is left at the end while the other cores
 * have nothing to do. By itself Vitest goes by the sizes of files where it has not run before, and
 * the shortest of these files are among the slowest.
 */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = slowest.indexOf(basename(moduleId));
      return found === -1 ? slowest.length : found;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
