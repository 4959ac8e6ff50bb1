import { now } from '../../../browser/clock.ts';
import { termDeck } from '../../../domain/practice/decks.ts';
import type { Deck, Progress } from '../../../domain/progress/records.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import { planAhead } from '../../../domain/review/outlook.ts';
import type { DeckEntry } from '../../../domain/review/queue.ts';
import type { Result } from '../../../lib/result.ts';
import { planFile, savePlan } from '../base/save-plan.ts';
import { studyNow } from '../base/study-context.ts';
import type { Host } from './host.ts';
import type { Numbers } from './read-numbers.ts';

/** Which deck's plan is shown. The glossary is loaded, and its plan made, when it is wanted. */
export class PlanControl {
  readonly #host: Host;
  deck: Deck = 'question';
  #terms: Result<readonly DeckEntry[]> | undefined;
  #made: { readonly from: Numbers; readonly days: readonly DayPlan[] } | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether there is a choice: the reader has practiced terms. */
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

  /** Gives the plan as a calendar file. */
  saveCalendar(days: readonly DayPlan[]): void {
    savePlan(this.#host.context, this.deck, days, now());
    const saved = `The plan is saved as ${planFile}. Open it with your calendar.`;
    this.#host.tell('plan', { tone: 'good', text: saved });
  }

  #planTerms(deck: readonly DeckEntry[], at: number): readonly DayPlan[] {
    const { context } = this.#host;
    const progress: Progress = context.model.progress;
    return planAhead({ kind: 'term', deck, progress, study: studyNow(context, at) }).days;
  }
}
