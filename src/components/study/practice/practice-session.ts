import { defaultDays } from '../../../domain/plan/plan.ts';
import { answerWords } from '../../../domain/practice/answer-words.ts';
import type { CriterionScore } from '../../../domain/practice/ending.ts';
import { isAllowed, type Ladder, type LadderAction } from '../../../domain/practice/ladder.ts';
import { noteSample } from '../../../domain/practice/leniency.ts';
import {
  currentCard,
  isReviewed,
  noteReview,
  type Session,
  skipCard,
  undoReview,
} from '../../../domain/practice/session-format.ts';
import {
  type CardId,
  cardId,
  dailyMinutes,
  type Grade,
  type ReviewRecord,
} from '../../../domain/progress/records.ts';
import { gradeFromScores } from '../../../domain/review/grade.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import { type Answer, type Graded, gradeCard, nextReviewText } from './grade-card.ts';
import type { PracticeStarter } from './practice-starter.ts';
import {
  type CardHost,
  QuestionCard,
  type SampleCard,
  sampleCard,
  TermCard,
} from './question-card.ts';

export const lastAnswer = 'Last answer:';

/**
 * A criterion that the reader answers again: its index in the question's rubric, and its previous
 * score.
 */
interface Retry {
  readonly card: QuestionCard;
  readonly criterion: number;
  readonly before: number;
}

/**
 * A session: its cards, the current one, and the results so far. It is stored after each change, so
 * that the reader can continue after a reload.
 */
export class PracticeSession {
  session: Session;
  /** The card to answer. It is undefined at the end, or while a past card is shown. */
  current: QuestionCard | TermCard | undefined;
  /** True if the reader wants each answer recorded. */
  records = false;
  /** True if the reader has put off the question about the interview date. */
  isDateLater = false;
  /** Values of the date sliders: days until the interview, and minutes per day. */
  pace: { readonly days: number; readonly minutes: number } = {
    days: defaultDays,
    minutes: dailyMinutes.usual,
  };
  sample: SampleCard | undefined;
  message = '';
  /**
   * The answers given on this page by id of the review, including any that the browser couldn't
   * save.
   */
  readonly results = new Map<string, Graded>();
  readonly context: StudyContext;
  readonly #starter: PracticeStarter;
  readonly #changed: () => void;
  readonly #onLevel: () => void;
  /** Questions with an unfinished answer, so that the reader can return to them. */
  readonly #begun = new Map<CardId, QuestionCard>();
  readonly #ladders: readonly Ladder[];
  /** The scored questions by id of the review, with their answers, scores, and recordings. */
  readonly #scored = new Map<string, QuestionCard>();
  #isGrading = false;
  #isSampleOffered = false;
  /** True if the next clock waits for the reader, which it does before a reader’s first answer. */
  #waits: boolean;
  /** True if the end is shown although cards remain. */
  #isPaused = false;
  #retry: Retry | undefined;

  constructor(
    starter: PracticeStarter,
    session: Session,
    { changed, onLevel }: Omit<CardHost, 'context'>,
  ) {
    this.context = starter.context;
    this.session = session;
    this.#starter = starter;
    this.#ladders = starter.stored.ladders.value ?? [];
    this.#changed = changed;
    this.#onLevel = onLevel;
    this.#waits = !this.hasReviews && this.#ladders.length === 0;
    this.#take();
    this.#store();
  }

  get isStored(): boolean {
    const { session, ladders } = this.#starter.stored;
    return !session.isRefused && !ladders.isRefused;
  }

  get hasText(): boolean {
    return this.current instanceof QuestionCard && this.current.ladder.answer !== '';
  }

  /**
   * True if the answer is being recorded, or has a recording but no score yet. Only this page keeps
   * the recording.
   */
  get hasRecording(): boolean {
    const card = this.current;
    return card instanceof QuestionCard && (card.isRecording || card.recording !== undefined);
  }

  /**
   * Whole seconds spent on the answer while its clock runs. It is undefined while the clock doesn't
   * run.
   */
  get runningSeconds(): number | undefined {
    const card = this.current;
    if (!(card instanceof QuestionCard) || card.ladder.clock.since === null) return undefined;
    return card.seconds;
  }

  /** True if the first question is still waiting for its clock. */
  get isUntouched(): boolean {
    return this.#waits && !this.canUndo;
  }

  get canUndo(): boolean {
    return this.session.reviews.length > 0;
  }

  get hasReviews(): boolean {
    return this.context.model.progress.reviews.length + this.results.size > 0;
  }

