import { html, nothing, type TemplateResult } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import { termDeck } from '../../../domain/practice/decks.ts';
import type { Deck, Progress } from '../../../domain/progress/records.ts';
import { type DayPlan, planAhead } from '../../../domain/review/forecast.ts';
import type { DeckEntry } from '../../../domain/review/queue.ts';
import type { Result } from '../../../lib/result.ts';
import { counted } from '../base/format.ts';
import { planChart, planFile, planSummary, savePlan } from '../base/plan.ts';
import { studyNow } from '../base/study-context.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { Numbers } from './read-numbers.ts';

const deckNames: Readonly<Record<Deck, string>> = { question: 'Questions', term: 'Glossary terms' };

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
  if (days === undefined) return html`<p role="status">Loading the glossary …</p>`;
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

/** Which deck's plan is shown. The glossary is loaded, and its plan made, when it is wanted. */
export class PlanControl {
  readonly #host: StudyHost;
  deck: Deck = 'question';
  #terms: Result<readonly DeckEntry[]> | undefined;
  #made: { readonly from: Numbers; readonly days: readonly DayPlan[] } | undefined;

  constructor(host: StudyHost) {
    this.#host = host;
  }

  get hasTerms(): boolean {
    return this.#host.context.model.progress.cards.some(({ id }) => id.startsWith('term:'));
  }

  /** The days of the plan; undefined while the glossary is loading. */
  days(numbers: Numbers): Result<readonly DayPlan[]> | undefined {
    if (this.deck === 'question') return { value: numbers.outlook.days };
    if (this.#terms === undefined || 'problem' in this.#terms) return this.#terms;
    if (this.#made?.from !== numbers) {
      this.#made = { from: numbers, days: this.#planTerms(this.#terms.value, numbers.now) };
    }
    return { value: this.#made.days };
  }

  async choose(deck: Deck): Promise<void> {
    this.deck = deck;
    this.#host.update();
    if (deck === 'question' || (this.#terms !== undefined && 'value' in this.#terms)) return;
    const terms = await this.#host.context.files.terms();
    this.#terms = 'problem' in terms ? terms : { value: termDeck(terms.value) };
    this.#host.update();
  }

  async saveCalendar(days: readonly DayPlan[]): Promise<void> {
    await savePlan(this.#host.context, this.deck, days, now());
    const saved = `Saved as ${planFile}. Open it with your calendar.`;
    this.#host.notify('plan', { tone: 'good', text: saved });
  }

  #planTerms(deck: readonly DeckEntry[], at: number): readonly DayPlan[] {
    const { context } = this.#host;
    const progress: Progress = context.model.progress;
    return planAhead({ kind: 'term', deck, progress, study: studyNow(context, at) }).days;
  }
}
