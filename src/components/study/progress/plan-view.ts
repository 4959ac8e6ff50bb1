import { html, nothing, type TemplateResult } from 'lit-html';
import type { Deck } from '../../../domain/progress/records.ts';
import { counted } from '../base/format.ts';
import { planChart, planSummary } from '../base/plan-chart.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { PlanControl } from './plan-control.ts';
import type { Numbers } from './read-numbers.ts';

const deckNames: Readonly<Record<Deck, string>> = { question: 'Questions', term: 'Glossary terms' };

/** What comes next: the plan by day, and the plan for the reader's calendar. */
export function planView(control: PlanControl, numbers: Numbers, host: StudyHost): TemplateResult {
  return html`<section class="stack" aria-labelledby="next">
    <h2 id="next" tabindex="-1">What comes next</h2>
    ${control.hasTerms || control.deck === 'term' ? decksView(control) : nothing}
    ${daysView(control, numbers, host)}
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

function daysView(control: PlanControl, numbers: Numbers, host: StudyHost): TemplateResult {
  const days = control.days(numbers);
  if (days === undefined) return html`<p role="status">Loading the glossary…</p>`;
  if ('problem' in days) return html`<p role="alert" class="trouble">${days.problem}</p>`;
  const left = control.deck === 'question' ? numbers.outlook.unstarted : 0;
  return html`<p>${planSummary(days.value)}</p>
    ${
      left === 0
        ? nothing
        : html`<p>
            ${counted(left, 'question doesn’t', 'questions don’t')} fit before your interview. Raise your
            daily limit, or choose the ones that matter most.
          </p>`
    }
    ${planChart(days.value, 'Planned by day')}
    <div class="row">
      <button type="button" @click=${() => void control.saveCalendar(days.value)}>
        Add plan to calendar (.ics)
      </button>
    </div>
    <p class="note">
      This assumes that you finish each day and answer well. If you forget more, you’ll have more to
      review. A newer file replaces an older one in your calendar.
    </p>
    ${host.noticeAt('plan')}`;
}