  /** True if the end of the session is shown, or a pause that looks like it. */
  get isAtEnd(): boolean {
    return (this.#isPaused || this.isOver) && !this.isRetrying;
  }

  /** True if no card remains, except skipped ones. */
  get isOver(): boolean {
    return currentCard(this.session) === undefined;
  }

  /** The criterion that the reader tried again after the session, with both scores. */
  get retry(): Retry | undefined {
    return this.#retry;
  }

  /** True while the reader answers one criterion again. Its score isn’t saved. */
  get isRetrying(): boolean {
    return this.current !== undefined && this.current === this.#retry?.card;
  }

  /**
   * Returns the answer behind a review of this session. Answers are kept while the page is open.
   */
  answerOf(review: string): QuestionCard | undefined {
    return this.#scored.get(review);
  }

  /** True if the reader has scored neither an answer nor a sample. */
  get hasNeverScored(): boolean {
    const { model, settings } = this.context;
    return (
      settings.samples === undefined &&
      model.progress.reviews.every(({ scores }) => scores.length === 0)
    );
  }

  /** The review of the past card that is shown, if the card was reviewed in this session. */
  get pastReview(): ReviewRecord | undefined {
    if (!isReviewed(this.session)) return undefined;
    const card = currentCard(this.session);
    const id = this.session.reviews.find((done) => done.card === card)?.review;
    return this.context.model.progress.reviews.find((review) => review.id === id);
  }

  /**
   * Performs an action on the ladder of the current question. Finishing the ladder saves the
   * scores.
   */
  act(action: LadderAction): void {
    const card = this.current;
    if (!(card instanceof QuestionCard) || !isAllowed(card.ladder, action)) return;
    if (action.type === 'finish') return void this.#finish(card);
    if (action.type === 'next') {
      // The message is about the previous answer.
      this.message = '';
      // Before readers score themselves for the first time, they score a sample.
      if (!this.#isSampleOffered && this.hasNeverScored) this.sample = sampleCard(card.question, 0);
      this.#isSampleOffered = true;
    }
    card.act(action);
  }

  async gradeTerm(grade: Grade): Promise<void> {
    const card = this.current;
    if (!(card instanceof TermCard) || !card.isTurned) return;
    const { flashcard, seconds } = card;
    const graded = await this.#grade({ card: flashcard.card, grade, scores: [], seconds });
    if (graded !== undefined) this.#move(this.session);
  }

  /** Shows a sample answer of the current question. Undefined returns to the reader's answer. */
  showSample(place: number | undefined): void {
    const card = this.current;
    if (!(card instanceof QuestionCard)) return;
    this.sample = place === undefined ? undefined : sampleCard(card.question, place);
    this.changed();
  }

  compareSample(): void {
    const { sample } = this;
    const above = sample?.above ?? null;
    if (sample === undefined || above === null || sample.isCompared) return;
    sample.isCompared = true;
    const { samples } = this.context.settings;
    const scored = { code: sample.question.code, answer: sample.place, above };
    void changeSettings(this.context, { samples: noteSample(samples, scored) });
    this.changed();
  }

  /** Starts the clock of a question that waits. */
  async startClock(): Promise<void> {
    const card = this.current;
    if (!(card instanceof QuestionCard) || !card.isWaiting) return;
    await card.start(this.records);
    this.#waits = false;
  }

  async record(): Promise<void> {
    if (!(this.current instanceof QuestionCard)) return;
    this.records = true;
    await this.current.record();
  }

  stopRecording(): void {
    if (!(this.current instanceof QuestionCard)) return;
    this.records = false;
    this.current.stopRecording();
  }

  skip(): void {
    const session = this.isRetrying ? this.session : skipCard(this.session);
    const isLast = currentCard(session) === undefined;
    this.#move(session, isLast ? '' : 'Skipped. It comes back at the end.');
  }

  /** Shows the end now. The reader can continue with the remaining cards. */
  pause(): void {
    this.#isPaused = true;
    this.#move(this.session);
  }

  resume(): void {
    this.#isPaused = false;
    this.#move(this.session);
  }

  /** Asks for an answer to a single criterion, within a minute. */
  tryAgain({ review, criterion, score }: CriterionScore): void {
    const question = this.context.questions.get(review.card.slice(review.card.indexOf(':') + 1));
    const only = question?.criteria[criterion];
    if (question === undefined || only === undefined) return;
    void this.#retry?.card.leave();
    const { calibration: _, ...rest } = question;
    const asked = { ...rest, minutes: 1, criteria: [only], probes: [] };
    const card = new QuestionCard(asked, this.#cardHost);
    this.#retry = { card, criterion, before: score };
    this.message = '';
    this.current = card;
    void card.start(this.records);
    this.changed();
  }

  go(step: (session: Session) => Session): void {
    this.#move(step(this.session));
  }

  /** Undoes the last score and returns to its card, with the answer and the scores. */
  async undo(): Promise<void> {
    const { session, review } = undoReview(this.session);
    if (review === undefined) return;
    await this.context.model.store.undoReview(review);
    await this.context.model.read();
    this.results.delete(review);
    const last = this.#scored.get(review);
    if (last !== undefined) {
      this.#begun.set(cardId('question', last.question.code), last);
      this.#scored.delete(review);
      last.act({ type: 'undo' });
    }
    this.#isPaused = false;
    this.#move(session, 'Last score undone.');
  }

  changed(): void {
    this.#store();
    this.#changed();
  }

  leave(): void {
    const cards = [...this.#begun.values(), ...this.#scored.values(), this.#retry?.card];
    for (const card of cards) void card?.leave();
  }

  async #finish(card: QuestionCard): Promise<void> {
    const { scores } = card.ladder;
    const grade = gradeFromScores(scores);
    if (grade === null) return;
    if (this.isRetrying) {
      card.act({ type: 'finish' });
      return this.#move(this.session);
    }
    const isFirst = !this.hasReviews;
    const { seconds, followUp } = card;
    const id = cardId('question', card.question.code);
    const graded = await this.#grade({ card: id, grade, scores, seconds, followUp });
    if (graded === undefined) return;
    this.#scored.set(graded.review.id, card);
    this.#begun.delete(id);
    // After their first score ever, readers see what it means before they continue.
    this.#isPaused = isFirst;
    card.act({ type: 'finish' });
    const next = nextReviewText(graded.after, this.context);
    const words = answerWords(scores)?.toLowerCase().replace(' answer', '');
    this.#move(this.session, `${lastAnswer} ${words}. ${next}`);
  }

  async #grade(answer: Answer) {
    // A repeated key press must not answer the card twice.
    if (this.#isGrading) return undefined;
    this.#isGrading = true;
    const graded = await gradeCard(this.context, answer);
    this.#isGrading = false;
    if ('problem' in graded) {
      this.message = graded.problem;
      this.changed();
      return undefined;
    }
    const { id } = graded.value.review;
    this.results.set(id, graded.value);
    this.session = noteReview(this.session, id);
    return graded.value;
  }

  #move(session: Session, message = ''): void {
    const { current } = this;
    if (current instanceof QuestionCard) current.stopRecording();
    this.session = session;
    this.sample = undefined;
    this.message = message;
    this.#take();
    this.changed();
  }

  #take(): void {
    const isShown = !this.#isPaused && !isReviewed(this.session);
    const id = isShown ? currentCard(this.session) : undefined;
    this.current = id === undefined ? undefined : (this.#begun.get(id) ?? this.#newCard(id));
    if (id === undefined || !(this.current instanceof QuestionCard)) return;
    this.#begun.set(id, this.current);
    if (!this.current.isWaiting) this.current.open();
    else if (!this.#waits) void this.current.start(this.records);
  }

  get #cardHost(): CardHost {
    return { context: this.context, changed: () => this.changed(), onLevel: this.#onLevel };
  }

  #newCard(id: CardId): QuestionCard | TermCard | undefined {
    const name = id.slice(id.indexOf(':') + 1);
    if (id.startsWith('term:')) {
      const term = this.#starter.terms.get(name);
      const { cards } = this.context.model.progress;
      const reps = cards.find((card) => card.id === id)?.reps ?? 0;
      const flashcard = term && this.#starter.flashcard?.(term, reps);
      return flashcard && new TermCard(flashcard, () => this.changed());
    }
    const question = this.context.questions.get(name);
    if (question === undefined) return undefined;
    // The rubric may have been edited since then.
    const ladder = this.#ladders.find(
      ({ code, scores }) => code === name && scores.length === question.criteria.length,
    );
    return new QuestionCard(question, this.#cardHost, ladder);
  }

  #store(): void {
    const isDone = currentCard(this.session) === undefined;
    const open = this.session.queue.filter(({ state }) => state !== 'reviewed');
    const waiting = new Set(open.map(({ card }) => card));
    for (const id of this.#begun.keys()) waiting.delete(id);
    const ladders = [
      ...[...this.#begun.values()].map(({ ladder }) => ladder),
      ...this.#ladders.filter(({ code }) => waiting.has(cardId('question', code))),
    ].filter(({ step }) => step !== 'question' && step !== 'scored');
    const stored = this.#starter.stored;
    // Typing changes only the answer, so the session isn't stored again.
    if (isDone) stored.session.set(undefined);
    else if (stored.session.value !== this.session) stored.session.set(this.session);
    stored.ladders.set(ladders.length === 0 ? undefined : ladders);
  }
}
