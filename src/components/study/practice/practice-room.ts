import type { TemplateResult } from 'lit-html';
import { loadProblem } from '../../../browser/outdated-page.ts';
import { nameOfChoice } from '../../../domain/practice/make-queue.ts';
import {
  type PracticeChoice,
  readPracticeLink,
  writePracticeLink,
} from '../../../domain/practice/practice-link.ts';
import type { CheckedSession } from '../../../domain/practice/session-format.ts';
import type { PointComparer } from '../../../domain/practice/touched-points.ts';
import { forward, type Shortcut } from '../base/shortcuts.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { beginView, doneText } from './begin-view.ts';
import type { PracticeSession } from './practice-session.ts';
import { PracticeStarter } from './practice-starter.ts';

/** How often the time spent is saved, in seconds. If the tab is closed, little time is lost. */
const storeEvery = 15;

/** The practice page. The URL has what to practice, and the browser stores unfinished work. */
export class PracticeRoomElement extends StudyElement {
  problems: readonly string[] = [];
  /** Set in `start`, before the first view. */
  starter!: PracticeStarter;
  compare: PointComparer | undefined;
  #practice: PracticeSession | undefined;
  #code: typeof import('./session-code.ts') | undefined;
  #isComparerAsked = false;
  /** The criterion, or the follow-up question, that was highlighted at the last render. */
  #shown: string | undefined;

  protected override async start(context: StudyContext, signal: AbortSignal): Promise<void> {
    this.starter = new PracticeStarter(context, () => this.update(), signal);
    window.addEventListener('popstate', () => void this.#open(), { signal });
    window.addEventListener('pagehide', () => this.#tick(), { signal });
    document.addEventListener('visibilitychange', () => this.#onReturn(), { signal });
    const clock = setInterval(() => this.#onSecond(), 1000);
    signal.addEventListener('abort', () => clearInterval(clock));
    await this.#open();
    // New readers see a question first. The plan and the other choices follow after their first
    // score.
    if (location.hash === '' && this.starter.isFirstVisit) await this.#open({ kind: 'today' });
  }

  override update(): void {
    // In a session, the page uses the layout of wide pages, which has no sidebar and no title.
    const isSession = this.#practice !== undefined;
    document.documentElement.classList.toggle('wide', isSession);
    this.toggleAttribute('data-session', isSession);
    super.update();
    this.#showCriterion();
  }

  protected view(): TemplateResult {
    return this.#practice === undefined || this.#code === undefined
      ? beginView(this)
      : this.#code.sessionView(this.#practice, this);
  }

  protected override shortcuts(): readonly Shortcut[] {
    if (this.#practice !== undefined) return this.#code?.practiceKeys(this.#practice) ?? [];
    const main = this.querySelector<HTMLElement>('.today .primary');
    return main === null ? [] : forward('Continue', () => main.click());
  }

  begin(choice: PracticeChoice): void {
    history.pushState(null, '', `#${writePracticeLink(choice)}`);
    void this.#open();
  }

  resume(): void {
    const left = this.starter.savedSession();
    if (left !== undefined) void this.#show(left);
  }

  async discard(): Promise<void> {
    const left = this.starter.savedSession();
    if (left === undefined) return;
    const lost = 'Your scores are saved, but an answer you haven’t scored will be lost.';
    const sentence = `${doneText(left.session)} ${lost}`;
    const choice = await this.confirm('Discard this session?', [sentence], 'Discard session');
    if (choice === undefined) return;
    this.starter.discard();
    this.update();
  }

  end(): void {
    this.#tick();
    const practice = this.#practice;
    // If anything was answered, the session ends with its results.
    if (practice?.canUndo && !practice.isAtEnd) practice.pause();
    else this.#leave();
  }

  #leave(): void {
    const practice = this.#practice;
    // If a question was only looked at, there is nothing to continue.
    if (practice !== undefined && !this.starter.isBegun(practice.session)) this.starter.discard();
    history.pushState(null, '', location.pathname);
    void this.#open();
  }

  /**
   * If the role changes before the first answer, the session is replaced by the role's questions.
   */
  async chooseRole(role: string): Promise<void> {
    const practice = this.#practice;
    await changeSettings(this.context, { role });
    await this.context.model.read();
    const isPlan = practice && this.starter.isSame(practice.session, { kind: 'today' });
    if (!practice?.isUntouched || !isPlan) return this.update();
    practice.leave();
    this.starter.discard();
    await this.#begin({ kind: 'today' });
  }

  /** Opens the choice in the URL, or the given one. */
  async #open(given?: PracticeChoice): Promise<void> {
    const { learningPaths, book } = this.context.data;
    const read = readPracticeLink(location.hash, {
      ...book,
      learningPaths: learningPaths.map(({ id }) => id),
    });
    this.#practice?.leave();
    this.#practice = undefined;
    this.problems = read.problems;
    await this.starter.prepare();
    const choice = given ?? read.choice;
    this.problems = [...this.problems, ...this.starter.problems];
    if (choice === undefined) return this.update();
    const left = this.starter.savedSession();
    if (left !== undefined && this.starter.isSame(left.session, choice)) return this.#show(left);
    if (left === undefined || !this.starter.isBegun(left.session)) return this.#begin(choice);
    this.update();
    // This isn't awaited, because the dialog needs the page to open meanwhile.
    void this.#choose(left, choice);
  }

  async #choose(left: CheckedSession, choice: PracticeChoice): Promise<void> {
    const resume = `Continue ${left.session.name}`;
    const start = `Start ${nameOfChoice(choice, this.context.data)}`;
    const lost =
      'If you start something else, your scores are saved, but an answer you haven’t scored will be lost.';
    const sentence = `${doneText(left.session)} ${lost}`;
    const answer = await this.confirm('You have an unfinished session', [sentence], resume, start);
    if (answer === resume) await this.#show(left);
    else if (answer === start) await this.#begin(choice);
  }

  async #begin(choice: PracticeChoice): Promise<void> {
    const started = await this.starter.start(choice);
    if ('problem' in started) return this.#addProblems(started.problem);
    const { session, messages } = started.value;
    if (session.queue.length > 0) return this.#show(started.value);
    this.#addProblems(...messages, `${session.name}: nothing to practice right now.`);
  }

  #addProblems(...problems: readonly string[]): void {
    this.problems = [...this.problems, ...problems];
    this.update();
  }

