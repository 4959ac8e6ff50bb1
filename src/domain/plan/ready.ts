/** How well a reader is prepared for some questions, based on the scores of their answers. */
import { maxWeakScore, meanOf, meanScore, scoreBands } from '../practice/answer-words.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import { answersByQuestion } from '../progress/last-answers.ts';
import type { ReviewRecord } from '../progress/records.ts';
import { dayName, dayNumber, type OffsetAt } from '../review/days.ts';
import type { DeckEntry } from '../review/new-cards.ts';

/** A question is ready if its last answer was good, so scored at least this much. */
export const readyScore = scoreBands.good;

export interface QuestionState {
  readonly code: string;
  readonly state: 'ready' | 'started' | 'new';
  /** Mean score of the last scored answer, or undefined if there isn't one. */
  readonly score: number | undefined;
}

type Answers = Pick<ReviewRecord, 'card' | 'at' | 'scores'>;

/** @param reviews the reviews, in any order */
export function questionStates(
  codes: readonly string[],
  reviews: readonly Answers[],
): QuestionState[] {
  const byQuestion = answersByQuestion(reviews);
  return codes.map((code) => {
    const answers = byQuestion.get(code) ?? [];
    const score = answers.flatMap(({ scores }) => meanScore(scores) ?? []).at(-1);
    const isReady = score !== undefined && score >= readyScore;
    return { code, score, state: isReady ? 'ready' : answers.length > 0 ? 'started' : 'new' };
  });
}

export interface WeakCriterion {
  readonly code: string;
  readonly criterion: string;
  /** What an answer with a score of 5 sounds like. */
  readonly five: string;
  readonly score: number;
}

/**
 * Returns the criteria whose latest scores are the lowest, at most one for each question.
 * Leaves out those that aren't weak.
 */
export function weakestCriteria(
  questions: readonly Pick<StudyQuestion, 'code' | 'criteria'>[],
  reviews: readonly Answers[],
  max: number,
): WeakCriterion[] {
  const byQuestion = answersByQuestion(reviews);
  return questions
    .flatMap(({ code, criteria }) => {
      const answers = byQuestion.get(code)?.toReversed() ?? [];
      const [weakest] = criteria
        .flatMap(({ criterion, five }, index) => {
          const [score] = answers.flatMap(({ scores }) => scores[index] ?? []);
          return score === undefined || score > maxWeakScore
            ? []
            : [{ code, criterion, five, score }];
        })
        .sort((a, b) => a.score - b.score);
      return weakest ?? [];
    })
    .sort((a, b) => a.score - b.score)
    .slice(0, max);
}

export interface PracticeDay {
  /** `YYYY-MM-DD` in the reader's time zone. */
  readonly day: string;
  /** Codes of the questions that were answered. */
  readonly codes: readonly string[];
  /** Estimated minutes for answering and checking, rounded. */
  readonly minutes: number;
  /** Mean of the answers' mean scores, or null if none was scored. */
  readonly mean: number | null;
}

/**
 * Returns the days on which questions were answered, the earliest first. Leaves out answers in the
 * future, which come from a wrong clock.
 *
 * @param deck the questions, with the minutes that each one takes
 */
export function practiceDays(
  reviews: readonly Answers[],
  deck: readonly DeckEntry[],
  now: number,
  offsetAt: OffsetAt,
): PracticeDay[] {
  const answers = reviews.filter(({ card, at }) => card.startsWith('question:') && at <= now);
  const minutes = new Map(deck.map((entry) => [entry.id, entry.minutes]));
  const byDay = Map.groupBy(answers, ({ at }) => dayNumber(at, offsetAt));
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([day, answers]) => ({
      day: dayName(day),
      codes: [...answersByQuestion(answers).keys()],
      minutes: Math.round(answers.reduce((sum, { card }) => sum + (minutes.get(card) ?? 0), 0)),
      mean: meanOf(answers.flatMap(({ scores }) => meanScore(scores) ?? [])),
    }));
}
