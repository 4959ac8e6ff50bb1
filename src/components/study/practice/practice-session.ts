import { answerWords } from '../../../domain/practice/answer-words.ts';
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
  type CardRecord,
  cardId,
  type Grade,
  type ReviewRecord,
} from '../../../domain/progress/records.ts';
import { gradeFromScores } from '../../../domain/review/grade.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import { type Answer, gradeCard, nextReviewText } from './grade-card.ts';
import type { PracticeStarter } from './practice-starter.ts';
import { QuestionCard, type SampleCard, sampleCard, TermCard } from './question-card.ts';

export const lastAnswer = 'Last answer:';

/**
 * A session: its cards, the current one, and the results so far. All of it is stored after each
 * change, so that it can be continued after a reload.
 */
export class PracticeSession {
  session: Session;
  /** The card to answer; undefined when all are done, or while a past one is shown. */
  current: QuestionCard | TermCard | undefined;
  sample: SampleCard | undefined;
  message = '';
  /** Cards as they are after the answers, by id of the review. */
  readonly results = new Map<string, CardRecord>();
  readonly context: StudyContext;
  readonly #starter: PracticeStarter;
  readonly #changed: () => void;
  /** Questions with an unfinished answer, to return to. */
  readonly #begun = new Map<CardId, QuestionCard>();
  readonly #ladders: readonly Ladder[];
  /** The last scored question, with its answer and scores, to undo. */
  #last: { readonly review: string; readonly card: QuestionCard } | undefined;
  #isGrading = false;
  #isSampleOffered = false;

  constructor(starter: PracticeStarter, session: Session, changed: () => void) {
    this.context = starter.context;
    this.session = session;
    this.#starter = starter;
    this.#ladders = starter.stored.ladders.value ?? [];
    this.#changed = changed;
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

  /** Whether the answer is being recorded, or was and isn't scored: only this page has it. */
  get hasRecording(): boolean {
    const card = this.current;
    return card instanceof QuestionCard && (card.isRecording || card.recording !== undefined);
  }

  /** Whole seconds spent on the answer while its clock runs; undefined while it doesn't. */
  get runningSeconds(): number | undefined {
    const card = this.current;
    if (!(card instanceof QuestionCard) || card.ladder.clock.since === null) return undefined;
    return card.seconds;
  }

  get canUndo(): boolean {
    return this.session.reviews.length > 0;
  }

  /** Whether the reader has scored neither an answer nor a sample. */
  get hasNeverScored(): boolean {
    const { model, settings } = this.context;
    return (
      settings.samples === undefined &&
      model.progress.reviews.every(({ scores }) => scores.length === 0)
    );
  }

  /** The review of the past card that is shown, if it was reviewed in this session. */
  get pastReview(): ReviewRecord | undefined {
    if (!isReviewed(this.session)) return undefined;
    const card = currentCard(this.session);
    const id = this.session.reviews.find((done) => done.card === card)?.review;
    return this.context.model.progress.reviews.find((review) => review.id === id);
  }

  /** An action on the ladder of the current question; finishing it saves the scores. */
  act(action: LadderAction): void {
    const card = this.current;
    if (!(card instanceof QuestionCard) || !isAllowed(card.ladder, action)) return;
    if (action.type === 'finish') return void this.#finish(card);
    if (action.type === 'next') {
      // It is about the answer before.
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

  /** Shows a sample answer of the current question; undefined returns to the reader's own. */
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

  skip(): void {
    this.#move(skipCard(this.session), 'Skipped. It comes up again at the end.');
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
    const last = this.#last?.review === review ? this.#last.card : undefined;
    if (last !== undefined) {
      this.#begun.set(cardId('question', last.question.code), last);
      this.#last = undefined;
      last.act({ type: 'undo' });
    }
    this.#move(session, 'Last score undone.');
  }

  changed(): void {
    this.#store();
    this.#changed();
  }

  leave(): void {
    for (const card of [...this.#begun.values(), this.#last?.card]) void card?.leave();
  }

  async #finish(card: QuestionCard): Promise<void> {
    const { scores } = card.ladder;
    const grade = gradeFromScores(scores);
    if (grade === null) return;
    const { seconds, followUp } = card;
    const id = cardId('question', card.question.code);
    const graded = await this.#grade({ card: id, grade, scores, seconds, followUp });
    if (graded === undefined) return;
    void this.#last?.card.leave();
    this.#last = { review: graded.review, card };
    this.#begun.delete(id);
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
    const { review, after } = graded.value;
    this.results.set(review, after);
    this.session = noteReview(this.session, review);
    return { review, after };
  }

  #move(session: Session, message = ''): void {
    const { current } = this;
    if (current instanceof QuestionCard && current.isRecording) current.act({ type: 'pause' });
    this.session = session;
    this.sample = undefined;
    this.message = message;
    this.#take();
    this.changed();
  }

  #take(): void {
    const id = isReviewed(this.session) ? undefined : currentCard(this.session);
    this.current = id === undefined ? undefined : (this.#begun.get(id) ?? this.#newCard(id));
    if (id === undefined || !(this.current instanceof QuestionCard)) return;
    this.#begun.set(id, this.current);
    this.current.open();
  }

  #newCard(id: CardId): QuestionCard | TermCard | undefined {
    const name = id.slice(id.indexOf(':') + 1);
    const changed = () => this.changed();
    if (id.startsWith('term:')) {
      const term = this.#starter.terms.get(name);
      const { cards } = this.context.model.progress;
      const reps = cards.find((card) => card.id === id)?.reps ?? 0;
      const flashcard = term && this.#starter.flashcard?.(term, reps);
      return flashcard && new TermCard(flashcard, changed);
    }
    const question = this.context.questions.get(name);
    if (question === undefined) return undefined;
    // The rubric may have been edited since.
    const ladder = this.#ladders.find(
      ({ code, scores }) => code === name && scores.length === question.criteria.length,
    );
    return new QuestionCard(question, this.context, changed, ladder);
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
    // Typing changes only the answer, not the queue.
    if (isDone) stored.session.set(undefined);
    else if (stored.session.value !== this.session) stored.session.set(this.session);
    stored.ladders.set(ladders.length === 0 ? undefined : ladders);
  }
}
