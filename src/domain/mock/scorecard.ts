import type { Score } from '../progress/records.ts';
import { type Total, totalOf } from './scored-question.ts';

/** A criterion with its anchors and what an interviewer gave for it. */
export interface ScoredCriterion {
  /** What is judged. */
  readonly criterion: string;
  /** What a 1 sounds like. */
  readonly one: string;
  /** What a 3 sounds like. */
  readonly three: string;
  /** What a 5 sounds like. */
  readonly five: string;
  /** 1 to 5; `null` is "not assessed", never 0. */
  readonly score: Score;
}

/** A question on a scorecard. */
export interface ScorecardQuestion {
  readonly code: string;
  readonly title: string;
  readonly criteria: readonly ScoredCriterion[];
  /** The interviewer's note: any text, on any number of lines. */
  readonly note: string;
  /** Seconds spent on it. */
  readonly seconds: number;
}

/** An interviewer's scorecard. `scorecard-markdown.ts` and `scorecard-csv.ts` write it down. */
export interface Scorecard {
  readonly title: string;
  /** Address of the mock interview. */
  readonly address: string;
  readonly questions: readonly ScorecardQuestion[];
}

/** What "not assessed" is called in every export: a word, so that no sum counts it. */
export const notAssessed = 'not assessed';

/** Adds up the scores of one question. */
export function totalOfQuestion({ criteria }: ScorecardQuestion): Total {
  return totalOf(criteria.map(({ score }) => score));
}

/** Adds up all scores of a scorecard. */
export function totalOfScorecard({ questions }: Scorecard): Total {
  return totalOf(questions.flatMap(({ criteria }) => criteria.map(({ score }) => score)));
}

/** A total in words, such as "14 of 20 (mean 3.5); 1 not assessed". */
export function describeTotal({ sum, outOf, mean, notAssessed: open }: Total): string {
  const left = open === 0 ? '' : `; ${open} ${notAssessed}`;
  return mean === null ? notAssessed : `${sum} of ${outOf} (mean ${mean.toFixed(1)})${left}`;
}
