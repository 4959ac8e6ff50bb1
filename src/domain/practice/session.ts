import type { CardId } from '../progress/records.ts';
import type { Session } from './session-format.ts';

/** How far a session is, in cards. */
export interface SessionProgress {
  readonly total: number;
  readonly reviewed: number;
  readonly skipped: number;
  /** Cards that are neither reviewed nor skipped. */
  readonly left: number;
  /** Number of the current card, counted from 1; `undefined` when all is done. */
  readonly number: number | undefined;
}

/** The card to be answered, or `undefined` when all is done. */
export function currentCard({ queue, place }: Session): CardId | undefined {
  return queue[place]?.card;
}

/** Whether the current card was reviewed in this session: the reader went back to look at it. */
export function isReviewed({ queue, place }: Session): boolean {
  return queue[place]?.state === 'reviewed';
}

/** Notes the review of the current card and goes to the next that waits. A card is reviewed once. */
export function noteReview(session: Session, review: string): Session {
  const card = currentCard(session);
  if (card === undefined || isReviewed(session)) return session;
  const marked = mark(session, session.place, 'reviewed');
  return toWaiting({ ...marked, reviews: [...session.reviews, { card, review }] });
}

/** Leaves the current card for later and goes to the next that waits. */
export function skipCard(session: Session): Session {
  if (session.queue[session.place]?.state !== 'waiting') return session;
  return toWaiting(mark(session, session.place, 'skipped'));
}

/** Goes one card back, to look at it. */
export function goBack(session: Session): Session {
  return session.place === 0 ? session : { ...session, place: session.place - 1 };
}

/** Goes one card on, if the current one doesn't wait to be answered. */
export function goNext(session: Session): Session {
  const current = session.queue[session.place];
  if (current === undefined || current.state === 'waiting') return session;
  return { ...session, place: session.place + 1 };
}

/** Takes up all skipped cards again, in their order. */
export function takeUpSkipped(session: Session): Session {
  const queue = session.queue.map((entry) =>
    entry.state === 'skipped' ? { ...entry, state: 'waiting' as const } : entry,
  );
  return toWaiting({ ...session, queue, place: 0 });
}

/**
 * Undoes the last review: its card is the current one and waits again. `review` is the id of the
 * review record, whose `before` the caller puts back; `undefined` if there was none.
 */
export function undoReview(session: Session): {
  readonly session: Session;
  readonly review: string | undefined;
} {
  const last = session.reviews.at(-1);
  if (last === undefined) return { session, review: undefined };
  const place = session.queue.findIndex(({ card }) => card === last.card);
  const marked = mark(session, place, 'waiting');
  return {
    session: { ...marked, place, reviews: session.reviews.slice(0, -1) },
    review: last.review,
  };
}

/** How far the session is. */
export function sessionProgress({ queue, place }: Session): SessionProgress {
  const count = (state: Session['queue'][number]['state']): number =>
    queue.filter((entry) => entry.state === state).length;
  return {
    total: queue.length,
    reviewed: count('reviewed'),
    skipped: count('skipped'),
    left: count('waiting'),
    number: place < queue.length ? place + 1 : undefined,
  };
}

function mark(session: Session, at: number, state: 'waiting' | 'reviewed' | 'skipped'): Session {
  const queue = session.queue.map((entry, place) => (place === at ? { ...entry, state } : entry));
  return { ...session, queue };
}

/** Goes to the first waiting card from here on, else to the first of all, else to the end. */
function toWaiting(session: Session): Session {
  const waits = ({ state }: Session['queue'][number]): boolean => state === 'waiting';
  const after = session.queue.findIndex((entry, place) => place >= session.place && waits(entry));
  const place = after >= 0 ? after : session.queue.findIndex(waits);
  return { ...session, place: place >= 0 ? place : session.queue.length };
}
