/**
 * FSRS 6 for our records. This is the only file that uses ts-fsrs. Except for the learning steps
 * for questions, all parameters are the library's defaults (90 percent recall, learning steps of 1
 * and 10 minutes). To undo a review, restore the `before` in its record.
 */
import {
  type CardInput,
  default_w,
  forgetting_curve,
  fsrs,
  type Card as LibraryCard,
  Rating,
  type State,
  StrategyMode,
} from 'ts-fsrs';
import {
  type CardId,
  type CardRecord,
  type Deck,
  type Grade,
  readRecord,
} from '../progress/records.ts';
import { dayLength, localTime, type OffsetAt, utc } from './days.ts';
import { dueAsReviewed, interviewAhead } from './due-day.ts';

// When it is imported, the library adds methods to Date.prototype that it doesn't even use. Remove
// them.
for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) {
  Reflect.deleteProperty(Date.prototype, name);
}

export interface ReviewOptions {
  /**
   * Day of the interview as `YYYY-MM-DD` in the reader's time zone. From that day on, only FSRS
   * decides.
   */
  readonly interviewOn?: string | null;
  /** The reader's time zone, for counting days. The default is UTC. */
  readonly offsetAt?: OffsetAt;
  /**
   * Varies intervals of three or more days a little. The same seed always gives the same result.
   */
  readonly fuzzSeed?: string;
}

export type ReviewOutcome = { readonly card: CardRecord } | { readonly problem: string };

const ratings = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const;

/** Names of the states, in the order of the library's `State`. */
const stateNames = ['new', 'learning', 'review', 'relearning'] as const;

/**
 * Parameters by deck. Answering out loud takes minutes, so a question that went well shouldn't come
 * up again on the same day. With a single learning step, good and easy end learning right away.
 */
const parameters: Readonly<Record<Deck, Parameters<typeof fsrs>[0]>> = {
  question: { learning_steps: ['10m'] },
  term: {},
};

const schedulers = { question: fsrs(parameters.question), term: fsrs(parameters.term) };

export function newCard(id: CardId, now: number): CardRecord {
  return {
    id,
    due: now,
    stability: 0,
    difficulty: 0,
    scheduledDays: 0,
    learningSteps: 0,
    reps: 0,
    lapses: 0,
    state: 'new',
    lastReview: null,
  };
}

/**
 * Grades a card at `now` (in milliseconds). If an interview is coming up, the card is due no later
 * than the start of the interview day (see `due-day.ts`). If the card is invalid or inconsistent,
 * the time is invalid, or the grade is unknown, returns a problem.
 */
export function reviewCard(
  card: CardRecord,
  grade: Grade,
  now: number,
  options: ReviewOptions = {},
): ReviewOutcome {
  const problem = problemWith(card, grade, now);
  if (problem !== undefined) return { problem };
  const { interviewOn, offsetAt = utc, fuzzSeed } = options;
  const ahead = localTime(now, offsetAt) - now;
  const deck = card.id.startsWith('term:') ? 'term' : 'question';
  const next = scheduler(deck, fuzzSeed).next(
    toLibrary(card, now, offsetAt),
    new Date(now + ahead),
    ratings[grade],
  ).card;
  const own = next.due.getTime() - ahead;
  const interview = interviewAhead(interviewOn, now, offsetAt);
  const due = interview === undefined ? own : dueAsReviewed(own, card, now, interview, offsetAt);
  const reviewed = { ...card, ...fromLibrary(next, due, now) };
  const result = readRecord('cards', reviewed);
  return 'problem' in result
    ? { problem: `The card wouldn’t be valid after the review: ${result.problem}.` }
    : { card: reviewed };
}

/**
 * Returns the probability, from 0 to 1, that the reader remembers a card at a given moment. For a
 * new card, it is 0. This is FSRS's forgetting curve (formula R(t, S) in
 * https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm) with fractions of days.
 * The library's `get_retrievability` truncates to whole days, so all cards that were reviewed today
 * would have the same value.
 */
export function retrievability(card: CardRecord, at: number): number {
  if (card.state === 'new' || card.lastReview === null || !(card.stability > 0)) return 0;
  const days = Math.max(0, at - card.lastReview) / dayLength;
  const recall = forgetting_curve(default_w, days, card.stability);
  return Number.isFinite(recall) ? recall : 0;
}

function scheduler(deck: Deck, fuzzSeed: string | undefined): ReturnType<typeof fsrs> {
  if (fuzzSeed === undefined) return schedulers[deck];
  return fsrs({ ...parameters[deck], enable_fuzz: true }).useStrategy(
    StrategyMode.SEED,
    () => fuzzSeed,
  );
}

/**
 * Converts a card for the library. FSRS counts days in UTC, so the last review is shifted to match
 * the reader's days.
 */
function toLibrary(card: CardRecord, now: number, offsetAt: OffsetAt): CardInput {
  return {
    due: new Date(card.due),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: stateNames.indexOf(card.state) as State,
    // If the clock was set back, the time since the last review must not be negative.
    ...(card.lastReview !== null && {
      last_review: new Date(localTime(Math.min(card.lastReview, now), offsetAt)),
    }),
  };
}

function fromLibrary(next: LibraryCard, due: number, now: number): Omit<CardRecord, 'id'> {
  return {
    due,
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays: next.scheduled_days,
    learningSteps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: stateNames[next.state],
    lastReview: now,
  };
}

/**
 * Returns the reason why a card can't be reviewed, if there is one. Without this check, the library
 * would throw or return NaN.
 */
function problemWith(card: CardRecord, grade: Grade, now: number): string | undefined {
  if (!Object.hasOwn(ratings, grade)) return `Unknown grade ${grade}.`;
  if (!Number.isInteger(now) || now < 0) return `The review time isn’t valid: ${now}.`;
  const result = readRecord('cards', card);
  if ('problem' in result) return `The card can’t be read: ${result.problem}.`;
  const { state, stability, difficulty, lastReview } = card;
  const holds =
    state === 'new'
      ? stability === 0 && difficulty === 0
      : stability >= 0.001 && difficulty >= 1 && lastReview !== null;
  return holds ? undefined : `The memory state of card ${card.id} is inconsistent.`;
}
