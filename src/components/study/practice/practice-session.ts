import { now } from '../../../browser/clock.ts';
import { type WeakCriterion, weakestCriteria } from '../../../domain/plan/weakest-criteria.ts';
import type { CriterionScore } from '../../../domain/practice/ending.ts';
import { flashcardOf } from '../../../domain/practice/flashcards.ts';
import {
  advance,
  canFinish,
  type Ladder,
  type LadderAction,
  startLadder,
} from '../../../domain/practice/ladder.ts';
import { meanAbove, noteSample } from '../../../domain/practice/leniency.ts';
import { answerWords } from '../../../domain/practice/score-bands.ts';
import {
  currentCard,
  noteReview,
  type Session,
  sessionProgress,
  skipCard,
  undoReview,
} from '../../../domain/practice/session-format.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { type CardId, cardId, type Grade } from '../../../domain/progress/records.ts';
import { gradeFromScores } from '../../../domain/review/grade.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import { type Answer, type Graded, gradeCard, nextReviewText } from './grade-card.ts';
import type { PracticeStarter } from './practice-starter.ts';
import { type CardHost, QuestionCard, TermCard } from './question-card.ts';

export const lastAnswer = 'Last answer:';

/** A sample answer for the reader to score and then compare with the guide's scores. */
export interface Sample {
  readonly place: number;
  readonly answer: NonNullable<StudyQuestion['calibration']>[number];
  readonly ladder: Ladder;
}

/** Another attempt at one criterion of an answer, with the previous score. */
interface Retry {
  readonly card: QuestionCard;
  readonly before: number;
}

/**
 * A practice session, with its cards and the results so far. It is saved after each change, so that
 * the reader can continue after a reload.
 */
export class PracticeSession {
  session: Session;
  /** The card to answer. Undefined while the ending is shown. */
  current: QuestionCard | TermCard | undefined;
  /** True if the reader wants each answer recorded. */
  records = false;
  sample: Sample | undefined;
  message: string;
  /**
   * The answers given since the session was opened on this page, by review id. They include any
   * that couldn't be saved.
   */
  readonly results = new Map<string, Graded>();
  retry: Retry | undefined;
  readonly context: StudyContext;
  readonly #starter: PracticeStarter;
  readonly #host: CardHost;
  /**
   * The questions that have been shown since the session was opened on this page, with their
   * answers, scores, and recordings. The reader can return to them.
   */
  readonly #shown = new Map<CardId, QuestionCard>();
  readonly #ladders: readonly Ladder[];
  /**
   * True while a score is being saved or undone. In the meantime, the session doesn't move on,
   * because the result belongs to the card that is shown.
   */
  #isSaving = false;
  #isSampleOffered = false;
  /**
   * True if the next clock waits for the reader to start it, as it does before a reader's first
   * answer.
   */
  #waits: boolean;
  /** True if the ending is shown even though cards remain. */
  #isPaused = false;
  #isLeft = false;
  /** The session as this object last stored it. */
  #stored: Session | undefined;

