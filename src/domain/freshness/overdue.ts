import type { Source } from '../guide/build-guide.ts';

/**
 * Returns the sources whose review date is before `today` (`YYYY-MM-DD`), the longest overdue
 * first.
 */
export function overdueSources(sources: Iterable<Source>, today: string): Source[] {
  return [...sources]
    .filter(({ reviewBy }) => reviewBy < today)
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy, 'en'));
}

/** Returns the earliest review date of the sources, or undefined if there aren't any. */
export function firstReview(sources: readonly Source[]): string | undefined {
  return sources.map(({ reviewBy }) => reviewBy).sort()[0];
}
