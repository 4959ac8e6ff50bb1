import type { TemplateResult } from 'lit-html';
import { keepText } from '../../../browser/kept-text.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import { onVoices, stopReading } from '../../../browser/read-aloud.ts';
import { nameOfChoice } from '../../../domain/practice/make-queue.ts';
import { type PracticeChoice, readPracticeLink } from '../../../domain/practice/practice-link.ts';
import { currentCard } from '../../../domain/practice/session.ts';
import type { CheckedSession, Session } from '../../../domain/practice/session-format.ts';
import { changeSettings } from '../base/change-settings.ts';
import { listenForShortcuts, type Shortcut, showShortcuts } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { AnswerComparer } from './answer-comparer.ts';
import { conflictView } from './conflict-view.ts';
import { doneView } from './done-view.ts';
import { focusPlace } from './focus-place.ts';
import { readNewPerDay, saveQuestionPlan } from './home-actions.ts';
import { dueNow, homeState } from './home-state.ts';
import { choiceAddress, type HomeActions, homeView } from './home-view.ts';
import { practiceKeys } from './practice-keys.ts';
import { PracticeSession } from './practice-session.ts';
import { PracticeStarter } from './practice-starter.ts';
import { QuestionCard } from './question-card.ts';
import { comesBack, keepAnswer } from './session-actions.ts';
import { type SessionActions, sessionView } from './session-view.ts';

/** Seconds after which the time spent is kept, so that little of it is lost with the tab. */
const keepEvery = 15;

const uncoveredPlaces = new Set(['hint', 'outline', 'rubric', 'answer', 'probes']);

/** The practice page: what to practice stands in the address, what is under way on the device. */
export class PracticeRoomElement extends StudyElement {
  #starter: PracticeStarter | undefined;
  #comparer: AnswerComparer | undefined;
  #practice: PracticeSession | undefined;
  /** Something else is under way: the reader chooses. */
  #conflict: { readonly kept: CheckedSession; readonly choice: PracticeChoice } | undefined;
  #problems: readonly string[] = [];
  #focused = '';
  /** Place of the criterion that is to be scored next. */
  #criterion: number | undefined;

  protected override async start(context: StudyContext, signal: AbortSignal): Promise<void> {
    this.#starter = new PracticeStarter(context);
    this.#comparer = new AnswerComparer(context, () => this.update());
    window.addEventListener('popstate', () => void this.#open(context), { signal });
    window.addEventListener('pagehide', () => this.#tick(), { signal });
    onVoices(() => this.update(), signal);
    listenForShortcuts(() => this.#keys(context), signal);
    const clock = setInterval(() => this.#onSecond(), 1000);
    signal.addEventListener('abort', () => clearInterval(clock));
    await this.#open(context);
    // Whoever has just opened the page is not pulled into it.
    this.#focused = this.#focusPlace.key;
  }

  protected override update(): void {
    super.update();
    this.#moveFocus();
  }

  protected view(context: StudyContext): TemplateResult {
    const starter = this.#starter ?? new PracticeStarter(context);
    if (this.#conflict !== undefined) return this.#conflictView(context, this.#conflict);
    const practice = this.#practice;
    if (practice === undefined) {
      const left = starter.left();
      const session = left !== undefined && 'value' in left ? left.value.session : undefined;
      const state = homeState(context, starter.moment, session, this.#problems);
      return homeView(state, this.#homeActions(context));
    }
    if (practice.scored !== undefined || currentCard(practice.session) !== undefined) {
      return sessionView(practice, this.#sessionActions(context, practice));
    }
    const deck = starter.deckOf(practice.session);
    const isOfTerms = deck[0]?.id.startsWith('term:') === true;
    return doneView(practice, {
      due: dueNow(deck, starter.moment),
      again: () =>
        this.#go(context, isOfTerms ? { kind: 'terms', of: { kind: 'due' } } : { kind: 'due' }),
      home: () => this.#goHome(context),
    });
  }

  /** Does what the address says. */
  async #open(context: StudyContext): Promise<void> {
    const { paths, book } = context.data;
    const read = readPracticeLink(location.hash, { ...book, paths: paths.map(({ id }) => id) });
    this.#problems = read.problems;
    this.#conflict = undefined;
    await this.#starter?.prepare();
    if (read.choice === undefined) this.#show(undefined);
    else await this.#openChoice(context, read.choice);
  }

  async #openChoice(context: StudyContext, choice: PracticeChoice): Promise<void> {
    const starter = this.#starter ?? new PracticeStarter(context);
    const left = starter.left();
    if (left === undefined || 'problem' in left) return this.#begin(starter, choice, left?.problem);
    const { session } = left.value;
    if (starter.isSame(session, choice)) return this.#resume(left.value);
    if (!starter.isBegun(session)) return this.#begin(starter, choice);
    this.#practice = undefined;
    this.#conflict = { kept: left.value, choice };
    this.update();
  }

  async #begin(starter: PracticeStarter, choice: PracticeChoice, problem?: string): Promise<void> {
    if (problem !== undefined) this.#problems = [...this.#problems, problem];
    const started = await starter.start(choice);
    this.#conflict = undefined;
    if ('problem' in started) {
      this.#problems = [...this.#problems, started.problem];
      return this.#show(undefined);
    }
    keepText(keptKeys.ladder, null);
    const { session, messages } = started.value;
    const isEmpty = session.queue.length === 0;
    this.#problems = [
      ...this.#problems,
      ...messages,
      ...(isEmpty ? [`${session.name}: there is nothing to practice just now.`] : []),
    ];
    this.#show(isEmpty ? undefined : session);
  }

  #resume({ session, messages }: CheckedSession): void {
    this.#conflict = undefined;
    this.#problems = [...this.#problems, ...messages];
    this.#show(session);
  }

  #show(session: Session | undefined): void {
    const starter = this.#starter;
    this.#practice =
      session && starter && new PracticeSession(starter.context, session, () => this.#changed());
    if (this.#practice !== undefined && this.#problems.length > 0) {
      this.#practice.message = this.#problems.join(' ');
    }
    this.update();
  }

  #changed(): void {
    const current = this.#practice?.current;
    if (current instanceof QuestionCard && current.ladder.way === 'typed') {
      void this.#comparer?.prepare();
    }
    this.update();
  }

  /** Goes to a choice as a link would. */
  #go(context: StudyContext, choice: PracticeChoice): void {
    history.pushState(null, '', choiceAddress(choice));
    void this.#open(context);
  }

  #goHome(context: StudyContext): void {
    this.#tick();
    stopReading();
    history.pushState(null, '', location.pathname);
    void this.#open(context);
  }

