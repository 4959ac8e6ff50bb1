import { html } from 'lit-html';
import { now, offsetAt } from '../../../browser/clock.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { Deck, SettingsRecord } from '../../../domain/progress/records.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { interviewAhead } from '../../../domain/review/due-day.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import { guide } from '../../../guide.ts';
import { columnsView } from './day-columns.ts';
import { counted, dayText } from './format.ts';
import type { StudyContext } from './study-context.ts';

const maxDaysAhead = 730;

/**
 * The field for the interview date, empty if that is over. For a form: a `change` event also comes
 * in the middle of typing, at the first digit of a year.
 */
export function dateField(on: string | null, isNeeded = false) {
  const today = dayNumber(now(), offsetAt);
  const min = dayName(today);
  return html`<input type="date" name="interviewOn" min=${min} max=${dayName(today + maxDaysAhead)}
    ?required=${isNeeded} .value=${on !== null && on >= min ? on : ''} />`;
}

/** The fields for what a plan depends on: the interview date and the number of new questions. */
export function planFields({ interviewOn, newPerDay }: SettingsRecord) {
  return html`<label class="field">Interview date ${dateField(interviewOn)}</label>
    <label class="field">
      New questions per day (minimum)
      <input type="number" name="newPerDay" min="0" max="100" required inputmode="numeric"
        .value=${String(newPerDay)} />
    </label>`;
}

export function planChart(deck: Deck, days: readonly DayPlan[], title: string) {
  return columnsView({
    title,
    summary: planSummary(deck, days),
    unit: 'Day',
    names: days.map(({ day }) => dayText(day)),
    series: [
      { label: 'Due', values: days.map(({ due }) => due) },
      { label: 'New', values: days.map((day) => day.new) },
    ],
    marks: { label: 'Minutes', values: days.map(({ minutes }) => String(minutes || '')) },
  });
}

export function planSummary(deck: Deck, days: readonly DayPlan[]): string {
  const sum = (field: 'due' | 'new' | 'minutes'): number =>
    days.reduce((total, day) => total + day[field], 0);
  const length = counted(days.length, 'day');
  const [fullest] = days.toSorted((a, b) => b.minutes - a.minutes);
  if (fullest === undefined || fullest.due + fullest.new === 0) {
    return `Nothing is planned for the next ${length}.`;
  }
  return `In the next ${length}: ${sum('due')} due and ${sum('new')} new, about ${sum('minutes')} minutes. Your busiest day is ${dayText(fullest.day)}: ${counted(fullest.due + fullest.new, deck)}, ${fullest.minutes} minutes.`;
}

export const planFile = 'practice-plan.ics';

export async function savePlan(context: StudyContext, deck: Deck, days: readonly DayPlan[]) {
  const { planToIcs } = await import('../../../domain/review/plan-ics.ts');
  const { interviewOn } = context.settings;
  const at = now();
  const isAhead = interviewAhead(interviewOn, at, offsetAt) !== undefined;
  const fragment = writePracticeLink(
    deck === 'term' ? { kind: 'terms', of: { kind: 'today' } } : { kind: 'today' },
  );
  const text = planToIcs({
    deck,
    days,
    interviewOn: isAhead ? interviewOn : null,
    now: at,
    title: guide.title,
    url: new URL(`${context.paths.practice}#${fragment}`, document.baseURI).href,
  });
  saveFile(planFile, text, 'text/calendar');
}
