import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyMinutes } from '../progress/daily-minutes.ts';
import type { CardId, CardRecord, Grade, ReviewRecord } from '../progress/records.ts';
import { dayLength, dayName, utc } from './days.ts';
import { newCard, reviewCard } from './fsrs.ts';
import type { DeckEntry } from './new-cards.ts';
import { countStarted, minutesDone, newToday } from './new-cards.ts';
import { buildQueue, type QueueFilter, type QueueInput } from './queue.ts';

const today = 20_788;
const noon = today * dayLength + dayLength / 2;
const minute = 60_000;

const deck: readonly DeckEntry[] = ['aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff'].map(
  (code, index) => ({
    id: `question:${code}` as const,
    level: index < 3 ? 'beginner' : 'advanced',
    topics: index % 2 === 0 ? ['fda'] : ['fda', 'hipaa'],
    minutes: 5,
  }),
);
const [a, b, c, d, e, f] = deck.map(({ id }) => id) as [
  CardId,
  CardId,
  CardId,
  CardId,
  CardId,
  CardId,
];

function reviewed(id: CardId, ...answers: readonly (readonly [Grade, number])[]): CardRecord {
  let card = newCard(id, 0);
  for (const [grade, at] of answers) {
    const outcome = reviewCard(card, grade, at);
    if ('problem' in outcome) throw new Error(outcome.problem);
    card = outcome.card;
  }
  return card;
}

const days = (count: number): number => noon - count * dayLength;
/** In a learning step that is due. */
const stepCard = reviewed(d, ['again', noon - 15 * minute]);
/** In a learning step that is due in five minutes. */
const stepAhead = reviewed(c, ['again', noon - 5 * minute]);
/** Due for longer than the next card, and weaker. */
const weakDue = reviewed(f, ['easy', days(30)]);
const due = reviewed(b, ['easy', days(8)]);
/** Due in a few days. */
const later = reviewed(e, ['easy', days(3)]);
const cards = [later, due, stepAhead, weakDue, stepCard];

function input(changes: Partial<QueueInput> = {}): QueueInput {
  const settings = { interviewOn: null, newPerDay: 5, at: days(40) };
  return { deck, cards, settings, now: noon, offsetAt: utc, startedToday: 0, ...changes };
}

function idsOf(filter?: QueueFilter, changes?: Partial<QueueInput>): readonly CardId[] {
  return buildQueue(input(changes), filter).ids;
}

describe('today’s queue', () => {
  it('takes learning steps, then what is due, weakest first, then new cards, then steps ahead', () => {
    expect(buildQueue(input())).toEqual({
      ids: [d, f, b, a, c],
      counts: { due: 4, new: 1 },
      over: 0,
    });
  });

  it('takes new cards in guide order, up to the daily number minus those started', () => {
    const fresh = { cards: [], settings: { ...input().settings, newPerDay: 3 } };
    expect(idsOf(undefined, fresh)).toEqual([a, b, c]);
    expect(buildQueue(input({ ...fresh, startedToday: 2 }))).toEqual({
      ids: [a],
      counts: { due: 0, new: 1 },
      over: 0,
    });
    expect(idsOf(undefined, { ...fresh, startedToday: 9 })).toEqual([]);
  });

  it('has a card from the day’s first hour on, whatever time it is due', () => {
    const morning = today * dayLength + minute;
    expect(due.due).toBe(noon);
    expect(idsOf({ kind: 'due' }, { now: morning, cards: [due] })).toEqual([b]);
    expect(idsOf({ kind: 'due' }, { now: morning - 2 * minute, cards: [due] })).toEqual([]);
  });

  it('has a card that was reviewed today only if it is in a learning step', () => {
    const again = { ...due, lastReview: noon - minute, scheduledDays: 0 };
    expect(idsOf({ kind: 'due' }, { cards: [again] })).toEqual([]);
  });

  it('leaves out cards that the deck does not have, and counts a card in state new as new', () => {
    const retired = reviewed('question:zzz', ['easy', days(30)]);
    const term = reviewed('term:fhir', ['easy', days(30)]);
    const { ids, counts } = buildQueue(input({ cards: [retired, term, newCard(b, noon)] }));
    expect(ids).toEqual([a, b, c, d, e]);
    expect(counts).toEqual({ due: 0, new: 5 });
  });
});

describe('the daily limit', () => {
  const limited = (minutesPerDay: number, minutesToday = 0): Partial<QueueInput> => ({
    settings: { ...input().settings, minutesPerDay },
    minutesToday,
  });

  it('leaves out what does not fit, and says how much', () => {
    const { ids, counts, over } = buildQueue(input(limited(15)));
    expect(ids).toEqual([d, f, b]);
    expect(counts).toEqual({ due: 3, new: 0 });
    expect(over).toBe(2);
    expect(buildQueue(input(limited(60))).over).toBe(0);
  });

  it('counts what was answered today, and leaves at least one card on a day without answers', () => {
    expect(idsOf(undefined, limited(15, 10))).toEqual([d]);
    expect(idsOf(undefined, limited(15, 15))).toEqual([]);
    expect(idsOf(undefined, limited(5))).toEqual([d]);
  });

  it('doesn’t apply to the reader’s own choices, or if none is set', () => {
    expect(idsOf({ kind: 'due' }, limited(5, 90))).toEqual([d, f, b, c]);
    const { settings } = limited(5);
    expect(buildQueue(input({ ...(settings && { settings }) })).over).toBe(0);
  });

  it('counts the minutes of all the day’s answers in the deck', () => {
    const review = (id: string, card: CardId, at: number): ReviewRecord => ({
      id,
      card,
      at,
      grade: 'good',
      scores: [4],
      seconds: 60,
      before: null,
    });
    const reviews = [
      review('review-1', a, noon),
      review('review-2', a, noon + minute),
      review('review-3', b, noon - dayLength),
      review('review-4', 'term:fhir', noon),
    ];
    expect(minutesDone(reviews, deck, noon, utc)).toBe(10);
  });
});

