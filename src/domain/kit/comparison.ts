/**
 * Compares the candidates in an interview, and the raters of each candidate. Uses only means,
 * spreads, and counts, which a hiring team could work out by hand.
 */
import { totalOf } from '../mock/scored-question.ts';
import type { InterviewRecord } from '../progress/records.ts';
import { answerOf, type Candidate, codesOf, type Label, scoredAnswers } from './interview.ts';
import { type RatersScores, receivedScores } from './received.ts';

/** If raters' scores differ by at least this much, the raters should discuss them. */
export const largeDifference = 2;

export type Comparison = ReturnType<typeof compareInterview>;
export type ComparedCandidate = Comparison['candidates'][number];
export type Difference = Comparison['differences'][number];

/**
 * The widest differences come first.
 * @param me the reader's initials, if a study group scores each other. Scores of the reader are
 *   never hidden, because they are what the others thought of the reader's answers.
 */
export function compareInterview(interview: InterviewRecord, now: number, me?: string) {
  const isHidden = ({ lockedAt, name }: Candidate) => lockedAt === null && name !== me;
  const codes = codesOf(interview);
  const byCandidate = interview.candidates.map((candidate) => {
    const raters = ratersOf(interview, candidate, { now, isHidden: isHidden(candidate) });
    const answers = codes.map((code, index) => answersTo(code, index, raters));
    return { candidate, answers, means: raters.flatMap(meanOf) };
  });
  const criteria = byCandidate.flatMap(({ candidate: { label }, answers }) =>
    answers.flatMap((raters, index) => criteriaOf(label, codes[index] ?? '', raters)),
  );
  const differences = criteria.filter(({ spread }) => spread >= largeDifference);
  return {
    candidates: byCandidate.map(({ candidate, answers, means }) => {
      const { label, name, received } = candidate;
      const scores = answers.flat().flatMap((rater) => rater.scores);
      return {
        label,
        name,
        // Everyone whose scores are shown.
        raters: [...new Set(answers.flat().map((rater) => rater.name))],
        // How many raters' scores are hidden until the reader locks their own.
        hidden: isHidden(candidate) ? received.length : 0,
        cells: codes.map((code, index) => ({
          code,
          mean: totalOf((answers[index] ?? []).flatMap((rater) => rater.scores)).mean,
          // The number of criteria that a rater scored, of the rater who scored the most.
          scored: Math.max(0, ...(answers[index] ?? []).map((one) => totalOf(one.scores).assessed)),
          differences: differences.filter((one) => one.label === label && one.code === code).length,
          raters: answers[index] ?? [],
        })),
        mean: totalOf(scores).mean,
        // The mean of each rater whose scores are shown.
        means,
      };
    }),
    differences: differences.toSorted((a, b) => b.spread - a.spread),
    // Number of criteria that at least two raters scored.
    compared: criteria.length,
  };
}

/**
 * Returns the raters, starting with the reader. The others are included only if they aren't hidden.
 */
function ratersOf(
  interview: InterviewRecord,
  candidate: Candidate,
  { now, isHidden }: { readonly now: number; readonly isHidden: boolean },
): RatersScores[] {
  const own: RatersScores = {
    name: 'You',
    questions: scoredAnswers(interview, candidate, now),
    notes: codesOf(interview).map((code) => answerOf(candidate, code).note),
  };
  return [own, ...(isHidden ? [] : receivedScores(interview, candidate))];
}

function meanOf({ name, questions }: RatersScores) {
  const { mean } = totalOf(questions.flatMap(({ scores }) => scores));
  return mean === null ? [] : [{ name, mean }];
}

/** Returns the raters who scored at least one criterion of a question. */
function answersTo(code: string, index: number, raters: readonly RatersScores[]) {
  return raters.flatMap(({ name, questions, notes }) => {
    const scores = questions.find((question) => question.code === code)?.scores ?? [];
    const note = notes[index] ?? '';
    return scores.some((score) => score !== null) ? [{ name, scores, note }] : [];
  });
}

function criteriaOf(label: Label, code: string, raters: ReturnType<typeof answersTo>) {
  const length = Math.max(0, ...raters.map(({ scores }) => scores.length));
  return Array.from({ length }, (_, criterion) => {
    const given = raters.flatMap(({ name, scores, note }) => {
      const score = scores[criterion] ?? null;
      return score === null ? [] : [{ name, score, note }];
    });
    const values = given.map(({ score }) => score);
    const spread = given.length < 2 ? -1 : Math.max(...values) - Math.min(...values);
    return { label, code, criterion, spread, raters: given };
  }).filter(({ spread }) => spread >= 0);
}
