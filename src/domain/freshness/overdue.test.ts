import { describe, expect, it } from 'vitest';
import type { Source } from '../guide/build-guide.ts';
import { firstReview, overdueSources } from './overdue.ts';

function source(id: string, reviewBy: string): Source {
  return {
    id,
    title: id,
    by: 'x',
    published: '2026',
    url: 'https://example.org/',
    kind: 'study',
    status: 'published',
    says: 'x',
    checkedOn: '2026-11-24',
    reviewBy,
    citedBy: [],
  };
}

describe('overdue sources', () => {
  const sources = [source('a', '2027-01-31'), source('b', '2026-12-31'), source('c', '2028-01-01')];

  it('are those whose review date has passed, longest overdue first', () => {
    expect(overdueSources(sources, '2027-02-01').map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('aren’t overdue on the day itself', () => {
    expect(overdueSources(sources, '2026-12-31')).toEqual([]);
  });

  it('start at the earliest review date', () => {
    expect(firstReview(sources)).toBe('2026-12-31');
    expect(firstReview([])).toBeUndefined();
  });
});
