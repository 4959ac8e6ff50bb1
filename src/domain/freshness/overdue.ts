import type { Source } from '../guide/build-guide.ts';

/**
 * Returns the sources whose review date is before `today` (`YYYY-MM-DD`), longest overdue first.
 */
export function overdueSources(sources: Iterable<Source>, today: string): Source[] {
  return [...sources]
    .filter(({ reviewBy }) => reviewBy < today)
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy, 'en'));
}

export function firstReview(sources: readonly Source[]): string | undefined {
  return sources.map(({ reviewBy }) => reviewBy).sort()[0];
}
