/**
 * True if tests check everything, as in the nightly `SWEEP=all npm test`. On each commit, they
 * check only some items of each kind.
 */
export const isFullSweep = process.env['SWEEP'] === 'all';

/**
 * Returns the entries that a test should check: all of them in a full sweep, and otherwise `count`
 * evenly spaced ones.
 */
export function sampled<T>(list: readonly T[], count = 6): readonly T[] {
  if (isFullSweep || list.length <= count) return list;
  const last = list.length - 1;
  const chosen = Array.from({ length: count }, (_, index) =>
    Math.round((index * last) / Math.max(1, count - 1)),
  );
  return list.filter((_, index) => chosen.includes(index));
}