  async #show({ session, messages }: CheckedSession): Promise<void> {
    try {
      this.#code ??= await import('./session-code.ts');
    } catch (error) {
      return this.#addProblems(loadProblem(error, notLoaded));
    }
    const code = this.#code;
    this.#practice = new code.PracticeSession(this.starter, session, {
      changed: () => this.#changed(),
      onLevel: () => code.paintVoice(this, this.#practice?.current),
    });
    this.#practice.message = [...this.problems, ...messages].join(' ');
    this.update();
  }

  #changed(): void {
    if (this.#practice?.hasText === true) void this.#loadComparer();
    this.update();
  }

  /** Loads the code while the reader types. The rubric works without it. */
  async #loadComparer(): Promise<void> {
    if (this.#isComparerAsked) return;
    this.#isComparerAsked = true;
    const [names, code] = await Promise.all([
      this.context.files.termNames(),
      import('../../../domain/practice/touched-points.ts').catch(() => undefined),
    ]);
    this.#isComparerAsked = 'value' in names && code !== undefined;
    if ('problem' in names || code === undefined) return;
    this.compare = code.pointComparer(this.context.data.questions, names.value);
    this.update();
  }

  /** In a tab that was left open overnight, the plan is yesterday's. */
  #onReturn(): void {
    const practice = this.#practice;
    if (document.hidden) return;
    if (practice === undefined) this.update();
    else if (this.starter.isOutdated(practice.session) && !practice.hasRecording) void this.#open();
  }

  #onSecond(): void {
    const seconds = this.#practice?.runningSeconds;
    if (seconds === undefined) return;
    if (seconds % storeEvery === 0) this.#tick();
    else this.update();
  }

  #tick(): void {
    this.#practice?.act({ type: 'tick' });
  }

  /**
   * Scrolls to the criterion that digits score. After the last criterion, scrolls to the follow-up
   * question.
   */
  #showCriterion(): void {
    const next =
      this.querySelector('.criterion[data-next]:not(:last-of-type)') ??
      this.querySelector('.follow-up') ??
      this.querySelector('.criterion[data-next]');
    const name = next && (next.querySelector('input')?.name ?? 'criterion');
    const before = this.#shown;
    this.#shown = name ?? undefined;
    if (before === undefined || name === null || name === before) return;
    // An answer and a sample are different screens, each of which starts at its top.
    const isSame = before.split('-')[0] === name.split('-')[0];
    if (isSame) next?.scrollIntoView({ block: 'nearest' });
  }
}

const notLoaded =
  'We couldn’t load the practice session. Check your connection and try again. Your progress is safe.';
