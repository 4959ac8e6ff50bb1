import { meanOf, meanScore } from '../practice/score-bands.ts';
import { answersByQuestion } from '../progress/answers-by-question.ts';
import type { ReviewRecord } from '../progress/records.ts';
import { dayName, dayNumber, type OffsetAt } from '../review/days.ts';
import type { DeckEntry } from '../review/new-cards.ts';
import type { Answers } from './readiness.ts';

export interface PracticeDay {
  /** `YYYY-MM-DD` in the reader's time zone. */
  readonly day: string;
  readonly codes: readonly string[];
  /** The minutes that the plan counts for answering and checking, rounded. */
  readonly minutes: number;
  /** How many answers there were. A question can be answered more than once a day. */
  readonly answers: number;
  /** Seconds spent answering. */
  readonly seconds: number;
  /** Mean of the answers' mean scores, or null if none was scored. */
  readonly mean: number | null;
}

/**
 * Returns the days on which questions were answered, earliest first. Leaves out answers in the
 * future, which come from a wrong clock.
 *
 * @param deck the questions, with the minutes that each one takes
 */
export function practiceDays(
  reviews: readonly (Answers & Pick<ReviewRecord, 'seconds'>)[],
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
      answers: answers.length,
      seconds: answers.reduce((sum, { seconds }) => sum + seconds, 0),
      mean: meanOf(answers.flatMap(({ scores }) => meanScore(scores) ?? [])),
    }));
}
