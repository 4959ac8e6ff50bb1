import { offsetAt } from '../../../browser/clock.ts';
import { questionDeck } from '../../../domain/practice/decks.ts';
import type { Deck } from '../../../domain/progress/records.ts';
import { type DayPlan, lookAhead, planAhead } from '../../../domain/review/forecast.ts';
import type { DeckEntry } from '../../../domain/review/new-cards.ts';
import { scoreTrend } from '../../../domain/review/score-trend.ts';
import { readStreak, recentDays } from '../../../domain/review/streak.ts';
import type { Result } from '../../../lib/result.ts';
import { type StudyContext, studyNow } from '../base/study-context.ts';
import type { StudyElement } from '../base/study-element.ts';
import type { Backups } from './backups.ts';

export type Numbers = ReturnType<typeof numbersOf>;

/**
 * Numbers computed from the reader's progress at this moment.
 *
 * @param shown the deck whose plan is shown
 * @param terms the glossary; undefined while it is loading
 */
export function numbersOf(
  context: StudyContext,
  shown: Deck,
  terms: Result<readonly DeckEntry[]> | undefined,
) {
  const { questions } = context.data;
  const { progress } = context.model;
  const study = studyNow(context);
  const at = study.now;
  const outlook = lookAhead({ kind: 'question', deck: questionDeck(questions), progress, study });
  const streak = readStreak(progress.reviews, at, offsetAt);
  const planOfTerms = () =>
    terms !== undefined && 'value' in terms
      ? { value: planAhead({ kind: 'term', deck: terms.value, progress, study }).days }
      : terms;
  return {
    outlook,
    streak,
    /** The last thirty days, the first one first. */
    recent: recentDays(streak, at, offsetAt, 30),
    trend: scoreTrend(progress.reviews, questions, at, offsetAt),
    /** The latest first. */
    answers: progress.reviews.toSorted((a, b) => b.at - a.at),
    plan: shown === 'question' ? { value: outlook.days } : planOfTerms(),
  };
}

export interface ProgressPage extends StudyElement {
  readonly backups: Backups;
  readonly hasAllTopics: boolean;
  readonly deck: Deck;
  readonly shownAnswers: number;
  /** Names of terms by id; until they load, ids are shown. */
  readonly termNames: ReadonlyMap<string, string> | undefined;
  readonly numbers: Numbers;
  toggleTopics(): void;
  showMoreAnswers(): void;
  saveSettings(fields: FormData): Promise<void>;
  chooseDeck(deck: Deck): Promise<void>;
  saveCalendar(days: readonly DayPlan[]): Promise<void>;
}
