import { now, offsetAt, readerDay } from '../../../browser/clock.ts';
import { PersistedState } from '../../../browser/persisted-state.ts';
import { QuestionSets } from '../../../browser/question-sets.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { questionDeck, type StudyTerm, termDeck } from '../../../domain/practice/decks.ts';
import { namedFirst } from '../../../domain/practice/flashcards.ts';
import { hasContent, hasWork, type Ladder, readLadders } from '../../../domain/practice/ladder.ts';
import { type Moment, makeQueue, nameOfChoice } from '../../../domain/practice/make-queue.ts';
import type { PracticeChoice } from '../../../domain/practice/practice-link.ts';
import {
  type CheckedSession,
  checkSession,
  currentCard,
  type KnownCards,
  parseSession,
  type Session,
  startSession,
} from '../../../domain/practice/session-format.ts';
import type { PointComparer } from '../../../domain/practice/touched-points.ts';
import { type CardId, cardId } from '../../../domain/progress/records.ts';
import { dayNumber } from '../../../domain/review/days.ts';
import type { DeckEntry } from '../../../domain/review/new-cards.ts';
import type { SetLink } from '../../../domain/study-set/set-link.ts';
import type { Result } from '../../../lib/result.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { StudyElement } from '../base/study-element.ts';

export interface PracticePage extends StudyElement {
  readonly problems: readonly string[];
  readonly starter: PracticeStarter;
  /** Compares a typed answer with key points. Undefined until it has loaded. */
  readonly compare: PointComparer | undefined;
  begin(choice: PracticeChoice): void;
  resume(): void;
  discard(): Promise<void>;
  end(): void;
  chooseRole(role: string): Promise<void>;
}

/** Starts practice or resumes the saved session. The glossary loads on first use. */
export class PracticeStarter {
  readonly context: StudyContext;
  readonly stored: {
    readonly session: PersistedState<Session>;
    readonly ladders: PersistedState<readonly Ladder[]>;
  };
  /** The glossary terms, by id. Empty until the glossary has loaded. */
  terms: ReadonlyMap<string, StudyTerm> = new Map();

  constructor(context: StudyContext, onChange: () => void, signal: AbortSignal) {
    this.context = context;
    const { session, ladder } = storageKeys;
    this.stored = {
      session: new PersistedState({ key: session, read: parseSession, onChange, signal }),
      ladders: new PersistedState({ key: ladder, read: readLadders, onChange, signal }),
    };
  }

  /** The questions, in the order that suits the reader's role. */
  get questions(): readonly DeckEntry[] {
    const { data, model } = this.context;
    return questionDeck(data.questions, model.progress);
  }

  get moment(): Moment {
    return { progress: this.context.model.progress, now: now(), offsetAt };
  }

  deckOf(session: Session): readonly DeckEntry[] {
    return isOfTerms(session) ? termDeck(this.terms.values()) : this.questions;
  }

  queueOf(choice: PracticeChoice): readonly CardId[] {
    const deck = choice.kind === 'terms' ? termDeck(this.terms.values()) : this.questions;
    return makeQueue(choice, deck, this.context.data, this.moment);
  }

  async prepare(): Promise<void> {
    const { value } = this.stored.session;
    if (value !== undefined && isOfTerms(value)) await this.#loadTerms();
  }