describe('the night before', () => {
  const eve = (changes: Partial<QueueInput> = {}): Partial<QueueInput> => ({
    settings: { ...input().settings, interviewOn: dayName(today + 1) },
    minutesToday: 0,
    ...changes,
  });

  it('repeats what was answered before, the due and the weakest first, and starts nothing new', () => {
    const { ids, counts, over } = buildQueue(input(eve()));
    expect(ids).toEqual([f, b, e]);
    expect(counts).toMatchObject({ due: 3, new: 0 });
    expect(over).toBe(0);
  });

  it('is over once all of it was answered today, or its minutes are spent', () => {
    const answered = cards.map((card) => ({ ...card, lastReview: noon - minute }));
    expect(idsOf(undefined, eve({ cards: answered, minutesToday: 15 }))).toEqual([]);
    expect(idsOf(undefined, eve({ minutesToday: dailyMinutes.eve }))).toEqual([]);
  });

  it('uses no more than its minutes, or the reader’s limit', () => {
    const long = deck.map((entry) => ({ ...entry, minutes: 20 }));
    expect(idsOf(undefined, eve({ deck: long }))).toEqual([f, b]);
    const settings = { ...input().settings, interviewOn: dayName(today + 1), minutesPerDay: 10 };
    expect(idsOf(undefined, eve({ settings }))).toEqual([f, b]);
  });

  it('is the first questions for a reader who starts then', () => {
    const long = deck.map((entry) => ({ ...entry, minutes: 20 }));
    expect(idsOf(undefined, eve({ deck: long, cards: [] }))).toEqual([a, b]);
  });
});

describe('a queue the reader chooses', () => {
  it.each<[string, QueueFilter, readonly CardId[]]>([
    ['due', { kind: 'due' }, [d, f, b, c]],
    ['new', { kind: 'new' }, [a]],
    ['weak', { kind: 'weak' }, [f, b, e, d, c]],
    ['level', { kind: 'level', id: 'beginner' }, [b, a, c]],
    ['topic', { kind: 'topic', id: 'hipaa' }, [d, f, b]],
    ['bookmarked', { kind: 'bookmarked', ids: [a, e, f] }, [f, a, e]],
    ['path', { kind: 'path', ids: [b, e, f, a] }, [b, f, a, e]],
    ['path the other way', { kind: 'path', ids: [a, f, e, b] }, [f, b, a, e]],
    ['unknown topic', { kind: 'topic', id: 'x' }, []],
  ])('%s has its cards in the right order', (_, filter, ids) => {
    expect(idsOf(filter)).toEqual(ids);
  });

  it('shows all requested new cards, regardless of the daily number', () => {
    const fresh = { cards: [], settings: { ...input().settings, newPerDay: 0 } };
    expect(idsOf({ kind: 'new' }, fresh)).toHaveLength(6);
    expect(idsOf({ kind: 'level', id: 'advanced' }, fresh)).toEqual([d, e, f]);
    expect(idsOf({ kind: 'today' }, fresh)).toEqual([]);
  });

  it('is the same for the same input, in whatever order the cards were stored', () => {
    const shuffled = fc.shuffledSubarray(cards, { minLength: cards.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(buildQueue(input({ cards: Object.freeze(order) }))).toEqual(buildQueue(input()));
      }),
    );
  });
});

describe('new cards', () => {
  const plan = (ahead: number | null, newPerDay = 5): Parameters<typeof newToday>[0] => ({
    settings: { interviewOn: ahead === null ? null : dayName(today + ahead), newPerDay, at: noon },
    now: noon,
    offsetAt: utc,
  });

  it('are as many per day as the reader wants while time allows or without a date', () => {
    expect(newToday(plan(null), 50, 0)).toBe(5);
    expect(newToday(plan(28), 50, 0)).toBe(5);
    expect(newToday(plan(-1), 50, 0)).toBe(5);
  });

  it('are more per day if the date requires it, and none for 0 per day', () => {
    expect(newToday(plan(8), 50, 0)).toBe(10);
    expect(newToday(plan(8), 44, 6)).toBe(4);
    expect(newToday(plan(1), 50, 0)).toBe(50);
    expect(newToday(plan(8, 0), 50, 0)).toBe(0);
  });

  it('are all started four days before the interview, if time allows', () => {
    const counts = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 4, max: 60 }), counts, (total, ahead, perDay) => {
        let unseen = total;
        for (let left = ahead; left >= 4; left -= 1) {
          unseen -= Math.min(unseen, newToday(plan(left, perDay), unseen, 0));
        }
        expect(unseen).toBe(0);
      }),
    );
  });

  it('that were started today are counted once each, only for their deck', () => {
    const review = (card: CardId, at: number, before: CardRecord | null): ReviewRecord => {
      const id = `${at}-${card.slice(-3)}`;
      return { id, card, at, grade: 'good', scores: [], seconds: 9, before };
    };
    const reviews = [
      review(a, noon, null),
      review(a, noon + minute, null),
      review(b, noon, newCard(b, noon)),
      review(c, noon, due),
      review(d, days(1), null),
      review('term:fhir', noon, null),
    ];
    expect(countStarted(reviews, 'question', noon, utc)).toBe(2);
    expect(countStarted(reviews, 'term', noon, utc)).toBe(1);
    expect(countStarted(reviews, 'question', noon, () => 720)).toBe(2);
    expect(countStarted(reviews, 'question', noon, () => -721)).toBe(2);
  });
});
