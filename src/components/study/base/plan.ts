import type { TemplateResult } from 'lit-html';
import { saveFile } from '../../../browser/save-file.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { Deck } from '../../../domain/progress/records.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import { interviewAhead } from '../../../domain/review/interview.ts';
import { guide } from '../../../guide.ts';
import { columnsView } from './day-columns.ts';
import { counted, dayText } from './format.ts';
import { type StudyContext, studyNow } from './study-context.ts';

export function planChart(days: readonly DayPlan[], title: string): TemplateResult {
  return columnsView({
    title,
    summary: planSummary(days),
    unit: 'Day',
    names: days.map(({ day }) => dayText(day)),
    series: [
      { label: 'Due', values: days.map(({ due }) => due) },
      { label: 'New', values: days.map((day) => day.new) },
    ],
    marks: {
      label: 'Minutes',
      values: days.map(({ minutes }) => (minutes === 0 ? '' : String(minutes))),
    },
  });
}

export function planSummary(days: readonly DayPlan[]): string {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const length = counted(days.length, 'day');
  const fullest = days.reduce<DayPlan | undefined>(
    (top, day) => (top !== undefined && top.minutes >= day.minutes ? top : day),
    undefined,
  );
  if (fullest === undefined || fullest.due + fullest.new === 0) {
    return `Nothing is planned in the next ${length}.`;
  }
  const due = sum(days.map((day) => day.due));
  const fresh = sum(days.map((day) => day.new));
  const minutes = sum(days.map((day) => day.minutes));
  return `In the next ${length}: ${due} due and ${fresh} new, about ${minutes} minutes. The fullest day is ${dayText(fullest.day)} with ${fullest.due + fullest.new} in ${fullest.minutes} minutes.`;
}

export const planFile = 'practice-plan.ics';

export async function savePlan(
  context: Pick<StudyContext, 'model' | 'paths'>,
  deck: Deck,
  days: readonly DayPlan[],
  at: number,
): Promise<void> {
  const { planToIcs } = await import('../../../domain/review/plan-ics.ts');
  const { settings, offsetAt } = studyNow(context, at);
  const isAhead = interviewAhead(settings.interviewOn, at, offsetAt) !== undefined;
  const fragment = writePracticeLink(
    deck === 'term' ? { kind: 'terms', of: { kind: 'today' } } : { kind: 'today' },
  );
  const text = planToIcs({
    deck,
    days,
    interviewOn: isAhead ? settings.interviewOn : null,
    now: at,
    title: guide.title,
    url: new URL(`${context.paths.practice}#${fragment}`, document.baseURI).href,
  });
  saveFile(planFile, text, 'text/calendar');
}