  async start(choice: PracticeChoice): Promise<Result<CheckedSession>> {
    if (choice.kind === 'terms') {
      const problem = await this.#loadTerms();
      if (problem !== undefined) return { problem };
    }
    const cards = this.queueOf(choice);
    const name = nameOfChoice(choice, this.context.data);
    this.stored.ladders.set(undefined);
    return { value: startSession(name, cards, this.#known, readerDay()) };
  }

  savedSession(): CheckedSession | undefined {
    const { value } = this.stored.session;
    const checked = value && this.#renewed(value);
    return checked === undefined || currentCard(checked.session) === undefined
      ? undefined
      : checked;
  }

  /**
   * Returns the saved session if it is offered to the reader. A single question that was only viewed
   * isn't, because nothing of it is left to continue.
   */
  offeredSession(): CheckedSession | undefined {
    const saved = this.savedSession();
    return saved !== undefined && isSingle(saved.session) && !this.hasToLose(saved.session)
      ? undefined
      : saved;
  }

  /** True if the session is an earlier day's plan. */
  isOutdated(session: Session): boolean {
    return dayPlans.some((choice) => this.isSame(session, choice)) && session.day !== readerDay();
  }

  /** True if the session has questions that today's plan no longer has. */
  #isReplanned(session: Session): boolean {
    if (!this.isSame(session, { kind: 'today' })) return false;
    const expected = new Set([...this.queueOf({ kind: 'today' }), ...this.#drafts()]);
    return session.queue.some(({ card, state }) => state !== 'reviewed' && !expected.has(card));
  }

  /** Returns the questions with an unfinished answer. */
  #drafts(): readonly CardId[] {
    const drafts = (this.stored.ladders.value ?? []).filter(hasContent);
    return drafts.map(({ code }) => cardId('question', code));
  }

  /**
   * Replaces an outdated plan with today's plan and the unfinished answers. If there are no
   * unfinished answers, the session is empty.
   */
  #renewed(session: Session): CheckedSession {
    if (!this.isOutdated(session) && !this.#isReplanned(session)) {
      return checkSession(session, this.#known);
    }
    const drafts = this.#drafts();
    const cards = drafts.length === 0 ? [] : [...this.queueOf({ kind: 'today' }), ...drafts];
    return startSession(session.name, cards, this.#known, readerDay());
  }

  /** Says which stored data can't be read. That data is kept until a new session replaces it. */
  get problems(): readonly string[] {
    const { session, ladders } = this.stored;
    return [
      ...(session.unreadable === undefined ? [] : [unreadableSession]),
      ...(ladders.unreadable === undefined ? [] : [unreadableAnswer]),
    ];
  }

  discard(): void {
    this.stored.session.set(undefined);
    this.stored.ladders.set(undefined);
  }

  /** True if the session was started with this choice, so that it can be continued. */
  isSame({ name, queue }: Session, choice: PracticeChoice): boolean {
    if (name !== nameOfChoice(choice, this.context.data)) return false;
    if (choice.kind !== 'set' && choice.kind !== 'question') return true;
    const codes = choice.kind === 'set' ? choice.set.codes : [choice.code];
    const cards = codes.map((code) => cardId('question', code));
    // Skipped questions were moved to the end, so the order doesn't matter.
    return (
      queue
        .map(({ card }) => card)
        .sort()
        .join() === cards.sort().join()
    );
  }

  /**
   * True if there are no reviews, no saved session other than today's, and something to practice.
   * The first question then comes before any choices.
   */
  get isFirstVisit(): boolean {
    if (this.moment.progress.reviews.length > 0) return false;
    const saved = this.savedSession();
    const isOther = saved !== undefined && !this.isSame(saved.session, { kind: 'today' });
    return !isOther && this.queueOf({ kind: 'today' }).length > 0;
  }

  get sets(): QuestionSets {
    return new QuestionSets(this.context.data.book);
  }

  /**
   * Returns the set that the session was started from, if it is on this device. A single question
   * may also be from the set that the reader opened last, if that was on the same day.
   */
  setOf(session: Session): SetLink | undefined {
    const whole = this.sets.find((set) => this.isSame(session, { kind: 'set', set }));
    if (whole !== undefined) return whole;
    const latest = this.sets.find(() => true);
    const openedAt = this.sets.saved.sets[0]?.at ?? 0;
    const isRecent = dayNumber(openedAt, offsetAt) === dayNumber(now(), offsetAt);
    const isIn = latest?.codes.some((code) => this.isSame(session, { kind: 'question', code }));
    return isRecent && isIn === true ? latest : undefined;
  }

  isBegun({ reviews }: Session): boolean {
    return reviews.length > 0 || (this.stored.ladders.value ?? []).some(hasContent);
  }

  /**
   * True if another session in place of this one would lose an answer, or the place in a session.
   * Today's plan has no place to lose, because it continues with what hasn't been answered.
   */
  hasToLose(session: Session): boolean {
    const isToday = this.isSame(session, { kind: 'today' });
    const hasPlace = session.reviews.length > 0 && !isToday;
    return hasPlace || (this.stored.ladders.value ?? []).some(hasWork);
  }

  get #known(): KnownCards {
    const { codes, retired } = this.context.data.book;
    return {
      current: new Set([
        ...codes.map((code) => cardId('question', code)),
        ...[...this.terms.keys()].map((id) => cardId('term', id)),
      ]),
      retired: new Set(retired.map(({ code }) => cardId('question', code))),
    };
  }

  /**
   * Returns the title and the key points of each of today's questions, answered or not. The terms
   * in them become the first flashcards.
   */
  #textsOfToday(): readonly string[] {
    const { moment, context } = this;
    const today = dayNumber(moment.now, offsetAt);
    const answered = moment.progress.reviews
      .filter(({ at }) => dayNumber(at, offsetAt) === today)
      .map(({ card }) => card);
    const codes = [...new Set([...answered, ...this.queueOf({ kind: 'today' })])].map(
      (card) => card.split(':')[1] ?? '',
    );
    return codes.flatMap((code) => {
      const question = context.questions.get(code);
      return question === undefined ? [] : [[question.title, ...question.points].join('\n')];
    });
  }

  async #loadTerms(): Promise<string | undefined> {
    if (this.terms.size > 0) return undefined;
    const terms = await this.context.files.terms();
    if ('problem' in terms) return terms.problem;
    const ordered = namedFirst(terms.value, this.#textsOfToday());
    this.terms = new Map(ordered.map((term) => [term.id, term]));
    return undefined;
  }
}

const dayPlans = [{ kind: 'today' }, { kind: 'terms', of: { kind: 'today' } }] as const;

const unreadableSession =
  'We couldn’t open your unfinished session, so we started a new one. Your scores are safe.';
const unreadableAnswer = 'We couldn’t open your unfinished answer, so the question starts over.';

/** True if the session is one question that the reader opened, and not the last one of a day. */
export function isSingle({ name, queue }: Session): boolean {
  return queue.length === 1 && name !== 'Today';
}

export function isOfTerms({ queue }: Session): boolean {
  return queue[0]?.card.startsWith('term:') === true;
}
