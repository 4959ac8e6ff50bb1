import { keepText, keptText } from '../../../browser/kept-text.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import type { Flashcard, FlashcardTerm } from '../../../domain/practice/flashcards.ts';
import { isAllowed, type LadderAction } from '../../../domain/practice/ladder.ts';
import { type Ladder, readLadders, writeLadders } from '../../../domain/practice/ladder-format.ts';
import {
  currentCard,
  goBack,
  goNext,
  isReviewed,
  noteReview,
  skipCard,
  takeUpSkipped,
  undoReview,
} from '../../../domain/practice/session.ts';
import type { Session } from '../../../domain/practice/session-format.ts';
import type { CardId, Grade, ReviewRecord } from '../../../domain/progress/records.ts';
import { gradeFromScores } from '../../../domain/review/grade.ts';
import type { StudyContext } from '../base/study-context.ts';
import { type Answer, type Graded, gradeCard } from './grade-card.ts';
import { QuestionCard } from './question-card.ts';
import { takeCard } from './take-card.ts';
import { TermCard } from './term-card.ts';

/** Makes the flashcard of a term that was answered so many times. */
export type MakeFlashcard = (term: FlashcardTerm, reps: number) => Flashcard;

/** What a session works with. */
export interface SessionContext extends StudyContext {
  /** The glossary by id; empty if the session has no terms. */
  readonly terms: ReadonlyMap<string, FlashcardTerm>;
  /** Makes flashcards, once terms are loaded. */
  readonly flashcard: MakeFlashcard | undefined;
}

/**
 * Practice under way: a session, its current card and what came of the last answer. All of it is
 * kept on the device after each change, so that it goes on after a reload.
 */
export class PracticeSession {
  session: Session;
  /** The card to be answered; undefined when all is done, or when a reviewed one is looked at. */
  current: QuestionCard | TermCard | undefined;
  /** The question that was just scored, until the reader goes on. */
  scored: { readonly card: QuestionCard; readonly graded: Graded } | undefined;
  /** What the reader has to know, for a live region. */
  message = '';
  /** False once the browser has refused to keep what is under way. */
  isKept = true;
  readonly context: SessionContext;
  readonly #changed: () => void;
  /** Questions whose answers were begun: who looks elsewhere finds them as they were left. */
  readonly #begun = new Map<CardId, QuestionCard>();
  /** Answers that were begun before the page was opened. */
  readonly #ladders: readonly Ladder[];
  #isGrading = false;
  /** What was kept last: typing changes the answer alone, not the queue. */
  #keptSession: Session | undefined;

  constructor(context: SessionContext, session: Session, changed: () => void) {
    this.context = context;
    this.session = session;
    this.#changed = changed;
    const { ladders, problems } = readLadders(keptText(keptKeys.ladder));
    this.#ladders = ladders;
    this.message = problems.map((problem) => `${problem} The question starts afresh.`).join(' ');
    this.#take();
    this.#keep();
  }

  /** The review of the card that the reader went back to, if it was reviewed in this session. */
  get pastReview(): ReviewRecord | undefined {
    if (!isReviewed(this.session)) return undefined;
    const card = currentCard(this.session);
    const id = this.session.reviews.find((done) => done.card === card)?.review;
    return this.context.model.progress.reviews.find((review) => review.id === id);
  }

  /** An action on the ladder of the current question; finishing it grades the card. */
  act(action: LadderAction): void {
    const card = this.scored?.card ?? this.current;
    if (!(card instanceof QuestionCard)) return;
    if (action.type === 'undo' && this.scored !== undefined) return void this.undo();
    if (action.type === 'finish') {
      if (isAllowed(card.ladder, action)) void this.#finish(card);
      return;
    }
    card.act(action);
  }

  /** Grades the current term. */
  async gradeTerm(grade: Grade): Promise<void> {
    const card = this.current;
    if (!(card instanceof TermCard) || !card.isTurned) return;
    const answer = { card: card.flashcard.card, grade, scores: [], seconds: card.seconds };
    const graded = await this.#grade(answer);
    if (graded !== undefined) this.next();
  }

  /** Goes on to the card that comes next. */
  next(): void {
    if (this.scored === undefined && this.current === undefined) this.#move(goNext(this.session));
    else if (this.scored !== undefined || this.current instanceof TermCard)
      this.#move(this.session);
  }

  skip(): void {
    this.#move(skipCard(this.session), 'Left for later.');
  }

  back(): void {
    this.#move(goBack(this.session));
  }

  takeUpSkipped(): void {
    this.#move(takeUpSkipped(this.session));
  }

  /** Takes the last answer back; its card is to be scored again. */
  async undo(): Promise<void> {
    const { session, review } = undoReview(this.session);
    if (review === undefined) return;
    const { scored } = this;
    await this.context.model.store.undoReview(review);
    await this.context.model.read();
    const message = 'The last answer was taken back.';
    if (scored === undefined) return this.#move(session, message);
    // What was said and scored is still there: the reader changes it rather than begins anew.
    this.session = session;
    this.scored = undefined;
    this.message = message;
    this.current = scored.card;
    scored.card.act({ type: 'undo' });
  }

  /** Keeps what is under way and draws it. */
  changed(): void {
    this.#keep();
    this.#changed();
  }

  async #finish(card: QuestionCard): Promise<void> {
    const { code } = card.question;
    const { scores } = card.ladder;
    const grade = gradeFromScores(scores);
    if (grade === null) return;
    const graded = await this.#grade({
      card: `question:${code}`,
      grade,
      scores,
      seconds: card.seconds,
    });
    if (graded === undefined) return;
    this.current = undefined;
    this.scored = { card, graded };
    card.act({ type: 'finish' });
  }

  async #grade(answer: Answer): Promise<Graded | undefined> {
    // A second press of the key must not answer the card twice.
    if (this.#isGrading) return undefined;
    this.#isGrading = true;
    const graded = await gradeCard(this.context, answer);
    this.#isGrading = false;
    if ('problem' in graded) {
      this.message = graded.problem;
      this.changed();
      return undefined;
    }
    this.session = noteReview(this.session, graded.review);
    return graded;
  }

  /** Another place in the session, where its card is taken up. */
  #move(session: Session, message = ''): void {
    const { scored, current } = this;
    if (current instanceof QuestionCard && current.isRecording) current.act({ type: 'pause' });
    if (scored !== undefined) this.#letGo(scored.card);
    this.session = session;
    this.scored = undefined;
    this.message = message;
    this.#take();
    this.changed();
  }

  /** A scored answer is done with, and so is its recording. */
  #letGo(card: QuestionCard): void {
    this.#begun.delete(`question:${card.question.code}`);
    void card.leave();
  }

  #take(): void {
    const id = isReviewed(this.session) ? undefined : currentCard(this.session);
    this.current =
      id === undefined
        ? undefined
        : (this.#begun.get(id) ?? takeCard(id, this.#ladders, this.context, () => this.changed()));
    if (id === undefined || !(this.current instanceof QuestionCard)) return;
    this.#begun.set(id, this.current);
    // The time away does not count.
    if (this.current.ladder.clock.since !== null) this.current.act({ type: 'resume' });
  }

  #keep(): void {
    const isDone = currentCard(this.session) === undefined;
    const ladders = [...this.#begun.values()].map(({ ladder }) => ladder);
    this.isKept =
      (this.session === this.#keptSession ||
        keepText(keptKeys.session, isDone ? null : JSON.stringify(this.session))) &&
      keepText(keptKeys.ladder, writeLadders(ladders));
    this.#keptSession = this.isKept ? this.session : undefined;
  }
}
