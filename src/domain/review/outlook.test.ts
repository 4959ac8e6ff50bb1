import { describe, expect, it } from 'vitest';
import type { CardId, CardRecord, ReviewRecord } from '../progress/records.ts';
import { dayLength, dayName, utc } from './days.ts';
import { forecast, lookAhead, planAhead } from './forecast.ts';
import { newCard, reviewCard } from './fsrs.ts';
import type { DeckEntry } from './new-cards.ts';
import { minutesDone } from './new-cards.ts';
import type { DeckInput } from './queue.ts';
import { readiness } from './readiness.ts';

const today = 20_788;
const noon = today * dayLength + dayLength / 2;
const deck: readonly DeckEntry[] = Array.from({ length: 8 }, (_, index) => ({
  id: `question:${100 + index}` as const,
  level: index < 2 ? 'beginner' : 'advanced',
  topics: index % 2 === 0 ? ['fda', 'rag'] : ['fda'],
  minutes: 5.5,
}));

function reviewed(id: CardId, at: number): CardRecord {
  const outcome = reviewCard(newCard(id, at), 'easy', at);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome.card;
}

const cards = [
  reviewed('question:101', noon - 3 * dayLength),
  reviewed('question:103', noon - 40 * dayLength),
];
const started: ReviewRecord = {
  id: 'review-1',
  card: 'question:101',
  at: noon - 1,
  grade: 'easy',
  scores: [],
  seconds: 9,
  before: null,
};

function input(ahead: number | null, reviews: readonly ReviewRecord[] = []): DeckInput {
  const interviewOn = ahead === null ? null : dayName(today + ahead);
  const settings = { interviewOn, newPerDay: 2, at: noon };
  return {
    kind: 'question',
    deck,
    progress: { cards, reviews },
    study: { settings, now: noon, offsetAt: utc },
  };
}

describe('the outlook', () => {
  it('predicts for the interview day, if practice stops now and if the plan is followed', () => {
    const { daysLeft, whole, levels } = lookAhead(input(9));
    const day = (today + 9) * dayLength;
    expect(daysLeft).toBe(9);
    expect(whole.recall).toBe(readiness(deck, cards, day).recall);
    expect(whole.withPlan).toBe(readiness(deck, planAhead(input(9)).cards, day).recall);
    expect(whole.withPlan).toBeGreaterThan(0.8);
    expect(levels.map(({ id, seen, total }) => [id, seen, total])).toEqual([
      ['beginner', 1, 2],
      ['advanced', 1, 6],
    ]);
  });

  it('predicts for now, without a plan to follow, if no interview is ahead', () => {
    for (const ahead of [null, 0, -4]) {
      const { daysLeft, whole } = lookAhead(input(ahead));
      expect(daysLeft).toBeNull();
      expect(whole.recall).toBe(readiness(deck, cards, noon).recall);
      expect(whole.withPlan).toBeNull();
    }
  });

  it('lists the weakest topics and cards first', () => {
    const { topics, weakest } = lookAhead(input(9));
    expect(topics.map(({ id }) => id)).toEqual(['rag', 'fda']);
    expect(weakest.map(({ id }) => id)).toEqual(['question:103', 'question:101']);
  });

  it('has the forecast’s days, counting what was started today', () => {
    const { study } = input(9, [started]);
    const minutesToday = minutesDone([started], deck, study.now, study.offsetAt);
    const expected = forecast({ ...study, deck, cards, startedToday: 1, minutesToday }).days;
    expect(lookAhead(input(9, [started])).days).toEqual(expected);
    expect(lookAhead(input(9)).days[0]?.new).toBe((expected[0]?.new ?? 0) + 1);
    expect(planAhead({ ...input(9, [started]), kind: 'term' }).days[0]?.new).toBe(2);
  });
});
