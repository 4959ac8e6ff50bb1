import { html, nothing, type TemplateResult } from 'lit-html';
import type { Deck } from '../../../domain/progress/records.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import { counted, dayText } from '../base/format.ts';
import { columnsView, type DayChart } from './columns-view.ts';
import { noticeView, type Told } from './notice-view.ts';
import type { PlanControl } from './plan-control.ts';
import type { Numbers } from './read-numbers.ts';

const deckNames: Readonly<Record<Deck, string>> = { question: 'Questions', term: 'Glossary terms' };

/** What comes next: the plan by day, and the plan for the reader's calendar. */
export function planView(
  control: PlanControl,
  numbers: Numbers,
  told: Told | undefined,
): TemplateResult {
  return html`<section class="stack" aria-labelledby="next">
    <h2 id="next" tabindex="-1">What comes next</h2>
    ${control.hasTerms || control.deck === 'term' ? decksView(control) : nothing}
    ${daysView(control, numbers, told)}
  </section>`;
}

function decksView(control: PlanControl): TemplateResult {
  const button = (deck: Deck): TemplateResult =>
    html`<button
      type="button"
      aria-pressed=${control.deck === deck}
      @click=${() => void control.choose(deck)}
    >
      ${deckNames[deck]}
    </button>`;
  return html`<div class="row" role="group" aria-label="Plan for">
    ${button('question')} ${button('term')}
  </div>`;
}

function daysView(control: PlanControl, numbers: Numbers, told: Told | undefined): TemplateResult {
  const days = control.days(numbers);
  if (days === undefined) return html`<p role="status">Loading the glossary …</p>`;
  if ('problem' in days) return html`<p role="alert" class="trouble">${days.problem}</p>`;
  const chart = chartOf(days.value);
  return html`<p>${chart.summary}</p>
    ${columnsView(chart)}
    <div class="row">
      <button type="button" @click=${() => control.saveCalendar(days.value)}>
        Put the plan in my calendar (.ics)
      </button>
    </div>
    <p class="note">
      Assumes that you finish each day and answer well. A newer file replaces an older one in your
      calendar.
    </p>
    ${noticeView('plan', told)}`;
}

function chartOf(days: readonly DayPlan[]): DayChart {
  const due = days.map((day) => day.due);
  const fresh = days.map((day) => day.new);
  const fullest = days.reduce<DayPlan | undefined>(
    (top, day) => (top !== undefined && sizeOf(top) >= sizeOf(day) ? top : day),
    undefined,
  );
  const minutes = sum(days.map((day) => day.minutes));
  const length = counted(days.length, 'day');
  return {
    title: 'Planned by day',
    summary:
      fullest === undefined || sizeOf(fullest) === 0
        ? `Nothing is planned in the next ${length}.`
        : `In the next ${length}: ${sum(due)} due and ${sum(fresh)} new, about ${minutes} minutes. The fullest day is ${dayText(fullest.day)} with ${sizeOf(fullest)} in ${fullest.minutes} minutes.`,
    days: days.map(({ day }) => day),
    series: [
      { label: 'Due', values: due },
      { label: 'New', values: fresh },
    ],
  };
}

function sizeOf(day: DayPlan): number {
  return day.due + day.new;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
