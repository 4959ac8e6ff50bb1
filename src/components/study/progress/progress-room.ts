import { html, type TemplateResult } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import { listenForShortcuts, type Shortcut, showShortcuts } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { type Confirmation, confirmView } from './confirm-view.ts';
import { type DataControls, dataView } from './data-view.ts';
import { HistoryControl } from './history-control.ts';
import { historyView } from './history-view.ts';
import type { Host } from './host.ts';
import { Keeping } from './keeping.ts';
import type { Notice, NoticePlace, Told } from './notice-view.ts';
import { PlanControl } from './plan-control.ts';
import { planView } from './plan-view.ts';
import { type Numbers, readNumbers } from './read-numbers.ts';
import { readinessView } from './readiness-view.ts';
import { ResetControl } from './reset-control.ts';
import { SettingsControl } from './settings-control.ts';
import { Transfer } from './transfer.ts';

/** How long numbers hold that depend on the present, in milliseconds. */
const freshness = 60_000;

/** The parts of the room. */
interface Parts extends DataControls {
  readonly settings: SettingsControl;
  readonly plan: PlanControl;
  readonly history: HistoryControl;
}

/** The page of progress: readiness, what comes next, history, and the reader's data. */
export class ProgressRoom extends StudyElement {
  #parts: Parts | undefined;
  #told: Told | undefined;
  #question: Confirmation | undefined;
  #hasAllTopics = false;
  #numbers: { readonly of: Progress; readonly numbers: Numbers } | undefined;
  #isPlaced = false;

  protected override start(context: StudyContext, signal: AbortSignal): void {
    const host: Host = {
      context,
      update: (focus) => this.#show(focus),
      tell: (place, notice) => this.#tell(place, notice),
      ask: (question) => this.#ask(question),
    };
    this.#parts = {
      settings: new SettingsControl(host),
      plan: new PlanControl(host),
      history: new HistoryControl(host),
      keeping: new Keeping(host, signal),
      transfer: new Transfer(host),
      reset: new ResetControl(host),
    };
    document.addEventListener('visibilitychange', () => this.update(), { signal });
    listenForShortcuts(() => this.#shortcuts(), signal);
    void this.#parts.keeping.load();
  }

  override update(): void {
    const focused = document.activeElement?.closest('progress-room section > *');
    super.update();
    // What had the focus may be gone: then the reader goes on where the outcome is told.
    if (focused && !this.contains(document.activeElement)) this.#focus('.notice:has(p)');
    this.#parts?.history.loadNames(this.#numbers?.numbers.answers ?? []);
    if (!this.#isPlaced) queueMicrotask(() => this.#place());
  }

  protected override view(context: StudyContext): TemplateResult {
    if (this.#parts === undefined) return html``;
    const { settings, plan, history } = this.#parts;
    const numbers = this.#numbersOf(context);
    const hasAllTopics = this.#hasAllTopics;
    const told = this.#told;
    const toggleTopics = () => this.#toggleTopics();
    return html`${topView(() => showShortcuts(this.#shortcuts()))}
    ${readinessView({ context, numbers, settings, hasAllTopics, toggleTopics, told })}
    ${planView(plan, numbers, told)} ${historyView(context, numbers, history)}
    ${dataView(context.model.progress, this.#parts, told)}
    ${confirmView(this.#question, () => this.#ask(undefined))}`;
  }

  /** The numbers, worked out anew when progress has changed or time has passed. */
  #numbersOf(context: StudyContext): Numbers {
    const { progress } = context.model;
    const at = now();
    const kept = this.#numbers;
    const isFresh = kept?.of === progress && Math.abs(at - kept.numbers.now) < freshness;
    if (kept !== undefined && isFresh) return kept.numbers;
    const numbers = readNumbers(context, at);
    this.#numbers = { of: progress, numbers };
    return numbers;
  }

  #shortcuts(): readonly Shortcut[] {
    return [
      {
        key: 'p',
        label: 'Practice',
        run: () => this.querySelector<HTMLElement>('#readiness ~ .row > a')?.click(),
      },
      { key: 'e', label: 'Export to a file', run: () => this.#parts?.transfer.exportFile() },
    ];
  }

  #toggleTopics(): void {
    this.#hasAllTopics = !this.#hasAllTopics;
    this.update();
  }

  #show(focus?: string): void {
    this.update();
    if (focus !== undefined) this.#focus(focus);
  }

  #focus(selector: string): void {
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  #tell(place: NoticePlace, notice: Notice | undefined): void {
    this.#told = notice && { place, notice };
    this.update();
  }

  #ask(question: Confirmation | undefined): void {
    this.#question = question;
    this.update();
    if (question !== undefined) this.querySelector('dialog')?.showModal();
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
      <a href="#next">What comes next</a>
      <a href="#history">History</a>
      <a href="#your-data">Your data</a>
    </nav>
    <button type="button" class="quiet push" @click=${showKeys}>Keyboard shortcuts</button>
  </div>`;
}
