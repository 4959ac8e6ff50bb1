import type { Excerpt } from '../domain/search/excerpt.ts';
import type { FilterCounts } from '../domain/search/filters.ts';
import type { Found, FoundPage } from '../domain/search/guide-index.ts';
import type { QueryUnit } from '../domain/search/read-query.ts';

export interface SearchAnswer {
  readonly units: readonly QueryUnit[];
  /** Places of questions in the guide, counted from 0, best first. */
  readonly places: readonly number[];
  readonly pages: readonly FoundPage[];
  /** Whether a question answers the query; if not, those above are the nearest. */
  readonly isAnswer: boolean;
  /** Words of the query that neither the index nor the text has; search ignored them. */
  readonly missing: readonly string[];
  /** Whether the full text has answered too, so that nothing will be added. */
  readonly isFinal: boolean;
  readonly counts: FilterCounts;
  /**
   * The sentence of a question's text that matches the query; undefined if its summary already
   * does.
   */
  excerpt(place: number): Promise<Excerpt | undefined>;
}

/** An answer from the index alone. */
export interface InstantAnswer extends SearchAnswer {
  readonly found: Found;
}
