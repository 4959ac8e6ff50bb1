/**
 * A practice session over a queue of cards, format 1: `Session`, plain data, stored as JSON after
 * each action so that practice stops and goes on anywhere. The version rises when a field is
 * renamed, removed or redefined. Reviews themselves are records (`src/domain/progress`); the
 * session knows their ids, so that the last one can be undone.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { type CardId, cardIdSchema } from '../progress/records.ts';

/** Version of the format above. */
export const sessionVersion = 1;

/** Most cards of a session; more are left for another. */
export const mostCards = 2000;

const longestName = 120;

const entrySchema = z.strictObject({
  card: cardIdSchema,
  state: z.enum(['waiting', 'reviewed', 'skipped']),
});

/** A card that was reviewed, and the id of its review record. */
const doneSchema = z.strictObject({
  card: cardIdSchema,
  review: z.string().check(z.minLength(1), z.maxLength(40)),
});

const sessionSchema = z
  .strictObject({
    version: z.literal(sessionVersion),
    /** What is practiced, for people: "Due today". */
    name: z.string().check(z.minLength(1), z.maxLength(longestName)),
    /** The cards, each once, in the order in which they come. */
    queue: z.array(entrySchema).check(z.maxLength(mostCards)),
    /** Place of the current card; the length of the queue when all is done. */
    place: z.int().check(z.gte(0), z.lte(mostCards)),
    /** Reviews that can be undone, the latest last. */
    reviews: z.array(doneSchema).check(z.maxLength(mostCards)),
  })
  .check(
    z.refine(({ queue, place, reviews }) => {
      const states = new Map(queue.map(({ card, state }) => [card, state]));
      return (
        states.size === queue.length &&
        place <= queue.length &&
        reviews.every(({ card }) => states.get(card) === 'reviewed')
      );
    }, 'it contradicts itself'),
  );

/** A practice session. */
export type Session = z.infer<typeof sessionSchema>;

/** The cards that the guide has, and those that it had. */
export interface KnownCards {
  readonly current: ReadonlySet<string>;
  /** Cards of retired codes. */
  readonly retired: ReadonlySet<string>;
}

/** A session, with a message for each card that was left out. */
export interface CheckedSession {
  readonly session: Session;
  readonly messages: readonly string[];
}

/** Starts a session. Cards that the guide doesn't have, or that come again, are left out. */
export function startSession(
  name: string,
  cards: readonly string[],
  known: KnownCards,
): CheckedSession {
  const unique = [...new Set(cards)];
  const fitting = unique.filter((card) => known.current.has(card));
  const queue = fitting
    .slice(0, mostCards)
    .map((card): Session['queue'][number] => ({ card, state: 'waiting' }));
  const messages = messagesFor(unique, known);
  if (fitting.length > mostCards)
    messages.push(`The session has only the first ${mostCards} cards.`);
  const named = name.trim().slice(0, longestName) || 'Practice';
  return {
    session: { version: sessionVersion, name: named, queue, place: 0, reviews: [] },
    messages,
  };
}

/** Reads a stored session, as JSON text or as an object. Never throws. */
export function parseSession(given: unknown): Result<Session> {
  return readVersioned(
    { name: 'The stored session', version: sessionVersion, schema: sessionSchema },
    given,
  );
}

/** Leaves out the cards of a stored session that the guide no longer has. */
export function checkSession(stored: Session, known: KnownCards): CheckedSession {
  const { queue, place, reviews } = stored;
  const isKnown = ({ card }: { readonly card: CardId }): boolean => known.current.has(card);
  const session: Session = {
    ...stored,
    queue: queue.filter(isKnown),
    place: queue.slice(0, place).filter(isKnown).length,
    reviews: reviews.filter(isKnown),
  };
  const cards = queue.map(({ card }) => card);
  return { session, messages: messagesFor(cards, known) };
}

function messagesFor(cards: readonly string[], { current, retired }: KnownCards): string[] {
  return cards
    .filter((card) => !current.has(card))
    .map((card) => {
      const name = card.replace(/^(question|term):/, '$1 ').slice(0, 90);
      return retired.has(card)
        ? `The ${name} is retired and was left out.`
        : `This guide has no ${name}; it was left out.`;
    });
}
