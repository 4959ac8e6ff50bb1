/**
 * A practice session with a queue of cards, format 1. A `Session` is plain data. It is stored as
 * JSON after each action, so practice can continue at any point. The version goes up when a field
 * is renamed, removed, or redefined. Reviews themselves are records (`src/domain/progress`). The
 * session has only their ids, so the last one can be undone.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { arrayOf, type CardId, cardIdSchema } from '../progress/records.ts';

const sessionVersion = 1;

/** Maximum number of cards, far more than any session needs. */
const maxCards = 2000;

const maxNameLength = 120;

/**
 * Sessions from before December 2, 2026, may contain skipped cards, which count as open, like
 * waiting ones.
 */
const state = z.enum(['waiting', 'reviewed', 'skipped']);
const review = z.string().check(z.minLength(1), z.maxLength(40));

const sessionSchema = z
  .object({
    version: z.literal(sessionVersion),
    /** The name to show, such as "Today". */
    name: z.string().check(z.minLength(1), z.maxLength(maxNameLength)),
    /** The day on which the session was started. Sessions from earlier versions don't have one. */
    day: z.optional(z.iso.date()),
    /** The cards in order, without duplicates. */
    queue: arrayOf(z.object({ card: cardIdSchema, state }), maxCards),
    /** Index of the current card. When all cards are done, it is the length of the queue. */
    place: z.int().check(z.gte(0), z.lte(maxCards)),
    /** Reviews that can be undone, with the latest one last. */
    reviews: arrayOf(z.object({ card: cardIdSchema, review }), maxCards),
  })
  .check(
    z.refine(({ queue, place, reviews }) => {
      const states = new Map(queue.map(({ card, state }) => [card, state]));
      return (
        states.size === queue.length &&
        place <= queue.length &&
        reviews.every(({ card }) => states.get(card) === 'reviewed')
      );
    }, 'its parts don’t match'),
  );

export type Session = z.infer<typeof sessionSchema>;

type Entry = Session['queue'][number];

export interface KnownCards {
  readonly current: ReadonlySet<string>;
  readonly retired: ReadonlySet<string>;
}

export interface CheckedSession {
  readonly session: Session;
  readonly messages: readonly string[];
}

/**
 * Starts a session. Leaves out unknown and repeated cards.
 * @param day the day as `YYYY-MM-DD`
 */
export function startSession(
  name: string,
  cards: readonly string[],
  known: KnownCards,
  day: string,
): CheckedSession {
  const unique = [...new Set(cards)];
  const fitting = unique.filter((card) => known.current.has(card)).slice(0, maxCards);
  const queue = fitting.map((card): Entry => ({ card, state: 'waiting' }));
  const named = name.trim().slice(0, maxNameLength) || 'Practice';
  return {
    session: { version: sessionVersion, name: named, day, queue, place: 0, reviews: [] },
    messages: messagesFor(unique, known),
  };
}

export function parseSession(given: unknown): Result<Session> {
  const name = 'The stored session';
  return readVersioned({ name, version: sessionVersion, schema: sessionSchema }, given);
}

export function checkSession(stored: Session, known: KnownCards): CheckedSession {
  const { queue, place, reviews } = stored;
  const isKnown = ({ card }: { readonly card: CardId }): boolean => known.current.has(card);
  const session: Session = {
    ...stored,
    queue: queue.filter(isKnown),
    place: queue.slice(0, place).filter(isKnown).length,
    reviews: reviews.filter(isKnown),
  };
  // In earlier versions of the guide, the current card could be one that was already answered.
  const isPast = session.queue[session.place]?.state === 'reviewed';
  const messages = messagesFor(
    queue.map(({ card }) => card),
    known,
  );
  return { session: isPast ? moveOn(session) : session, messages };
}

function messagesFor(cards: readonly string[], { current, retired }: KnownCards): string[] {
  return cards
    .filter((card) => !current.has(card))
    .map((card) => {
      const name = card.replace(/^(question|term):/, '$1 ').slice(0, 90);
      return retired.has(card)
        ? `We left out ${name} because it has been retired.`
        : `This guide has no ${name}, so we left it out.`;
    });
}

export function currentCard({ queue, place }: Session): CardId | undefined {
  return queue[place]?.card;
}

export function noteReview(session: Session, review: string): Session {
  const card = currentCard(session);
  if (card === undefined) return session;
  const marked = mark(session, session.place, 'reviewed');
  return moveOn({ ...marked, reviews: [...session.reviews, { card, review }] });
}

/** Moves the current card to the end of the queue and continues with the next open one. */
export function skipCard(session: Session): Session {
  const { queue, place } = session;
  const skipped = queue.slice(place, place + 1);
  return moveOn({ ...session, queue: [...queue.toSpliced(place, 1), ...skipped] });
}

/**
 * Undoes the last review. Its card is open again and becomes the current one. Also returns the id
 * of the review record, or undefined if there was no review. The caller has to restore the record's
 * `before`.
 */
export function undoReview(session: Session) {
  const last = session.reviews.at(-1);
  if (last === undefined) return { session, review: undefined };
  const place = session.queue.findIndex(({ card }) => card === last.card);
  const marked = mark(session, place, 'waiting');
  return {
    session: { ...marked, place, reviews: session.reviews.slice(0, -1) },
    review: last.review,
  };
}

export function sessionProgress({ queue, place }: Session) {
  const left = queue.filter(({ state }) => state !== 'reviewed').length;
  return {
    total: queue.length,
    reviewed: queue.length - left,
    left,
    /** Number of the current card, counted from 1. It is undefined when all cards are done. */
    number: place < queue.length ? place + 1 : undefined,
  };
}

function mark(session: Session, at: number, state: Entry['state']): Session {
  const queue = session.queue.map((entry, place) => (place === at ? { ...entry, state } : entry));
  return { ...session, queue };
}

/**
 * Moves to the next open card, starting here. If there is none, wraps around to the first open one.
 */
function moveOn(session: Session): Session {
  const { queue, place: here } = session;
  const open = queue.flatMap(({ state }, place) => (state === 'reviewed' ? [] : [place]));
  return { ...session, place: open.find((place) => place >= here) ?? open[0] ?? queue.length };
}
