import type { StudyQuestion } from '../practice/study-data.ts';
import type { Scorecard, ScorecardQuestion } from './scorecard.ts';
import type { CardQuestion, ScorecardRun } from './scorecard-run.ts';
import { scoredOnCard } from './scorecard-steps.ts';

/** The scorecard as it is printed and written into files. @param address of the mock interview */
export function scorecardOf(
  card: ScorecardRun,
  questions: ReadonlyMap<string, StudyQuestion>,
  address: string,
  now: number,
): Scorecard {
  const seconds = new Map(scoredOnCard(card, now).map((scored) => [scored.code, scored.seconds]));
  return {
    title: titleOfCard(card),
    address,
    questions: card.questions.map((question) =>
      writeOut(question, questions.get(question.code), seconds.get(question.code) ?? 0),
    ),
  };
}

/** What a scorecard is called: with the candidate's name, if it has one. */
export function titleOfCard({ candidate }: Pick<ScorecardRun, 'candidate'>): string {
  const name = candidate.replace(/\s+/g, ' ').trim();
  return name === '' ? 'Mock interview scorecard' : `Scorecard: ${name}`;
}

/** Name of a file for a scorecard, without its ending; safe on every system. */
export function fileNameOfCard(card: Pick<ScorecardRun, 'candidate'>): string {
  return titleOfCard(card)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}

/** A question with its rubric. What the guide no longer has keeps its scores and its note. */
function writeOut(
  { code, scores, note }: CardQuestion,
  question: StudyQuestion | undefined,
  seconds: number,
): ScorecardQuestion {
  const rubric = question?.criteria ?? [];
  const length = Math.max(rubric.length, scores.length);
  const criteria = Array.from({ length }, (_, place) => ({
    ...(rubric[place] ?? { criterion: `Criterion ${place + 1}`, one: '', three: '', five: '' }),
    score: scores[place] ?? null,
  }));
  return { code, title: question?.title ?? `Question ${code}`, criteria, note, seconds };
}
