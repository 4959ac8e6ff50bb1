import { describe, expect, it } from 'vitest';
import type { CardId, CardRecord, Grade } from '../progress/records.ts';
import { dayLength, dayName, dayNumber, utc } from './days.ts';
import { forecast } from './forecast.ts';
import { newCard, retrievability, reviewCard } from './fsrs.ts';
import type { DeckEntry } from './new-cards.ts';
import { buildQueue, type QueueInput } from './queue.ts';

const today = 20_788;
const noon = today * dayLength + dayLength / 2;

const deck: readonly DeckEntry[] = Array.from({ length: 50 }, (_, index) => ({
  id: `question:${100 + index}` as const,
  level: index < 5 ? 'beginner' : 'advanced',
  topics: index % 2 === 0 ? ['fda', 'rag'] : ['fda'],
  minutes: 5.5,
}));

function reviewed(id: CardId, grade: Grade, at: number, ahead?: number): CardRecord {
  const interviewOn = ahead === undefined ? null : dayName(today + ahead);
  const outcome = reviewCard(newCard(id, at), grade, at, { interviewOn });
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome.card;
}

const idAt = (index: number): CardId => deck[index]?.id ?? 'question:zzz';
const cards = [
  reviewed(idAt(0), 'easy', noon - 3 * dayLength),
  reviewed(idAt(1), 'easy', noon - 30 * dayLength),
  reviewed(idAt(7), 'hard', noon - 2 * dayLength),
  newCard(idAt(8), noon),
  reviewed('term:fhir', 'easy', noon - 9 * dayLength),
];

function input(ahead: number | null, changes: Partial<QueueInput> = {}): QueueInput {
  const interviewOn = ahead === null ? null : dayName(today + ahead);
  const settings = { interviewOn, newPerDay: 5, at: noon };
  return { deck, cards, settings, now: noon, offsetAt: utc, startedToday: 0, ...changes };
}

describe('the forecast', () => {
  it('goes to the day before the interview, or 30 days, or 120 if the date is far away', () => {
    const names = (ahead: number | null): string[] =>
      forecast(input(ahead, { deck: deck.slice(0, 5) })).days.map(({ day }) => day);
    expect(names(3)).toEqual([0, 1, 2].map((more) => dayName(today + more)));
    expect(names(null)).toHaveLength(30);
    expect(names(-3)).toHaveLength(30);
    expect(names(100_000)).toHaveLength(120);
  });

  it('has the queue’s numbers for today', () => {
    const evening = noon + 10 * 3_600_000;
    const inStep = reviewed(idAt(9), 'again', evening - 60_000);
    for (const startedToday of [0, 4]) {
      const changes = { startedToday, now: evening, cards: [...cards, inStep] };
      const { ids, counts } = buildQueue(input(14, changes));
      const [first] = forecast(input(14, changes)).days;
      expect(first).toEqual({
        day: dayName(today),
        due: counts.due,
        new: counts.new,
        minutes: Math.round(5.5 * ids.length),
      });
    }
  });

  it('starts every card once before the interview', () => {
    for (const ahead of [1, 4, 12]) {
      const { days, cards: after } = forecast(input(ahead));
      expect(days.reduce((sum, day) => sum + day.new, 0)).toBe(47);
      expect(after.map(({ id }) => id).sort()).toEqual(deck.map(({ id }) => id).sort());
      expect(after.every(({ state }) => state === 'review')).toBe(true);
      expect(after.every(({ due }) => due <= (today + ahead) * dayLength)).toBe(true);
    }
  });

  it('has each card due on at least one day after the one on which it is started', () => {
    const { days } = forecast(input(12, { cards: [] }));
    expect(days.reduce((sum, day) => sum + day.due, 0)).toBeGreaterThanOrEqual(50);
    expect(days.slice(-3).map((day) => day.new)).toEqual([0, 0, 0]);
  });

  it.each(['good', 'easy'] as const)('is right about today if every answer is %s', (grade) => {
    const fresh = input(9, { cards: [] });
    const [first] = forecast(fresh).days;
    const { ids } = buildQueue(fresh);
    const answered = ids.map((id) => reviewed(id, grade, noon, 9));
    expect(ids).toHaveLength((first?.due ?? 0) + (first?.new ?? 0));
    for (const later of [1, 6, 11]) {
      const now = noon + later * 3_600_000;
      const { counts } = buildQueue({ ...fresh, cards: answered, now, startedToday: ids.length });
      expect(counts).toMatchObject({ due: 0, new: 0 });
    }
  });

  it('stays within the daily limit, says what it leaves out, and ends with a short session the night before', () => {
    const settings = { ...input(9).settings, minutesPerDay: 30 };
    const limited = input(9, { cards: [], settings, minutesToday: 0 });
    const { days, unstarted, cards: after } = forecast(limited);
    for (const { minutes } of days) expect(minutes).toBeLessThanOrEqual(30);
    expect(unstarted).toBeGreaterThan(0);
    expect(after.filter(({ state }) => state !== 'new')).toHaveLength(deck.length - unstarted);
    expect(days.map(({ isEve }) => isEve === true)).toEqual(days.map((_, index) => index === 8));
    expect(days.at(-1)).toMatchObject({ new: 0 });
    const free = forecast(input(9, { cards: [], minutesToday: 0 }));
    expect(free.unstarted).toBe(0);
    expect(free.days.at(-1)?.minutes).toBeLessThanOrEqual(45);
    expect(free.days.at(-1)?.minutes).toBeGreaterThan(0);
  });

  it('starts every later day with no cards and no minutes behind it', () => {
    const settings = { ...input(9).settings, minutesPerDay: 30 };
    const done = input(9, { cards: [], settings, startedToday: 5, minutesToday: 30 });
    const [today, tomorrow] = forecast(done).days;
    expect(today).toMatchObject({ due: 0, new: 0 });
    expect(tomorrow?.new).toBeGreaterThan(0);
    expect(tomorrow?.minutes).toBeGreaterThan(0);
    const fresh = input(9, { cards: [] });
    const newOn = (changes: Partial<QueueInput>) => forecast({ ...fresh, ...changes }).days[1]?.new;
    expect(newOn({ startedToday: 5 })).toBe(newOn({ startedToday: 0 }));
  });

  it('doesn’t change the records it is given', () => {
    const frozen = cards.map((card) => Object.freeze({ ...card }));
    forecast(input(9, { cards: Object.freeze(frozen) }));
    expect(frozen).toEqual(cards);
  });

  it('keeps a damaged card as it is', () => {
    const damaged = { ...reviewed(idAt(2), 'easy', noon - 30 * dayLength), difficulty: 0 };
    expect(forecast(input(9, { cards: [damaged] })).cards).toContainEqual(damaged);
  });

  it('predicts more recall for a reader who follows the plan', () => {
    const day = (today + 14) * dayLength;
    const recallOf = (known: readonly CardRecord[]): number =>
      known
        .filter(({ id }) => deck.some((entry) => entry.id === id))
        .reduce((sum, card) => sum + retrievability(card, day), 0) / deck.length;
    const { cards: after } = forecast(input(14));
    expect(after.every(({ lastReview }) => dayNumber(lastReview ?? 0, utc) < today + 14)).toBe(
      true,
    );
    expect(recallOf(cards)).toBeLessThan(0.06);
    expect(recallOf(after)).toBeGreaterThan(0.9);
  });
});
