import type { TemplateResult } from 'lit-html';
import { nameOfChoice } from '../../../domain/practice/make-queue.ts';
import {
  type PracticeChoice,
  readPracticeLink,
  writePracticeLink,
} from '../../../domain/practice/practice-link.ts';
import type { CheckedSession } from '../../../domain/practice/session-format.ts';
import { type PointComparer, pointComparer } from '../../../domain/practice/touched-points.ts';
import type { CardId, Score } from '../../../domain/progress/records.ts';
import { counted } from '../base/format.ts';
import { buttonKeys, type Shortcut } from '../base/shortcuts.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { scoreLabel } from './answering-view.ts';
import { beginView, doneText } from './begin-view.ts';
import { PracticeSession } from './practice-session.ts';
import { PracticeStarter } from './practice-starter.ts';
import { sessionView } from './session-view.ts';

/** How often the time spent is saved, in seconds, so that little is lost if the tab is closed. */
const storeEvery = 15;

const lost = 'Your scores stay, but you’ll lose any answer that you haven’t scored.';

/** The practice page. The URL says what to practice, and the browser stores unfinished work. */
export class PracticeRoomElement extends StudyElement {
  problems: readonly string[] = [];
  /** Set in `start`, before the first render. */
  starter!: PracticeStarter;
  compare: PointComparer | undefined;
  #practice: PracticeSession | undefined;
  #isComparerAsked = false;
  /** The criterion or follow-up question that was highlighted in the last render. */
  #shown: string | undefined;

  protected override async start(context: StudyContext, signal: AbortSignal): Promise<void> {
    this.starter = new PracticeStarter(context, () => this.update(), signal);
    window.addEventListener('popstate', () => void this.#open(), { signal });
    window.addEventListener('pagehide', () => this.#tick(), { signal });
    document.addEventListener('click', (event) => this.#closeMenu(event), { signal });
    document.addEventListener('visibilitychange', () => this.#onReturn(), { signal });
    const clock = setInterval(() => this.#onSecond(), 1000);
    signal.addEventListener('abort', () => clearInterval(clock));
    await this.#open();
    // New readers see a question first. The plan and the other choices come after their first
    // score.
    if (location.hash === '' && this.starter.isFirstVisit) await this.#open({ kind: 'today' });
  }

  override update(): void {
    // During a session, the page uses the wide layout, without a sidebar or a title.
    const isSession = this.#practice !== undefined;
    document.documentElement.classList.toggle('wide', isSession);
    this.toggleAttribute('data-session', isSession);
    if (this.#practice?.question?.ladder.answer) void this.#loadComparer();
    super.update();
    this.#showCriterion();
  }

  protected view(): TemplateResult {
    return this.#practice === undefined ? beginView(this) : sessionView(this.#practice, this);
  }

  protected override shortcuts(): readonly Shortcut[] {
    return this.#practice === undefined ? buttonKeys(this) : practiceKeys(this.#practice, this);
  }

  begin(choice: PracticeChoice): void {
    history.pushState(null, '', `#${writePracticeLink(choice)}`);
    void this.#open();
  }

  resume(): void {
    const saved = this.starter.savedSession();
    if (saved !== undefined) this.#show(saved);
  }

  async discard(): Promise<void> {
    const saved = this.starter.savedSession();
    if (saved === undefined) return;
    const sentence = `${doneText(saved.session)} ${lost}`;
    const choice = await this.confirm('Discard this session?', [sentence], 'Discard session');
    if (choice === undefined) return;
    this.starter.discard();
    this.update();
  }

  end(): void {
    this.#tick();
    const practice = this.#practice;
    // If anything has been answered, the session ends with its results.
    if (practice?.canUndo && !practice.isAtEnd) {
      practice.pause();
      return;
    }
    // If the reader only looked at a question, there is nothing to continue.
    if (practice !== undefined && !this.starter.isBegun(practice.session)) this.starter.discard();
    history.pushState(null, '', location.pathname);
    void this.#open();
  }

  /**
   * Saves the role. If the session is today's plan and hasn't been started, replaces it with the
   * role's questions.
   */
  async chooseRole(role: string): Promise<void> {
    const practice = this.#practice;
    await changeSettings(this.context, { role });
    await this.context.model.read();
    // The reader may have left the session in the meantime.
    if (this.#practice !== practice) return;
    const isPlan = practice && this.starter.isSame(practice.session, { kind: 'today' });
    if (!practice?.isUntouched || !isPlan) return this.update();
    practice.leave();
    this.starter.discard();
    await this.#begin({ kind: 'today' });
  }

  async #open(given?: PracticeChoice): Promise<void> {
    const { learningPaths, book } = this.context.data;
    const parsed = readPracticeLink(location.hash, {
      ...book,
      learningPaths: learningPaths.map(({ id }) => id),
    });
    this.#practice?.leave();
    this.#practice = undefined;
    await this.starter.prepare();
    const choice = given ?? parsed.choice;
    this.problems = [...parsed.problems, ...this.starter.problems];
    if (choice === undefined) return this.update();
    const saved = this.starter.savedSession();
    if (saved !== undefined && this.starter.isSame(saved.session, choice)) return this.#show(saved);
    if (saved === undefined || !this.starter.hasToLose(saved.session)) return this.#begin(choice);
    this.update();
    // Don't await this, because the page has to open while the dialog waits for an answer.
    void this.#choose(saved, choice);
  }

  async #choose(saved: CheckedSession, choice: PracticeChoice): Promise<void> {
    const { name, queue } = saved.session;
    const newName = nameOfChoice(choice, this.context.data);
    // After a set was changed, both have its name.
    const isSameName = newName === name;
    const before = queue.map(({ card }) => card);
    const cards = isSameName ? this.starter.queueOf(choice) : [];
    const resume = `Continue ${name}${isSameName ? ` (${countOf(before)})` : ''}`;
    const start = `Start ${newName}${isSameName ? ` (${countOf(cards, before)})` : ''}`;
    const sentence = `${doneText(saved.session)} Starting something else replaces it. ${lost}`;
    const answer = await this.confirm('You have an unfinished session', [sentence], resume, start);
    if (answer === resume) this.#show(saved);
    else if (answer === start) await this.#begin(choice);
    // Clearing the fragment lets the reader make the same choice again.
    else history.replaceState(null, '', location.pathname);
  }

  async #begin(choice: PracticeChoice): Promise<void> {
    const { hash } = location;
    const started = await this.starter.start(choice);
    // The reader may have gone elsewhere while the terms were loading.
    if (location.hash !== hash) return;
    if ('problem' in started) return this.#addProblems(started.problem);
    const { session, messages } = started.value;
    if (session.queue.length > 0) return this.#show(started.value);
    this.#addProblems(...messages, `${session.name}: nothing to practice right now.`);
  }

  #addProblems(...problems: readonly string[]): void {
    this.problems = [...this.problems, ...problems];
    this.update();
  }

  #show({ session, messages }: CheckedSession): void {
    this.#practice?.leave();
    this.#practice = new PracticeSession(this.starter, session, {
      message: [...this.problems, ...messages].join(' '),
      update: () => this.update(),
    });
    this.update();
  }

