import { maxWeakScore } from '../practice/score-bands.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import { maxCriteria, type Score } from '../progress/records.ts';

/** The result for one question in a mock interview. Stored results have the same shape. */
export interface ScoredQuestion {
  readonly code: string;
  /** Scores by criterion, in rubric order. `null` is "not assessed", never 0. */
  readonly scores: readonly Score[];
  readonly seconds: number;
}

export type Total = ReturnType<typeof totalOf>;

export function totalOf(scores: readonly Score[]) {
  const given = scores.filter((score) => score !== null);
  const sum = given.reduce((total, score) => total + score, 0);
  return {
    sum,
    outOf: given.length * 5,
    assessed: given.length,
    notAssessed: scores.length - given.length,
    mean: given.length === 0 ? null : sum / given.length,
  };
}

/** Returns the scores with one changed. Earlier criteria without a score become "not assessed". */
export function withScore(scores: readonly Score[], criterion: number, score: Score): Score[] {
  if (criterion < 0 || criterion >= maxCriteria) return [...scores];
  const length = Math.max(scores.length, criterion + 1);
  return Array.from({ length }, (_, index) => scores[index] ?? null).with(criterion, score);
}

/** How a missing score is shown. In exports, it is text, so sums in spreadsheets skip it. */
export const notAssessed = 'not assessed';

/** Describes a total, as in "14 of 20 (mean 3.5); 1 not assessed". */
export function describeTotal({ sum, outOf, mean, notAssessed: open }: Total): string {
  const rest = open === 0 ? '' : `; ${open} ${notAssessed}`;
  return mean === null ? notAssessed : `${sum} of ${outOf} (mean ${mean.toFixed(1)})${rest}`;
}

interface Decided {
  /** Indexes of criteria that were marked as "not assessed," so that they are no longer open. */
  readonly notAssessed?: readonly number[] | undefined;
}

/** True if a criterion neither has a score nor was marked as "not assessed." */
export function isOpen(
  { scores, notAssessed: marked }: Pick<ScoredQuestion, 'scores'> & Decided,
  criterion: number,
): boolean {
  return (scores[criterion] ?? null) === null && marked?.includes(criterion) !== true;
}

/**
 * Lists the criteria without a score, in one sentence for each question that has any.
 * @param isExpected false for questions that may stay without scores
 */
export function describeGaps(
  scored: readonly (Pick<ScoredQuestion, 'code' | 'scores'> & Decided)[],
  questions: ReadonlyMap<string, Pick<StudyQuestion, 'criteria'>>,
  isExpected: (code: string) => boolean = () => true,
): string[] {
  return scored.flatMap((question, index) => {
    const { code } = question;
    if (!isExpected(code)) return [];
    const criteria = questions.get(code)?.criteria ?? [];
    const open = criteria.filter((_, criterion) => isOpen(question, criterion));
    if (open.length === 0) return [];
    const names = open.map(({ criterion }) => criterion).join('; ');
    const gaps = open.length === criteria.length ? 'scores' : `score for: ${names}`;
    return [`Question ${index + 1} has no ${gaps}.`];
  });
}

/**
 * Returns the codes of the questions to practice next: those with a weak score, lowest mean first,
 * and then those without scores. `isAllStrong` is true if there are no such questions, even among
 * those that the guide no longer has.
 */
export function chooseWhatNext(
  questions: readonly ScoredQuestion[],
  current: { has(code: string): boolean },
) {
  const all = questions.map((question) => ({ ...question, mean: totalOf(question.scores).mean }));
  const weak = all
    .filter(({ scores }) => scores.some((score) => score !== null && score <= maxWeakScore))
    .sort((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  const unscored = all.filter(({ mean }) => mean === null);
  const open = [...weak, ...unscored].map(({ code }) => code);
  return { codes: open.filter((code) => current.has(code)), isAllStrong: open.length === 0 };
}
