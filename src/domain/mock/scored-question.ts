import type { StudyQuestion } from '../practice/study-data.ts';
import type { Score } from '../progress/records.ts';

/** The result of one question in a mock interview. Stored results have the same form. */
export interface ScoredQuestion {
  readonly code: string;
  /** Scores by criterion, in the order of the rubric. `null` is "not assessed", never 0. */
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

const maxCriteria = 5;

/** Returns the scores with one changed. Earlier criteria without a score become "not assessed". */
export function withScore(scores: readonly Score[], criterion: number, score: Score): Score[] {
  if (criterion < 0 || criterion >= maxCriteria) return [...scores];
  const length = Math.max(scores.length, criterion + 1);
  return Array.from({ length }, (_, place) => scores[place] ?? null).with(criterion, score);
}

/** How exports write "not assessed". It is text, so sums in spreadsheets skip it. */
export const notAssessed = 'not assessed';

/** Writes a total, such as "14 of 20 (mean 3.5); 1 not assessed". */
export function describeTotal({ sum, outOf, mean, notAssessed: open }: Total): string {
  const left = open === 0 ? '' : `; ${open} ${notAssessed}`;
  return mean === null ? notAssessed : `${sum} of ${outOf} (mean ${mean.toFixed(1)})${left}`;
}

/** Lists the criteria without a score, in one sentence for each question that has any. */
export function describeGaps(
  scored: readonly Pick<ScoredQuestion, 'code' | 'scores'>[],
  questions: ReadonlyMap<string, Pick<StudyQuestion, 'criteria'>>,
): string[] {
  return scored.flatMap(({ code, scores }, place) => {
    const criteria = questions.get(code)?.criteria ?? [];
    const open = criteria.filter((_, index) => (scores[index] ?? null) === null);
    if (open.length === 0) return [];
    const names = open.map(({ criterion }) => criterion).join('; ');
    const gaps = open.length === criteria.length ? 'scores' : `score for: ${names}`;
    return [`Question ${place + 1} has no ${gaps}.`];
  });
}

interface WeakCriterion {
  /** Index of the criterion in the rubric. */
  readonly criterion: number;
  readonly score: number;
}

export interface QuestionToPractice {
  readonly code: string;
  /** Criteria with a score of 3 or less, the weakest first. There are none without scores. */
  readonly weak: readonly WeakCriterion[];
}

/** Highest score that is still worth practicing: the score of the middle anchor. */
const weakest = 3;

/**
 * Suggests what to practice next. Questions are sorted by their mean score, then by their weakest
 * criterion, then in the order given. Those without scores are at the end.
 */
export function chooseWhatNext(questions: readonly ScoredQuestion[]): QuestionToPractice[] {
  return questions
    .map(({ code, scores }) => {
      const { mean } = totalOf(scores);
      return { code, mean: mean ?? Number.POSITIVE_INFINITY, weak: weakCriteria(scores) };
    })
    .filter(({ mean, weak }) => weak.length > 0 || mean === Number.POSITIVE_INFINITY)
    .sort((a, b) => a.mean - b.mean || lowest(a) - lowest(b));
}

function weakCriteria(scores: readonly Score[]): WeakCriterion[] {
  return scores
    .flatMap((score, criterion) =>
      score !== null && score <= weakest ? [{ criterion, score }] : [],
    )
    .sort((a, b) => a.score - b.score);
}

function lowest({ weak }: QuestionToPractice): number {
  return weak[0]?.score ?? weakest;
}
