import { html, type TemplateResult } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { type DataControls, dataView } from './data-view.ts';
import { HistoryControl, historyView } from './history-view.ts';
import { Keeping, ResetControl } from './keeping.ts';
import { PlanControl, planView } from './plan-view.ts';
import { type Numbers, readNumbers } from './read-numbers.ts';
import { readinessView, SettingsControl } from './readiness-view.ts';
import { scoresView } from './scores-view.ts';
import { Transfer } from './transfer.ts';

/** How long numbers that depend on the present are reused, in milliseconds. */
const freshness = 60_000;

interface Parts extends DataControls {
  readonly settings: SettingsControl;
  readonly plan: PlanControl;
  readonly history: HistoryControl;
}

export class ProgressRoom extends StudyElement {
  #parts: Parts | undefined;
  #hasAllTopics = false;
  #numbers: { readonly of: Progress; readonly numbers: Numbers } | undefined;
  #isPlaced = false;

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    this.#parts = {
      settings: new SettingsControl(this),
      plan: new PlanControl(this),
      history: new HistoryControl(this),
      keeping: new Keeping(this, signal),
      transfer: new Transfer(this),
      reset: new ResetControl(this),
    };
    document.addEventListener('visibilitychange', () => this.update(), { signal });
    void this.#parts.keeping.load();
  }

  override update(): void {
    super.update();
    this.#parts?.history.loadNames(this.#numbers?.numbers.answers ?? []);
    if (!this.#isPlaced) queueMicrotask(() => this.#place());
  }

  protected override view(context: StudyContext): TemplateResult {
    if (this.#parts === undefined) return html``;
    const { settings, plan, history } = this.#parts;
    const numbers = this.#numbersOf(context);
    const hasAllTopics = this.#hasAllTopics;
    const toggleTopics = () => this.#toggleTopics();
    return html`${topView(() => this.showShortcuts())}
    ${readinessView({ context, numbers, settings, hasAllTopics, toggleTopics, host: this })}
    ${scoresView(context, numbers)} ${planView(plan, numbers, this)}
    ${historyView(context, numbers, history)}
    ${dataView(context.model.progress, this.#parts, this)}`;
  }

  protected override shortcuts(): readonly Shortcut[] {
    return [
      {
        key: 'p',
        label: 'Practice',
        run: () => this.querySelector<HTMLElement>('#readiness ~ .row > a')?.click(),
      },
      { key: 'e', label: 'Export to a file', run: () => this.#parts?.transfer.exportFile() },
    ];
  }

  #numbersOf(context: StudyContext): Numbers {
    const { progress } = context.model;
    const at = now();
    const last = this.#numbers;
    const isFresh = last?.of === progress && Math.abs(at - last.numbers.now) < freshness;
    if (last !== undefined && isFresh) return last.numbers;
    const numbers = readNumbers(context, at);
    this.#numbers = { of: progress, numbers };
    return numbers;
  }

  #toggleTopics(): void {
    this.#hasAllTopics = !this.#hasAllTopics;
    this.update();
  }

  /** Goes to what the address names: it was not there yet when the page was loaded. */
  #place(): void {
    if (!this.isConnected || this.querySelector('#readiness') === null) return;
    this.#isPlaced = true;
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
}

function topView(showKeys: () => void): TemplateResult {
  return html`<div class="row jumps">
    <nav aria-label="On this page" class="contents">
      <a href="#readiness">Readiness</a>
      <a href="#scores">Your scores</a>
      <a href="#next">What comes next</a>
      <a href="#history">History</a>
      <a href="#your-data">Your data</a>
    </nav>
    <button type="button" class="quiet push keys" @click=${showKeys}>Keyboard shortcuts</button>
  </div>`;
}
