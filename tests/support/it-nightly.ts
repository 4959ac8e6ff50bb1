import { it } from 'vitest';
import { isFullSweep } from './sampled.ts';

/**
 * Defines a test that runs only in full sweeps, because it is slow and rarely fails. On each
 * commit, it isn't defined, so its group needs another test.
 */
export function itNightly(name: string, test: () => Promise<void> | void): void {
  if (isFullSweep) it(name, test);
}
