import type { CardId, CardRecord } from '../progress/records.ts';
import { dayNumber } from './days.ts';
import { retrievability } from './fsrs.ts';
import { isEve, plannedDue, recallMoment, type Study } from './interview.ts';
import { type DeckEntry, newToday } from './new-cards.ts';

/**
 * What the reader wants to practice. `today` is the plan: what is due, and as many new cards as
 * the plan has for the day, within the reader's daily limit. On the eve of the interview it is short:
 * what is due, then what will be remembered least, and nothing new unless all is new. The others show what was asked for, however much it is:
 * - `due`: what is due, nothing new. `new`: all that was never answered.
 * - `weak`: all that was answered, what will be remembered least on the interview day first.
 * - `level`, `topic`, `bookmarked`, `path`: the whole group, first what is due, then what is new,
 *   then the rest, weakest first; a path keeps its own order within each of the three.
 */
export type QueueFilter =
  | { readonly kind: 'today' | 'due' | 'new' | 'weak' }
  | { readonly kind: 'level' | 'topic'; readonly id: string }
  | { readonly kind: 'bookmarked' | 'path'; readonly ids: readonly CardId[] };

export interface QueueInput extends Study {
  readonly deck: readonly DeckEntry[];
  /** The reader's cards, of any deck; those that are not in `deck` are left out. */
  readonly cards: readonly CardRecord[];
  /** How many cards of the deck were answered for the first time today, see `countStarted`. */
  readonly startedToday: number;
  /**
   * Minutes that today's answers cost so far, see `minutesDone`. Left out for a deck that has
   * neither a daily limit nor an eve: the glossary, which costs seconds a card.
   */
  readonly minutesToday?: number;
}

export interface Queue {
  readonly ids: readonly CardId[];
  readonly counts: {
    /** Cards of the queue that are due, learning steps of the next 20 minutes included. */
    readonly due: number;
    readonly new: number;
    /** All other cards of the group, whether the queue ends with them or leaves them out. */
    readonly later: number;
  };
  /** Cards that were for today and do not fit into the daily limit. */
  readonly over: number;
}

/** Most minutes of practice on the eve of the interview: then sleep. */
export const eveMinutes = 45;

/** Learning steps so close are taken last and not waited for: Anki's "learn ahead limit". */
const learnAhead = 20 * 60_000;

const parts = ['step', 'due', 'new', 'step ahead', 'later'] as const;

interface Item {
  readonly entry: DeckEntry;
  readonly card: CardRecord | undefined;
  readonly part: (typeof parts)[number];
}

/** Builds the queue of a deck. The same input gives the same queue. */
export function buildQueue(input: QueueInput, filter: QueueFilter = { kind: 'today' }): Queue {
  const cards = new Map(input.cards.map((card) => [card.id, card]));
  const deck = input.deck.map((entry) => itemOf(entry, cards.get(entry.id), input));
  const group = inOrder(
    deck.filter((item) => belongs(item, filter)),
    filter,
    input,
  );
  const isShort = filter.kind === 'today' && input.minutesToday !== undefined && isEve(input);
  const wanted = isShort ? eveQueue(group, input) : plainQueue(group, deck, input, filter);
  const queue = filter.kind === 'today' ? withinLimit(wanted, input, isShort) : wanted;
  const fresh = queue.filter(isNew).length;
  const due = queue.filter(({ part }) => part !== 'new' && (isShort || part !== 'later')).length;
  return {
    ids: queue.map(({ entry }) => entry.id),
    counts: { due, new: fresh, later: group.length - due - fresh },
    over: isShort ? 0 : wanted.length - queue.length,
  };
}

function plainQueue(
  group: readonly Item[],
  deck: readonly Item[],
  input: QueueInput,
  filter: QueueFilter,
): readonly Item[] {
  const max = maxNew(filter, input, deck.filter(isNew).length);
  const unseen = new Set(group.filter(isNew).slice(0, max));
  return group.filter((item) => (isNew(item) ? unseen.has(item) : isShown(item, filter)));
}

/** What was answered on an earlier day, due cards first, then the weakest; else the first new ones. */
function eveQueue(group: readonly Item[], { now, offsetAt }: QueueInput): readonly Item[] {
  const today = dayNumber(now, offsetAt);
  const wasToday = ({ card }: Item): boolean =>
    card?.lastReview != null && dayNumber(card.lastReview, offsetAt) === today;
  const seen = group.filter((item) => !isNew(item));
  return seen.length === 0 ? group : seen.filter((item) => !wasToday(item));
}

/** The first cards that fit; on a day without answers at least one. */
function withinLimit(
  wanted: readonly Item[],
  { settings, minutesToday }: QueueInput,
  isShort: boolean,
): readonly Item[] {
  if (minutesToday === undefined) return wanted;
  const limit = Math.min(settings.minutesPerDay ?? Infinity, isShort ? eveMinutes : Infinity);
  let minutes = minutesToday;
  const out = wanted.findIndex(({ entry }) => {
    const isFirst = minutes === 0;
    minutes += entry.minutes;
    return minutes > limit && !isFirst;
  });
  return out < 0 ? wanted : wanted.slice(0, out);
}

function itemOf(entry: DeckEntry, card: CardRecord | undefined, study: Study): Item {
  return { entry, card, part: partOf(card, study) };
}

function partOf(card: CardRecord | undefined, study: Study): Item['part'] {
  if (card === undefined || card.state === 'new') return 'new';
  const { now, offsetAt } = study;
  const due = plannedDue(card, study);
  if (card.state !== 'review') {
    if (due <= now) return 'step';
    return due <= now + learnAhead ? 'step ahead' : 'later';
  }
  // Days and not moments: who practices at eight today and at seven tomorrow has waited a day.
  const today = dayNumber(now, offsetAt);
  const wasToday = card.lastReview !== null && dayNumber(card.lastReview, offsetAt) === today;
  return dayNumber(due, offsetAt) <= today && !wasToday ? 'due' : 'later';
}

function isNew({ part }: Item): boolean {
  return part === 'new';
}

function belongs({ entry, part }: Item, filter: QueueFilter): boolean {
  switch (filter.kind) {
    case 'level':
      return entry.level === filter.id;
    case 'topic':
      return entry.topics.includes(filter.id);
    case 'bookmarked':
    case 'path':
      return filter.ids.includes(entry.id);
    case 'weak':
      return part !== 'new';
    default:
      return true;
  }
}

function isShown({ part }: Item, { kind }: QueueFilter): boolean {
  if (kind === 'new') return false;
  return part !== 'later' || (kind !== 'today' && kind !== 'due');
}

function maxNew({ kind }: QueueFilter, input: QueueInput, unseen: number): number {
  if (kind === 'due') return 0;
  return kind === 'today' ? newToday(input, unseen, input.startedToday) : unseen;
}

function inOrder(items: readonly Item[], filter: QueueFilter, study: Study): Item[] {
  const onTheDay = recallMoment(study);
  const placeOf = ({ entry, card, part }: Item): number => {
    if (filter.kind === 'path') return filter.ids.indexOf(entry.id);
    if (card === undefined || part === 'new') return 0;
    if (filter.kind === 'weak') return retrievability(card, onTheDay);
    if (part === 'step' || part === 'step ahead') return card.due;
    return retrievability(card, part === 'due' ? study.now : onTheDay);
  };
  const rankOf = ({ part }: Item): number => (filter.kind === 'weak' ? 0 : parts.indexOf(part));
  return items
    .map((item) => ({ item, rank: rankOf(item), place: placeOf(item) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ item }) => item);
}
