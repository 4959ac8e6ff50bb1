import { html, type TemplateResult } from 'lit-html';
import { termDeck } from '../../../domain/practice/decks.ts';
import type { Deck } from '../../../domain/progress/records.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import type { DeckEntry } from '../../../domain/review/new-cards.ts';
import type { Result } from '../../../lib/result.ts';
import { planFile, savePlan } from '../base/plan.ts';
import { type Shortcut, shortcutsTitle } from '../base/shortcuts.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import { noticeOf, StudyElement } from '../base/study-element.ts';
import { Backups } from './backups.ts';
import { dataView } from './data-view.ts';
import { historyView, scoresView } from './history-view.ts';
import { type Numbers, numbersOf, type ProgressPage } from './progress-page.ts';
import { planView, readinessView } from './readiness-view.ts';

export class ProgressRoom extends StudyElement implements ProgressPage {
  readonly backups = new Backups(this);
  hasAllTopics = false;
  deck: Deck = 'question';
  shownAnswers = 10;
  termNames: ReadonlyMap<string, string> | undefined;
  /** Computed for each view. */
  numbers!: Numbers;
  #terms: Result<readonly DeckEntry[]> | undefined;
  #isPlaced = false;

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    document.addEventListener('visibilitychange', () => this.update(), { signal });
    this.backups.open(signal);
  }

  override update(): void {
    super.update();
    if (!this.#isPlaced) queueMicrotask(() => this.#place());
  }

  protected override view(context: StudyContext): TemplateResult {
    this.numbers = numbersOf(context, this.deck, this.#terms);
    void this.#loadNames();
    return html`<div class="row jumps">
        <nav aria-label="On this page" class="contents">
          <a href="#readiness">Readiness</a>
          <a href="#scores">Your scores</a>
          <a href="#next">What comes next</a>
          <a href="#history">History</a>
          <a href="#your-data">Your data</a>
        </nav>
        <button type="button" class="quiet push keys" @click=${() => this.showShortcuts()}>
          ${shortcutsTitle}
        </button>
      </div>
      ${readinessView(this)} ${scoresView(context, this.numbers.trend)} ${planView(this)}
      ${historyView(this)} ${dataView(this)}`;
  }

  protected override shortcuts(): readonly Shortcut[] {
    const practice = () => this.querySelector<HTMLElement>('#readiness ~ .row > a')?.click();
    return [
      { key: 'p', label: 'Practice', run: practice },
      { key: 'e', label: 'Export to a file', run: () => this.backups.exportFile() },
    ];
  }

  toggleTopics(): void {
    this.hasAllTopics = !this.hasAllTopics;
    this.update();
  }

  showMoreAnswers(): void {
    const first = this.shownAnswers + 1;
    this.shownAnswers += 20;
    this.update();
    this.focusOn(`.answers > li:nth-child(${first})`);
  }

  /** Saves a form; an empty date means none. */
  async saveSettings(fields: FormData): Promise<void> {
    const outcome = await changeSettings(this.context, {
      interviewOn: String(fields.get('interviewOn')) || null,
      newPerDay: Number(fields.get('newPerDay')),
      minutesPerDay: Number(fields.get('minutesPerDay')) || undefined,
    });
    this.notify('settings', noticeOf(outcome, 'Saved. Your plan and readiness are updated.'));
    this.focusOn('#settings-notice');
  }

  /** Shows the plan of a deck. The glossary loads on demand. */
  async chooseDeck(deck: Deck): Promise<void> {
    this.deck = deck;
    this.update();
    if (deck === 'question' || (this.#terms !== undefined && 'value' in this.#terms)) return;
    const terms = await this.context.files.terms();
    this.#terms = 'problem' in terms ? terms : { value: termDeck(terms.value) };
    this.update();
  }

  async saveCalendar(days: readonly DayPlan[]): Promise<void> {
    await savePlan(this.context, this.deck, days);
    const text = `Saved as ${planFile}. Open it with your calendar.`;
    this.notify('plan', { tone: 'good', text });
  }

  async #loadNames(): Promise<void> {
    const shown = this.numbers.answers.slice(0, this.shownAnswers);
    if (this.termNames !== undefined || !shown.some(({ card }) => card.startsWith('term:'))) return;
    this.termNames = new Map();
    const names = await this.context.files.termNames();
    if ('problem' in names) return;
    this.termNames = new Map(names.value.map(({ id, term }) => [id, term]));
    this.update();
  }

  /** Scrolls to the target of the URL, which didn't exist when the page was loaded. */
  #place(): void {
    if (!this.isConnected || this.querySelector('#readiness') === null) return;
    this.#isPlaced = true;
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
}