  /** Prepares the comparison while the reader is typing. The rubric works without it. */
  async #loadComparer(): Promise<void> {
    if (this.#isComparerAsked) return;
    this.#isComparerAsked = true;
    const names = await this.context.files.termNames();
    this.#isComparerAsked = 'value' in names;
    if ('problem' in names) return;
    this.compare = pointComparer(this.context.data.questions, names.value);
    this.update();
  }

  /** Replaces an earlier day's plan in a tab that was left open overnight. */
  #onReturn(): void {
    const practice = this.#practice;
    if (document.hidden) return;
    if (practice === undefined) {
      this.update();
      return;
    }
    // Reopening the session would lose the recording of an unscored answer, which isn't saved.
    const { isRecording, recording } = practice.question ?? {};
    const hasRecording = isRecording || recording !== undefined;
    if (this.starter.isOutdated(practice.session) && !hasRecording) void this.#open();
  }

  #closeMenu({ target }: Event): void {
    const menu = this.querySelector<HTMLDetailsElement>('.menu[open]');
    if (menu && !menu.contains(target as Node)) menu.open = false;
  }

  #onSecond(): void {
    const question = this.#practice?.question;
    if (question === undefined || question.ladder.clock.since === null) return;
    if (question.seconds % storeEvery === 0) this.#tick();
    else this.update();
  }

  #tick(): void {
    this.#practice?.act({ type: 'tick' });
  }

  /**
   * Scrolls to the criterion that the digit keys score. From the last one on, scrolls to the
   * follow-up question if there is one.
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
    // Answers and samples are on different screens, each of which opens at the top.
    const isSame = before.split('-')[0] === name.split('-')[0];
    if (isSame) next?.scrollIntoView({ block: 'nearest' });
  }
}

/** Says how many cards there are and how many are new, as in "5 questions, 1 new". */
function countOf(cards: readonly CardId[], before: readonly CardId[] = cards): string {
  const added = cards.filter((card) => !before.includes(card)).length;
  return `${counted(cards.length, 'question')}${added === 0 ? '' : `, ${added} new`}`;
}

function practiceKeys(practice: PracticeSession, room: HTMLElement): readonly Shortcut[] {
  const answer = room.querySelector<HTMLElement>('#answer');
  return [
    ...buttonKeys(room),
    ...(answer === null ? [] : typingKeys(practice, answer)),
    ...scoringKeys(practice),
  ];
}

function typingKeys(practice: PracticeSession, answer: HTMLElement): Shortcut[] {
  return [
    {
      key: 'Control+Enter',
      label: `${scoreLabel(practice)}, even while typing`,
      run: () => practice.act({ type: 'next' }),
      whileTyping: true,
    },
    { key: 't', label: 'Type', run: () => answer.focus() },
  ];
}

function scoringKeys(practice: PracticeSession): Shortcut[] {
  const ladder = practice.sample?.ladder ?? practice.question?.ladder;
  if (ladder?.step !== 'rubric') return [];
  const { criterion, scores } = ladder;
  const [first = null] = scores;
  const give = (score: Score) => () => practice.act({ type: 'score', criterion, score });
  const turn = (by: number) => () => practice.act({ type: 'turn', criterion: criterion + by });
  return [
    { key: '0', label: 'Not assessed', run: give(null) },
    ...[1, 2, 3, 4, 5].map((score) => ({
      key: String(score),
      label: `Score ${score}`,
      run: give(score),
    })),
    {
      key: 'a',
      label: 'Give all criteria the first score',
      run: () => {
        // Giving all criteria "not assessed" would clear the other scores.
        if (first !== null) practice.act({ type: 'score-all', score: first });
      },
    },
    { key: 'ArrowUp', label: 'Previous criterion', run: turn(-1) },
    { key: 'ArrowDown', label: 'Next criterion', run: turn(1) },
  ];
}