  #conflictView(
    context: StudyContext,
    { kept, choice }: { readonly kept: CheckedSession; readonly choice: PracticeChoice },
  ): TemplateResult {
    return conflictView(kept.session, nameOfChoice(choice, context.data), {
      goOn: () => this.#resume(kept),
      startNew: () => void this.#begin(this.#starter ?? new PracticeStarter(context), choice),
    });
  }

  #homeActions(context: StudyContext): HomeActions {
    return {
      goOn: () => {
        const left = this.#starter?.left();
        if (left !== undefined && 'value' in left) this.#resume(left.value);
      },
      drop: () => {
        keepText(keptKeys.session, null);
        keepText(keptKeys.ladder, null);
        this.update();
      },
      start: (choice) => this.#go(context, choice),
      setInterview: (interviewOn) => void changeSettings(context, { interviewOn }),
      setNewPerDay: (value) => {
        const newPerDay = readNewPerDay(value);
        if (newPerDay !== undefined) void changeSettings(context, { newPerDay });
      },
      calendar: () =>
        saveQuestionPlan(context, (this.#starter ?? new PracticeStarter(context)).moment),
      showKeys: () => showShortcuts(this.#keys(context)),
    };
  }

  #sessionActions(context: StudyContext, practice: PracticeSession): SessionActions {
    return {
      act: (action) => practice.act(action),
      compare: this.#comparer?.compare,
      stop: () => this.#goHome(context),
      showKeys: () => showShortcuts(this.#keys(context)),
      comesBack: (card) => comesBack(card, context),
      keepAnswer: (card) => void keepAnswer(card, context, practice),
    };
  }

  #keys(context: StudyContext): readonly Shortcut[] {
    if (this.#practice !== undefined) return practiceKeys(this.#practice);
    const actions = this.#homeActions(context);
    return this.#starter?.left() === undefined
      ? []
      : [{ key: 'g', label: 'Go on where you stopped', run: actions.goOn }];
  }

  #onSecond(): void {
    const card = this.#practice?.current;
    if (!(card instanceof QuestionCard) || card.ladder.clock.since === null) return;
    if (card.seconds % keepEvery === 0) this.#tick();
    else this.update();
  }

  /** Counts the time until now, so that it is kept. */
  #tick(): void {
    this.#practice?.act({ type: 'tick' });
  }

  get #focusPlace(): { readonly key: string; readonly place: string } {
    if (this.#conflict !== undefined) return { key: 'conflict', place: 'conflict' };
    return focusPlace(this.#practice);
  }

  /** Brings the criterion that digits score next into view. */
  #followScoring(): void {
    const card = this.#practice?.current;
    const criterion = card instanceof QuestionCard ? card.ladder.criterion : undefined;
    if (criterion === this.#criterion) return;
    const isNext = criterion !== undefined && this.#criterion !== undefined;
    this.#criterion = criterion;
    if (!isNext) return;
    this.querySelector('.criterion[data-next]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Puts the focus where something new stands. */
  #moveFocus(): void {
    this.#followScoring();
    const { key, place } = this.#focusPlace;
    const target = this.querySelector<HTMLElement>(`[data-focus="${place}"]`);
    if (this.#focused === '' || key === this.#focused || target === null) return;
    this.#focused = key;
    const field = place === 'answering' ? this.querySelector('textarea') : null;
    (field ?? target).focus({ preventScroll: true });
    // What was just uncovered begins at the top; all else only has to be in sight.
    target.scrollIntoView({ block: uncoveredPlaces.has(place) ? 'start' : 'nearest' });
  }
}
