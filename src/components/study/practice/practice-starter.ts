import { now } from '../../../browser/clock.ts';
import { keepText, keptText } from '../../../browser/kept-text.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import { offsetAt } from '../../../browser/offset-at.ts';
import { questionDeck, type StudyTerm, termDeck } from '../../../domain/practice/decks.ts';
import { readLadders } from '../../../domain/practice/ladder-format.ts';
import { type Moment, makeQueue, nameOfChoice } from '../../../domain/practice/make-queue.ts';
import type { PracticeChoice } from '../../../domain/practice/practice-link.ts';
import { currentCard } from '../../../domain/practice/session.ts';
import {
  type CheckedSession,
  type KnownCards,
  readSession,
  type Session,
  startSession,
} from '../../../domain/practice/session-format.ts';
import { cardId } from '../../../domain/progress/records.ts';
import type { DeckEntry } from '../../../domain/review/queue.ts';
import type { Result } from '../../../lib/result.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { MakeFlashcard, SessionContext } from './practice-session.ts';

/** Starts practice and finds what was left. The glossary is loaded when it is first needed. */
export class PracticeStarter {
  readonly #context: StudyContext;
  readonly #questions: readonly DeckEntry[];
  #terms: ReadonlyMap<string, StudyTerm> = new Map();
  #flashcard: MakeFlashcard | undefined;

  constructor(context: StudyContext) {
    this.#context = context;
    this.#questions = questionDeck(context.data.questions);
  }

  /** What a session works with. */
  get context(): SessionContext {
    return { ...this.#context, terms: this.#terms, flashcard: this.#flashcard };
  }

  /** The present and what is remembered. */
  get moment(): Moment {
    return { progress: this.#context.model.progress, now: now(), offsetAt };
  }

  /** The deck from which a session's cards are. */
  deckOf({ queue }: Session): readonly DeckEntry[] {
    return queue[0]?.card.startsWith('term:') === true
      ? termDeck(this.#terms.values())
      : this.#questions;
  }

  /** Loads the glossary if what was left needs it. */
  async prepare(): Promise<void> {
    if (keptText(keptKeys.session)?.includes('"term:') === true) await this.#loadTerms();
  }

  /** Starts what was chosen. */
  async start(choice: PracticeChoice): Promise<Result<CheckedSession>> {
    if (choice.kind === 'terms') {
      const problem = await this.#loadTerms();
      if (problem !== undefined) return { problem };
    }
    const deck = choice.kind === 'terms' ? termDeck(this.#terms.values()) : this.#questions;
    const cards = makeQueue(choice, deck, this.#context.data, this.moment);
    const name = nameOfChoice(choice, this.#context.data);
    return { value: startSession(name, cards, this.#known) };
  }

  /** What was left before it was done, if anything; a kept text that can't be read is let go. */
  left(): Result<CheckedSession> | undefined {
    const kept = keptText(keptKeys.session);
    if (kept === null) return undefined;
    const read = readSession(kept, this.#known);
    if ('problem' in read) keepText(keptKeys.session, null);
    else if (currentCard(read.value.session) === undefined) return undefined;
    return read;
  }

  /** Whether a session that was left is what would be started now: it just goes on then. */
  isSame({ name, queue }: Session, choice: PracticeChoice): boolean {
    if (name !== nameOfChoice(choice, this.#context.data)) return false;
    if (choice.kind !== 'set' && choice.kind !== 'question') return true;
    const codes = choice.kind === 'set' ? choice.set.codes : [choice.code];
    return (
      queue.map(({ card }) => card).join() === codes.map((code) => cardId('question', code)).join()
    );
  }

  /** Whether something would be lost if another session took the place of one that was left. */
  isBegun({ reviews }: Session): boolean {
    return reviews.length > 0 || readLadders(keptText(keptKeys.ladder)).ladders.length > 0;
  }

  get #known(): KnownCards {
    const { codes, retired } = this.#context.data.book;
    return {
      current: new Set([
        ...codes.map((code) => cardId('question', code)),
        ...[...this.#terms.keys()].map((id) => cardId('term', id)),
      ]),
      retired: new Set(retired.map(({ code }) => cardId('question', code))),
    };
  }

  async #loadTerms(): Promise<string | undefined> {
    if (this.#terms.size > 0) return undefined;
    const [terms, code] = await Promise.all([
      this.#context.files.terms(),
      import('../../../domain/practice/flashcards.ts').catch(() => undefined),
    ]);
    if ('problem' in terms) return terms.problem;
    if (code === undefined)
      return 'The flashcards could not be loaded. Reload the page to try again.';
    this.#flashcard = (term, reps) => code.flashcardOf(term, code.nextDirection(reps));
    this.#terms = new Map(terms.value.map((term) => [term.id, term]));
    return undefined;
  }
}
