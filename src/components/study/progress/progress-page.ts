import { offsetAt } from '../../../browser/clock.ts';
import { hasPlan } from '../../../domain/plan/plan.ts';
import { type PracticeDay, practiceDays } from '../../../domain/plan/practice-days.ts';
import { type QuestionState, questionStates } from '../../../domain/plan/readiness.ts';
import { type WeakCriterion, weakestCriteria } from '../../../domain/plan/weakest-criteria.ts';
import { questionDeck } from '../../../domain/practice/decks.ts';
import { planInput, queueInput } from '../../../domain/practice/make-queue.ts';
import { dayNumber } from '../../../domain/review/days.ts';
import { interviewAhead } from '../../../domain/review/due-day.ts';
import { type Forecast, forecast } from '../../../domain/review/forecast.ts';
import { type StudyContext, studyNow } from '../base/study-context.ts';
import type { StudyElement } from '../base/study-element.ts';
import type { Backups } from './backups.ts';

export interface Numbers {
  readonly isPlanned: boolean;
  /** Days until the interview. Undefined if no interview is ahead. */
  readonly daysLeft: number | undefined;
  /**
   * The questions that count: those in the plan or, without a plan, all that have been practiced.
   */
  readonly states: readonly QuestionState[];
  /** Practiced questions that aren't in the plan. */
  readonly others: readonly QuestionState[];
  readonly weakest: readonly WeakCriterion[];
  readonly days: readonly PracticeDay[];
  readonly forecast: Forecast;
}

export function numbersOf(context: StudyContext): Numbers {
  const { data, model, questions } = context;
  const { reviews } = model.progress;
  const study = studyNow(context);
  const deck = questionDeck(data.questions, model.progress);
  const moment = { progress: model.progress, now: study.now, offsetAt };
  const isPlanned = hasPlan(study);
  const practiced = questionStates([...questions.keys()], reviews).filter(
    ({ state }) => state !== 'new',
  );
  const codes = (context.settings.planCodes ?? []).filter((code) => questions.has(code));
  const states = isPlanned ? questionStates(codes, reviews) : practiced;
  const counted = new Set(states.map(({ code }) => code));
  const interview = interviewAhead(study.settings.interviewOn, study.now, offsetAt);
  return {
    isPlanned,
    daysLeft: interview && interview.day - dayNumber(study.now, offsetAt),
    states,
    others: practiced.filter(({ code }) => !counted.has(code)),
    weakest: weakestCriteria(
      data.questions.filter(({ code }) => counted.has(code)),
      reviews,
      3,
    ),
    days: practiceDays(reviews, deck, study.now, offsetAt),
    forecast: forecast(isPlanned ? planInput(deck, moment) : queueInput(deck, moment)),
  };
}

export const tabs = [
  { id: 'scores', label: 'Scores' },
  { id: 'history', label: 'History' },
  { id: 'your-data', label: 'Data' },
] as const;

export type TabId = (typeof tabs)[number]['id'];

export interface ProgressPage extends StudyElement {
  readonly backups: Backups;
  readonly tab: TabId;
  readonly numbers: Numbers;
  choose(tab: TabId): void;
  saveCalendar(): Promise<void>;
}
