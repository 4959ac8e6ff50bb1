import { questionDeck } from '../../../domain/practice/decks.ts';
import { type Moment, queueInput } from '../../../domain/practice/make-queue.ts';
import { forecast } from '../../../domain/review/forecast.ts';
import { savePlan } from '../base/save-plan.ts';
import type { StudyContext } from '../base/study-context.ts';

/** Number of new cards a day as the field has it; undefined for what is no such number. */
export function readNewPerDay(value: number): number | undefined {
  return Number.isInteger(value) && value >= 0 && value <= 100 ? value : undefined;
}

/** Gives the reader the plan of the questions as a calendar file. */
export function saveQuestionPlan(context: StudyContext, moment: Moment): void {
  const { days } = forecast(queueInput(questionDeck(context.data.questions), moment));
  savePlan(context, 'question', days, moment.now);
}
