import { html, nothing, type TemplateResult } from 'lit-html';
import type { Deck } from '../../../domain/progress/records.ts';
import { counted } from '../base/format.ts';
import { planChart, planSummary } from '../base/plan.ts';
import type { ProgressPage } from './progress-page.ts';

export function planView(room: ProgressPage): TemplateResult {
  const hasTerms = room.context.model.progress.cards.some(({ id }) => id.startsWith('term:'));
  return html`<section class="stack" aria-labelledby="next">
    <h2 id="next" tabindex="-1">What comes next</h2>
    ${hasTerms || room.deck === 'term' ? decksView(room) : nothing}
    ${daysView(room)}
  </section>`;
}

function decksView(room: ProgressPage): TemplateResult {
  const button = (deck: Deck, label: string): TemplateResult => {
    const choose = (): void => void room.chooseDeck(deck);
    return html`<button type="button" aria-pressed=${room.deck === deck} @click=${choose}>
      ${label}
    </button>`;
  };
  return html`<div class="row" role="group" aria-label="Plan for">
    ${button('question', 'Questions')} ${button('term', 'Glossary terms')}
  </div>`;
}

function daysView(room: ProgressPage): TemplateResult {
  const { plan: days, outlook } = room.numbers;
  if (days === undefined) return html`<p role="status">Loading the glossary…</p>`;
  if ('problem' in days) return html`<p role="alert" class="trouble">${days.problem}</p>`;
  const left = room.deck === 'question' ? outlook.unstarted : 0;
  const unfit = html`<p>
    ${counted(left, 'question doesn’t', 'questions don’t')} fit before your interview. Raise your
    daily limit, or choose the ones that matter most.
  </p>`;
  return html`<p>${planSummary(days.value)}</p>
    ${left === 0 ? nothing : unfit} ${planChart(days.value, 'Planned by day')}
    <div class="row">
      <button type="button" @click=${() => void room.saveCalendar(days.value)}>
        Add plan to calendar (.ics)
      </button>
    </div>
    <p class="note">
      This assumes that you finish each day and answer well. If you forget more, you’ll have more to
      review. A newer file replaces an older one in your calendar.
    </p>
    ${room.noticeAt('plan')}`;
}
