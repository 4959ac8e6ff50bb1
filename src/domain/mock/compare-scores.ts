import type { Score } from '../progress/records.ts';
import type { ScoredQuestion } from './scored-question.ts';

/** One criterion as two people scored it. */
export interface ComparedScore {
  readonly code: string;
  /** Place of the criterion in the rubric, from 0. */
  readonly criterion: number;
  /** First person's score; `null` is "not assessed". */
  readonly first: Score;
  readonly second: Score;
  /** Second minus first, -4 to 4; `null` unless both assessed it. */
  readonly difference: number | null;
}

/** Where two results of the same mock agree and where they don't. */
export interface Comparison {
  /** Every criterion, in the order of the mock. */
  readonly scores: readonly ComparedScore[];
  /** Criteria on which they are two points or more apart, the widest apart first. */
  readonly disagreements: readonly ComparedScore[];
  /** Criteria that both assessed: only these count in what follows. */
  readonly assessedByBoth: number;
  readonly firstSum: number;
  readonly secondSum: number;
  /** Share, 0 to 1, of criteria with the same score; `null` if none was assessed by both. */
  readonly sameShare: number | null;
  /** Share, 0 to 1, of criteria at most one point apart; `null` if none was assessed by both. */
  readonly closeShare: number | null;
}

/** Points apart from which it is called a disagreement. */
const apart = 2;

/** Compares two results. What one of them lacks counts as not assessed there. */
export function compareScores(
  first: readonly ScoredQuestion[],
  second: readonly ScoredQuestion[],
): Comparison {
  const firstScores = scoresByCode(first);
  const secondScores = scoresByCode(second);
  const codes = [...new Set([...firstScores.keys(), ...secondScores.keys()])];
  const scores = codes.flatMap((code) =>
    compareQuestion(code, firstScores.get(code) ?? [], secondScores.get(code) ?? []),
  );
  const both = scores.filter(({ difference }) => difference !== null);
  return {
    scores,
    disagreements: both
      .filter((score) => distance(score) >= apart)
      .sort((a, b) => distance(b) - distance(a)),
    assessedByBoth: both.length,
    firstSum: both.reduce((sum, score) => sum + (score.first ?? 0), 0),
    secondSum: both.reduce((sum, score) => sum + (score.second ?? 0), 0),
    sameShare: share(both, (score) => distance(score) === 0),
    closeShare: share(both, (score) => distance(score) < apart),
  };
}

function scoresByCode(questions: readonly ScoredQuestion[]): Map<string, readonly Score[]> {
  return new Map(questions.map(({ code, scores }) => [code, scores]));
}

function compareQuestion(
  code: string,
  firsts: readonly Score[],
  seconds: readonly Score[],
): ComparedScore[] {
  return Array.from({ length: Math.max(firsts.length, seconds.length) }, (_, criterion) => {
    const first = firsts[criterion] ?? null;
    const second = seconds[criterion] ?? null;
    const difference = first === null || second === null ? null : second - first;
    return { code, criterion, first, second, difference };
  });
}

function distance({ difference }: ComparedScore): number {
  return Math.abs(difference ?? 0);
}

function share<T>(list: readonly T[], holds: (entry: T) => boolean): number | null {
  return list.length === 0 ? null : list.filter(holds).length / list.length;
}
