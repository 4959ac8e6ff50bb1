import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { type CardRecord, type Grade, readRecord } from '../progress/records.ts';
import { dayLength } from './days.ts';
import { newCard, type ReviewOptions, retrievability, reviewCard } from './fsrs.ts';

const start = Date.UTC(2022, 11, 29, 12, 30);
/** A term, because terms use the library's own learning steps. */
const id = 'term:fhir';
const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

function review(card: CardRecord, grade: Grade, at: number, options?: ReviewOptions): CardRecord {
  const outcome = reviewCard(Object.freeze(card), grade, at, options);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome.card;
}

function whenDue(given: readonly Grade[]): CardRecord[] {
  const cards: CardRecord[] = [];
  for (const grade of given) {
    const last = cards.at(-1) ?? newCard(id, start);
    cards.push(review(last, grade, last.due));
  }
  return cards;
}

/*
 * Sequences for the default parameters of FSRS 6, from the ts-fsrs tests:
 * https://github.com/open-spaced-repetition/ts-fsrs, packages/fsrs/__tests__/FSRS-6.test.ts (commit
 * 32b6081475fe4d195b51f87e084b12efaaa97af8).
 */
describe('the published sequences of FSRS 6', () => {
  it('hold for intervals ("ivl_history")', () => {
    const good = (count: number): Grade[] => Array.from({ length: count }, () => 'good');
    const cards = whenDue([...good(6), 'again', 'again', ...good(5)]);
    expect(cards.map(({ scheduledDays }) => scheduledDays)).toEqual([
      0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21,
    ]);
  });

  it('hold for the memory state ("memory state[short-term]")', () => {
    const given: readonly [Grade, number][] = [
      ['again', 0],
      ['good', 0],
      ['good', 1],
      ['good', 3],
      ['good', 8],
      ['good', 21],
    ];
    let card = newCard(id, start);
    let at = start;
    for (const [grade, days] of given) {
      at += days * dayLength;
      card = review(card, grade, at);
    }
    expect(card.stability).toBeCloseTo(53.62691, 4);
    expect(card.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('hold for the first answer ("first repeat")', () => {
    const cards = grades.map((grade) => review(newCard(id, start), grade, start));
    expect(cards.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(cards.map(({ difficulty }) => difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(cards.map(({ scheduledDays }) => scheduledDays)).toEqual([0, 0, 0, 8]);
    expect(cards.map(({ state }) => state)).toEqual(['learning', 'learning', 'learning', 'review']);
    expect(cards.map(({ reps, lapses }) => [reps, lapses])).toEqual(grades.map(() => [1, 0]));
  });

  it('hold for recall when due ("get retrievability")', () => {
    const card = review(newCard(id, start), 'easy', start);
    expect(retrievability(card, card.due)).toBe(0.9024733);
    expect(retrievability(newCard(id, start), start)).toBe(0);
  });
});

/** Grades, each with the milliseconds that pass before it. */
const histories = fc.array(
  fc.tuple(fc.constantFrom(...grades), fc.integer({ min: 0, max: 40 * dayLength })),
  { minLength: 1, maxLength: 8 },
);

describe('a spoken answer to a question', () => {
  const question = 'question:8d8';
  const dayOf = (at: number): number => Math.floor(at / dayLength);

  it.each(['good', 'easy'] as const)('that was %s does not return on the same day', (grade) => {
    const first = review(newCard(question, start), grade, start);
    expect(first.state).toBe('review');
    expect(dayOf(first.due)).toBeGreaterThan(dayOf(start));
    const failed = review(first, 'again', first.due);
    expect(failed.state).toBe('relearning');
    const recovered = review(failed, grade, failed.due);
    expect(recovered.state).toBe('review');
    expect(dayOf(recovered.due)).toBeGreaterThan(dayOf(failed.due));
  });

  it('that failed returns after ten minutes', () => {
    const card = review(newCard(question, start), 'again', start);
    expect(card.due).toBe(start + 10 * 60_000);
  });

  it('moves on from the second learning step that an earlier version stored', () => {
    const stored: CardRecord = {
      ...review(newCard(id, start), 'good', start),
      id: question,
    };
    expect(stored).toMatchObject({ state: 'learning', learningSteps: 1 });
    expect(review(stored, 'good', stored.due).state).toBe('review');
  });
});

describe('a review', () => {
  it('without a date returns what the library returns', () => {
    const ratings = {
      again: Rating.Again,
      hard: Rating.Hard,
      good: Rating.Good,
      easy: Rating.Easy,
    } as const;
    fc.assert(
      fc.property(histories, (history) => {
        let card = newCard(id, start);
        let own = createEmptyCard(new Date(start));
        let at = start;
        for (const [grade, wait] of history) {
          at += wait;
          card = review(card, grade, at, { interviewOn: null });
          own = fsrs().next(own, new Date(at), ratings[grade]).card;
          expect(card.due).toBe(own.due.getTime());
          expect(card.stability).toBe(own.stability);
          expect(card.difficulty).toBe(own.difficulty);
          expect(card.lastReview).toBe(at);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('counts days in the reader’s time zone: an evening across midnight UTC is one day', () => {
    const evening = Date.UTC(2026, 11, 1, 23, 50);
    const answerTwice = (offset: number): CardRecord => {
      const options = { offsetAt: () => offset };
      const card = review(newCard(id, evening), 'hard', evening, options);
      return review(card, 'good', evening + 20 * 60_000, options);
    };
    const sameDay = answerTwice(-480).stability;
    expect(sameDay).toBe(answerTwice(120).stability);
    expect(sameDay).not.toBe(answerTwice(0).stability);
  });

  it('works when the clock was set back', () => {
    const card = review(newCard(id, start), 'easy', start);
    const earlier = start - 90 * dayLength;
    const next = review(card, 'good', earlier);
    expect(next.lastReview).toBe(earlier);
    expect(next.due).toBeGreaterThan(earlier);
    expect(next.due).toBeLessThan(earlier + 30 * dayLength);
  });

  it('varies by seed, the same way each time', () => {
    const card = whenDue(['good', 'good', 'good', 'good']).at(-1) ?? newCard(id, start);
    const due = (fuzzSeed: string): number => review(card, 'good', card.due, { fuzzSeed }).due;
    const seeds = Array.from({ length: 20 }, (_, index) => `seed ${index}`);
    expect(new Set(seeds.map(due)).size).toBeGreaterThan(5);
    expect(seeds.map(due)).toEqual(seeds.map(due));
  });

  it('of a card with a damaged number gives a problem and no card', () => {
    const card = whenDue(['good', 'good']).at(-1) ?? newCard(id, start);
    for (const field of [
      'due',
      'stability',
      'difficulty',
      'reps',
      'lapses',
      'lastReview',
    ] as const) {
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
        const outcome = reviewCard({ ...card, [field]: value }, 'good', card.due);
        expect(outcome).toEqual({ problem: expect.stringContaining(field) });
      }
    }
  });

  it.each([
    ['reviewed but without memory', { stability: 0 }],
    ['reviewed but without difficulty', { difficulty: 0.5 }],
    ['reviewed but never', { lastReview: null }],
    ['new but with memory', { state: 'new' }],
  ] as const)('of a card that is %s gives a problem', (_, damage) => {
    const card = whenDue(['good', 'good']).at(-1) ?? newCard(id, start);
    const outcome = reviewCard({ ...card, ...damage }, 'good', card.due);
    expect(outcome).toEqual({ problem: expect.stringContaining('is inconsistent') });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 8_640_000_000_000_000])(
    'at %s, which isn’t a date or leaves no time for a due date, gives a problem',
    (now) => expect(reviewCard(newCard(id, start), 'easy', now)).toHaveProperty('problem'),
  );

  it('of any card, at any time, gives a valid card or a problem', () => {
    const numbers = fc.oneof(fc.double(), fc.double({ min: 0, max: 12 }), fc.nat(), fc.constant(0));
    const moments = fc.oneof(fc.nat(8_640_000_000_000_000), numbers);
    const cards = fc.record({
      id: fc.constant(id),
      due: moments,
      stability: numbers,
      difficulty: numbers,
      scheduledDays: numbers,
      learningSteps: fc.oneof(fc.nat(3), numbers),
      reps: fc.nat(9),
      lapses: fc.nat(9),
      state: fc.constantFrom('new', 'learning', 'review', 'relearning'),
      lastReview: fc.option(moments),
    });
    const words = fc.constantFrom(...grades, 'best' as Grade, 'toString' as Grade);
    fc.assert(
      fc.property(cards, words, moments, fc.option(fc.string()), (card, grade, now, fuzz) => {
        const interviewOn = '2026-12-01';
        const outcome = reviewCard(card as CardRecord, grade, now, {
          interviewOn,
          ...(fuzz !== null && { fuzzSeed: fuzz }),
        });
        if ('card' in outcome) expect(readRecord('cards', outcome.card)).toHaveProperty('value');
        else expect(outcome.problem).toMatch(/^\p{Lu}.*\.$/su);
        const recall = retrievability(card as CardRecord, now);
        expect(recall >= 0 && recall <= 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves Date as it was before the library was loaded', () => {
    const added = ['scheduler', 'diff', 'format', 'dueFormat'];
    expect(added.filter((name) => name in Date.prototype)).toEqual([]);
  });
});

describe('recall', () => {
  it('starts at 1, falls with time, and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(histories, fc.nat(400), fc.nat(400), (history, one, more) => {
        let card = newCard(id, start);
        let at = start;
        for (const [grade, wait] of history) {
          at += wait;
          card = review(card, grade, at);
        }
        const early = retrievability(card, at + one * dayLength);
        const late = retrievability(card, at + (one + more) * dayLength);
        expect(retrievability(card, at)).toBe(1);
        expect(early).toBeLessThanOrEqual(1);
        expect(late).toBeLessThanOrEqual(early);
        expect(late).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of a damaged card is 0, not NaN', () => {
    const card = review(newCard(id, start), 'easy', start);
    expect(retrievability({ ...card, stability: Number.NaN }, start)).toBe(0);
    expect(retrievability({ ...card, lastReview: Number.NaN }, start)).toBe(0);
  });
});