  constructor(
    starter: PracticeStarter,
    session: Session,
    { message, update }: { readonly message: string; readonly update: () => void },
  ) {
    this.context = starter.context;
    this.session = session;
    this.message = message;
    this.#starter = starter;
    this.#ladders = starter.stored.ladders.value ?? [];
    this.#host = {
      changed: () => {
        this.#store();
        update();
      },
      onLevel: update,
    };
    this.#waits = !this.hasReviews && this.#ladders.length === 0;
    this.#take();
    this.#store();
  }

  get isStored(): boolean {
    const { session, ladders } = this.#starter.stored;
    return !session.isRefused && !ladders.isRefused;
  }

  /** The question being answered or scored. Undefined for a term and while the ending is shown. */
  get question(): QuestionCard | undefined {
    return this.current instanceof QuestionCard ? this.current : undefined;
  }

  /** True if the clock for the first question hasn't been started. */
  get isUntouched(): boolean {
    return this.#waits && !this.canUndo;
  }

  get canUndo(): boolean {
    return this.session.reviews.length > 0;
  }

  get hasReviews(): boolean {
    return this.context.model.progress.reviews.length + this.results.size > 0;
  }

  /**
   * True if the ending is shown, either because no cards remain or because the session is paused.
   */
  get isAtEnd(): boolean {
    return this.current === undefined;
  }

  /** True if no cards remain. */
  get isOver(): boolean {
    return currentCard(this.session) === undefined;
  }

  /** True while the reader is answering a criterion again. The new score isn't saved. */
  get isRetrying(): boolean {
    return this.current !== undefined && this.current === this.retry?.card;
  }

  /** Returns the answer to a card in this session. Finished ones are kept while the page is open. */
  answerTo(card: CardId): QuestionCard | undefined {
    return this.#shown.get(card);
  }

  /** Returns the question on a card, or undefined if the card is a term. */
  questionOf(card: CardId | undefined): StudyQuestion | undefined {
    return card?.startsWith('question:') ? this.context.questions.get(nameOf(card)) : undefined;
  }

  /**
   * The criterion to fix, if the session is only one question that was scored before. Other
   * sessions ask without a clue to the answer.
   */
  get toFix(): WeakCriterion | undefined {
    const { question, session, context } = this;
    if (question === undefined || this.isRetrying || session.queue.length > 1) return undefined;
    return weakestCriteria([question.question], context.model.progress.reviews, 1)[0];
  }

  /** True if the reader has scored neither an answer nor a sample yet. */
  get hasNeverScored(): boolean {
    const { model, settings } = this.context;
    return (
      settings.samples === undefined &&
      model.progress.reviews.every(({ scores }) => scores.length === 0)
    );
  }

  /** True if a sample to score comes before the reader's answer. */
  get offersSample(): boolean {
    const hasSample = this.question?.question.calibration?.[0] !== undefined;
    return hasSample && !this.#isSampleOffered && this.hasNeverScored;
  }

  /**
   * Performs an action on the ladder of the sample, if one is shown, or else of the current
   * question. For a question, `finish` also saves the scores, unless this is a retry.
   */
  act(action: LadderAction): void {
    const { question: card, sample } = this;
    if (card === undefined) return;
    if (sample !== undefined) return void this.#actOnSample(sample, action);
    if (action.type === 'finish') return void this.#finish(card);
    if (action.type === 'next') {
      // The message was about the previous answer.
      this.message = '';
      // Before readers score their own answers for the first time, they score a sample.
      if (this.offersSample) this.sample = sampleOf(card.question, 0);
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

  /**
   * Shows a sample answer to the current question or, if `index` is undefined, the reader's answer.
   */
  showSample(index: number | undefined): void {
    const { question } = this.question ?? {};
    this.sample = question && index !== undefined ? sampleOf(question, index) : undefined;
    this.#host.changed();
  }

  async startClock(): Promise<void> {
    const card = this.question;
    await card?.start(this.records);
    if (card?.isWaiting === false) this.#waits = false;
  }

  async record(): Promise<void> {
    this.records = true;
    await this.question?.record();
  }

  stopRecording(): void {
    this.records = false;
    this.question?.stopRecording();
  }

  /** Skips the current card. If it is the last one or a retry, shows the ending. */
  skip(): void {
    if (this.#isSaving) return;
    if (this.isRetrying) this.#move(this.session);
    else if (sessionProgress(this.session).left === 1) this.pause();
    else this.#move(skipCard(this.session), 'Skipped. It comes back at the end.');
  }

  /** Shows the ending early. The reader can still continue with the remaining cards. */
  pause(): void {
    if (this.#isSaving) return;
    this.#isPaused = true;
    this.#move(this.session);
  }

  resume(): void {
    if (this.#isSaving) return;
    this.#isPaused = false;
    this.#move(this.session);
  }

  /** Asks the reader to answer again, with a one-minute limit and a single criterion. */
  tryAgain({ review, criterion, score }: CriterionScore): void {
    const question = this.questionOf(review.card);
    const only = question?.criteria[criterion];
    if (question === undefined || only === undefined) return;
    void this.retry?.card.leave();
    const { calibration: _, ...rest } = question;
    const asked = { ...rest, minutes: 1, criteria: [only], probes: [] };
    const card = new QuestionCard(asked, this.#host);
    this.retry = { card, before: score };
    this.message = '';
    this.current = card;
    void card.start(this.records);
  }

  async undo(): Promise<void> {
    const { session, review } = undoReview(this.session);
    if (review === undefined || this.#isSaving) return;
    this.#isSaving = true;
    await this.context.model.store.undoReview(review);
    await this.context.model.read();
    this.#isSaving = false;
    this.results.delete(review);
    const last = currentCard(session);
    if (last !== undefined) this.#shown.get(last)?.act({ type: 'reopen' });
    this.#isPaused = false;
    this.#move(session, 'Last score undone.');
  }

  leave(): void {
    this.#isLeft = true;
    for (const card of [...this.#shown.values(), this.retry?.card]) void card?.leave();
  }

  #actOnSample(sample: Sample, action: LadderAction): void {
    const ladder = advance(sample.ladder, action, now());
    if (ladder === sample.ladder) return;
    this.sample = { ...sample, ladder };
    const above = meanAboveGuide(this.sample);
    if (ladder.step === 'scored' && above !== null) {
      const { samples } = this.context.settings;
      const scored = { code: ladder.code, answer: sample.place, above };
      void changeSettings(this.context, { samples: noteSample(samples, scored) });
    }
    this.#host.changed();
  }

  async #finish(card: QuestionCard): Promise<void> {
    const { scores } = card.ladder;
    const grade = gradeFromScores(scores);
    if (grade === null || !canFinish(card.ladder)) return;
    if (this.isRetrying) {
      card.act({ type: 'finish' });
      return this.#move(this.session);
    }
    const isFirst = !this.hasReviews;
    const { seconds, followUp } = card;
    const id = cardId('question', card.question.code);
    const graded = await this.#grade({ card: id, grade, scores, seconds, followUp });
    if (graded === undefined) return;
    // After their very first score, readers see what it means before they continue.
    this.#isPaused = isFirst;
    card.act({ type: 'finish' });
    const next = nextReviewText(graded.after, this.context);
    const words = answerWords(scores)?.toLowerCase().replace(' answer', '');
    this.#move(this.session, `${lastAnswer} ${words}. ${next}`);
  }

  async #grade(answer: Answer): Promise<Graded | undefined> {
    // A repeated key press must not answer the card twice.
    if (this.#isSaving) return undefined;
    this.#isSaving = true;
    const graded = await gradeCard(this.context, answer);
    this.#isSaving = false;
    if ('problem' in graded) {
      this.message = graded.problem;
      this.#host.changed();
      return undefined;
    }
    const { id } = graded.value.review;
    this.results.set(id, graded.value);
    this.session = noteReview(this.session, id);
    return graded.value;
  }

  #move(session: Session, message = ''): void {
    // When the question opens again, its clock goes on from here.
    this.question?.act({ type: 'tick' });
    this.question?.stopRecording();
    this.session = session;
    this.sample = undefined;
    this.message = message;
    if (!this.#isLeft) this.#take();
    this.#host.changed();
  }

  #take(): void {
    const id = this.#isPaused ? undefined : currentCard(this.session);
    this.current = id === undefined ? undefined : (this.#shown.get(id) ?? this.#newCard(id));
    const card = this.question;
    if (id === undefined || card === undefined) return;
    this.#shown.set(id, card);
    if (!card.isWaiting) card.open();
    else if (!this.#waits) void card.start(this.records);
  }

  #newCard(id: CardId): QuestionCard | TermCard | undefined {
    const term = this.#starter.terms.get(nameOf(id));
    if (id.startsWith('term:') && term !== undefined) {
      const { cards } = this.context.model.progress;
      const reps = cards.find((card) => card.id === id)?.reps ?? 0;
      return new TermCard(flashcardOf(term, reps), this.#host.changed);
    }
    const question = this.questionOf(id);
    if (question === undefined) return undefined;
    const ladder = this.#storedLadder(id);
    // The rubric may have been edited since the answer was saved.
    const isSame = ladder?.scores.length === question.criteria.length;
    return new QuestionCard(question, this.#host, isSame ? ladder : undefined);
  }

  #storedLadder(card: CardId): Ladder | undefined {
    return this.#ladders.find(({ code }) => cardId('question', code) === card);
  }

  #store(): void {
    const { session, ladders } = this.#starter.stored;
    // The reader may have discarded or replaced the session after leaving it.
    if (this.#isLeft && session.value !== this.#stored) return;
    const open = this.session.queue.filter(({ state }) => state !== 'reviewed');
    const unfinished = open
      .flatMap(({ card }) => this.#shown.get(card)?.ladder ?? this.#storedLadder(card) ?? [])
      .filter(({ step }) => step !== 'question' && step !== 'scored');
    // Typing changes only the answer, so the session doesn't have to be stored again.
    this.#stored = this.isOver ? undefined : this.session;
    if (this.isOver || session.value !== this.session) session.set(this.#stored);
    ladders.set(unfinished.length === 0 ? undefined : unfinished);
  }
}

function sampleOf(question: StudyQuestion, place: number): Sample | undefined {
  const answer = question.calibration?.[place];
  const ladder = startLadder(question.code, question.criteria.length);
  return answer && { place, answer, ladder: { ...ladder, step: 'rubric' } };
}

/**
 * Returns how far the reader's scores are above the guide's on average, or null if there are no
 * scores.
 */
export function meanAboveGuide({ answer, ladder }: Sample): number | null {
  return meanAbove(
    ladder.scores,
    answer.scores.map(({ score }) => score),
  );
}

function nameOf(card: CardId): string {
  return card.slice(card.indexOf(':') + 1);
}
