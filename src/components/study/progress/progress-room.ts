import { html, type TemplateResult } from 'lit-html';
import '../plan/plan-form.ts';
import { planFile, savePlan } from '../base/save-plan-calendar.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { Backups } from './backups.ts';
import { type Numbers, numbersOf, type ProgressPage, type TabId, tabs } from './progress-page.ts';
import { readinessView } from './readiness-view.ts';
import { tabsView } from './tabs-view.ts';

/** The fragments that open the plan form, for a plan by role and for one from a job description. */
const planFragments: readonly string[] = ['#plan', '#plan-ad'];

/** The progress page. Its fragments are `#plan`, `#plan-ad`, and the tab ids. */
export class ProgressRoom extends StudyElement implements ProgressPage {
  readonly backups = new Backups(this);
  tab: TabId = 'scores';
  /** Computed for each render, except while the plan form is open. */
  numbers!: Numbers;
  #isPlanning = false;
  #isPlaced = false;

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    document.addEventListener('visibilitychange', () => this.update(), { signal });
    window.addEventListener('hashchange', () => this.#follow(), { signal });
    void this.backups.open();
    this.#open();
  }

  override connectedCallback(): void {
    // Like a session, this page uses the whole width and has its own heading.
    document.documentElement.classList.add('wide');
    super.connectedCallback();
  }

  override update(): void {
    super.update();
    if (!this.#isPlaced && this.querySelector('[role=tab]') !== null)
      queueMicrotask(() => this.#place());
  }

  protected override view(context: StudyContext): TemplateResult {
    if (this.#isPlanning) return this.#planView(context);
    this.numbers = numbersOf(context);
    return html`${readinessView(this)} ${tabsView(this)}`;
  }

  #planView(context: StudyContext): TemplateResult {
    const close = () => void this.#leavePlan();
    const saved = () => void this.#leavePlan('Your plan is saved.');
    return html`<plan-form .context=${context} .isFromAd=${location.hash === '#plan-ad'}
      @plan-saved=${saved} @plan-closed=${close}></plan-form>`;
  }

  protected override shortcuts(): readonly Shortcut[] {
    if (this.#isPlanning) return [];
    const practice = () => this.querySelector<HTMLElement>('.ready-head .primary')?.click();
    return [
      { key: 'p', label: 'Practice', run: practice },
      { key: 'e', label: 'Export to a file', run: () => void this.backups.exportFile() },
    ];
  }

  choose(tab: TabId): void {
    this.tab = tab;
    history.replaceState(null, '', `#${tab}`);
    this.update();
  }

  async saveCalendar(): Promise<void> {
    await savePlan(this.context, 'question', this.numbers.forecast.days);
    const text = `Saved as ${planFile}. Open it with your calendar.`;
    this.notify('plan', { tone: 'good', text });
  }

  #open(): void {
    this.#isPlanning = planFragments.includes(location.hash);
    this.tab = tabs.find(({ id }) => `#${id}` === location.hash)?.id ?? this.tab;
  }

  #follow(): void {
    this.#open();
    this.update();
    this.#place();
  }

  /** Scrolls to the fragment's target, which didn't exist yet when the page loaded. */
  #place(): void {
    this.#isPlaced = true;
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  /**
   * Closes the plan form and moves the focus to the readiness heading.
   * @param text says what was done, if anything
   */
  #leavePlan(text?: string): void {
    history.pushState(null, '', location.pathname);
    this.#isPlanning = false;
    this.notify('plan', text === undefined ? undefined : { tone: 'good', text });
    this.focusOn('#readiness');
    window.scrollTo(0, 0);
  }
}
