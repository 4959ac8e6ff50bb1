import type { Score } from '../progress/records.ts';
import { ordinalAlpha } from './krippendorff.ts';
import type { ScoredQuestion } from './scored-question.ts';

/** One criterion as several people scored it. */
export interface ComparedCriterion {
  readonly code: string;
  /** Place of the criterion in the rubric, from 0. */
  readonly criterion: number;
  /** Scores in the order of the raters; `null` is "not assessed". */
  readonly scores: readonly Score[];
  /** Points between the lowest and the highest score; `null` unless two assessed it. */
  readonly spread: number | null;
}

/** Where several results of the same mock agree and where they don't. */
export interface Comparison {
  /** Every criterion, the widest disagreement first, else in the order of the mock. */
  readonly criteria: readonly ComparedCriterion[];
  /** Criteria that at least two assessed. */
  readonly compared: number;
  /** Of these, criteria on which all raters are within a point of each other. */
  readonly close: number;
  /** Criteria that all assessed: only these count in the totals. */
  readonly assessedByAll: number;
  /** Sum of each rater's scores. */
  readonly totals: readonly number[];
  /** See `ordinalAlpha`. */
  readonly alpha: number | null;
}

/** Points apart from which it is called a disagreement. */
export const apart = 2;

/** Compares results, one for each rater. What one of them lacks counts as not assessed there. */
export function compareScores(results: readonly (readonly ScoredQuestion[])[]): Comparison {
  const byCode = results.map((result) => new Map(result.map(({ code, scores }) => [code, scores])));
  const codes = [...new Set(byCode.flatMap((result) => [...result.keys()]))];
  const criteria = codes.flatMap((code) =>
    compareQuestion(
      code,
      byCode.map((result) => result.get(code) ?? []),
    ),
  );
  const compared = criteria.filter(({ spread }) => spread !== null);
  const byAll = criteria.filter(({ scores }) => scores.every((score) => score !== null));
  return {
    criteria: [...criteria].sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1)),
    compared: compared.length,
    close: compared.filter(({ spread }) => (spread ?? 0) < apart).length,
    assessedByAll: byAll.length,
    totals: results.map((_, rater) =>
      byAll.reduce((sum, { scores }) => sum + (scores[rater] ?? 0), 0),
    ),
    alpha: ordinalAlpha(criteria.map(({ scores }) => scores)),
  };
}

function compareQuestion(
  code: string,
  byRater: readonly (readonly Score[])[],
): ComparedCriterion[] {
  const length = Math.max(...byRater.map((scores) => scores.length));
  return Array.from({ length }, (_, criterion) => {
    const scores = byRater.map((all) => all[criterion] ?? null);
    const given = scores.filter((score) => score !== null);
    const spread = given.length < 2 ? null : Math.max(...given) - Math.min(...given);
    return { code, criterion, scores, spread };
  });
}
