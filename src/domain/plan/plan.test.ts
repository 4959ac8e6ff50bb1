import { describe, expect, it } from 'vitest';
import { makeQueue, planInput } from '../practice/make-queue.ts';
import { nextStep } from '../practice/next-step.ts';
import { noProgress } from '../progress/record-lists.ts';
import type { CardId, CardRecord, Grade, Progress } from '../progress/records.ts';
import { defaultSettings, settingsOf } from '../progress/settings.ts';
import { dayLength, dayName, utc } from '../review/days.ts';
import { type Forecast, forecast } from '../review/forecast.ts';
import { newCard, reviewCard } from '../review/fsrs.ts';
import type { DeckEntry } from '../review/new-cards.ts';
import { buildQueue, type QueueInput } from '../review/queue.ts';
import { deckOfPlan, hasPlan, planSize } from './plan.ts';

const today = 20_788;
const noon = today * dayLength + dayLength / 2;
const deck: readonly DeckEntry[] = Array.from({ length: 50 }, (_, index) => ({
  id: `question:${100 + index}` as const,
  level: 'beginner',
  topics: [],
  minutes: 6,
}));

function input(days: number, minutesPerDay: number, count = deck.length): QueueInput {
  const settings = { interviewOn: dayName(today + days), newPerDay: 5, minutesPerDay, at: noon };
  const study = { settings, now: noon, offsetAt: utc };
  return { ...study, deck: deck.slice(0, count), cards: [], startedToday: 0, minutesToday: 0 };
}

/** Three questions that were answered today with low scores. */
const lowScores = {
  cards: deck.slice(0, 3).map(({ id }) => answered(id, 'again', noon)),
  startedToday: 3,
  minutesToday: 18,
};

function answered(id: CardId, grade: Grade, at: number): CardRecord {
  const outcome = reviewCard(newCard(id, at), grade, at);
  if ('problem' in outcome) throw new Error(outcome.problem);
  return outcome.card;
}

describe('the size of a plan', () => {
  // Days, minutes per day, and how many questions fit.
  it.each([
    [1, 30, 4],
    [1, 120, 7],
    [2, 30, 4],
    [9, 30, 18],
    [9, 60, 33],
    [14, 30, 28],
    [30, 60, 50],
  ])('of %i days with %i minutes is %i questions', (days, minutes, count) => {
    expect(planSize(input(days, minutes)).count).toBe(count);
  });

  it('is what the schedule can do: all are asked on two days, each day is short enough, and one more would leave less than a fifth of the time', () => {
    for (const days of [2, 5, 9, 21]) {
      for (const minutes of [15, 30, 90]) {
        const size = planSize(input(days, minutes));
        const timesOf = ({ answeredOn }: Forecast, count: number) =>
          deck.slice(0, count).map(({ id }) => answeredOn.get(id)?.length ?? 0);
        const times = timesOf(size.forecast, size.count);
        expect(Math.min(...times), `${days} days, ${minutes} minutes`).toBeGreaterThanOrEqual(2);
        const longest = Math.max(...size.forecast.days.map((day) => day.minutes));
        expect(longest).toBeLessThanOrEqual(minutes);
        if (size.count === deck.length) continue;
        const more = forecast(input(days, 0.8 * minutes, size.count + 1));
        const least = Math.min(...timesOf(more, size.count + 1));
        expect(least < 2, `${days} days, ${minutes} minutes`).toBe(true);
      }
    }
  });

  it('grows with the days and with the minutes', () => {
    const counts = [10, 20, 30, 60].map((minutes) => planSize(input(9, minutes)).count);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    const byDays = [1, 4, 9, 20].map((days) => planSize(input(days, 30)).count);
    expect(byDays).toEqual(byDays.toSorted((a, b) => a - b));
  });

  it('never falls if the reader takes more minutes or more days, with or without low scores', () => {
    const minutesPerDay = [10, 30, 35, 40, 75];
    const days = [1, 2, 3, 5, 8, 9, 10, 14];
    for (const answers of [{}, lowScores]) {
      // With one day left, an answer from before is enough, and with more days, it isn't.
      const counted = answers === lowScores ? days.slice(1) : days;
      const counts = counted.map((count) =>
        minutesPerDay.map((minutes) => planSize({ ...input(count, minutes), ...answers }).count),
      );
      const transposed = minutesPerDay.map((_, column) => counts.map((row) => row[column] ?? 0));
      for (const line of [...counts, ...transposed]) {
        expect(line).toEqual(line.toSorted((a, b) => a - b));
      }
    }
  });

  it('stays what the reader saved, although answers score low, and doesn’t fall with more time', () => {
    for (const days of [5, 9, 14]) {
      const { count } = planSize(input(days, 30));
      const saved = { count, interviewOn: dayName(today + days), minutesPerDay: 30 };
      const later = (more: number, minutes: number) =>
        planSize({ ...input(days + more, minutes), ...lowScores }, saved).count;
      const same = planSize({ ...input(days, 30), ...lowScores }, saved);
      expect(same.count).toBe(count);
      expect(same.forecast.unstarted).toBe(0);
      for (const minutes of [35, 40, 60]) {
        expect(later(0, minutes)).toBeGreaterThanOrEqual(count);
        expect(later(1, minutes)).toBeGreaterThanOrEqual(later(0, minutes));
      }
      for (const minutes of [10, 25]) expect(later(0, minutes)).toBeLessThanOrEqual(count);
    }
  });

  it('stays as small as the reader chose, unless there is more time', () => {
    const saved = { count: 4, interviewOn: dayName(today + 9), minutesPerDay: 30 };
    const countAt = (days: number, minutes: number) => planSize(input(days, minutes), saved).count;
    expect([countAt(9, 30), countAt(9, 25), countAt(8, 30)]).toEqual([4, 4, 4]);
    expect(countAt(9, 35)).toBe(planSize(input(9, 35)).count);
    expect(countAt(5, 60)).toBe(planSize(input(5, 60)).count);
  });

  it('is at least one question, however short the day, and none of an empty deck', () => {
    expect(planSize(input(3, 5)).count).toBe(1);
    expect(planSize(input(3, 5, 0)).count).toBe(0);
  });

  it('counts what the reader has answered before', () => {
    const cards = deck.slice(0, 10).map(({ id }) => answered(id, 'good', noon - 2 * dayLength));
    const later = planSize({ ...input(4, 30), cards });
    expect(later.count).toBeGreaterThan(planSize(input(4, 30)).count);
  });
});

describe('the reader’s plan', () => {
  const planCodes = ['103', 'zzz', '101'];
  const settings = { ...defaultSettings, planCodes, interviewOn: dayName(today + 3), at: noon };
  const progress: Progress = { ...noProgress, settings: [settings] };
  const at = (days: number) => ({
    settings,
    now: noon + days * dayLength,
    offsetAt: utc,
  });

  it('is what is practiced today, in its order, without questions that the guide no longer has', () => {
    const moment = { progress, now: noon, offsetAt: utc };
    expect(makeQueue({ kind: 'today' }, deck, { learningPaths: [] }, moment)).toEqual([
      'question:103',
      'question:101',
    ]);
    // Other choices still include all questions.
    expect(makeQueue({ kind: 'new' }, deck, { learningPaths: [] }, moment)).toHaveLength(
      deck.length,
    );
  });

  it('asks the questions of the easiest level first, and all others in its order', () => {
    const mixed = deck.map((entry, index) => (index < 3 ? { ...entry, level: 'advanced' } : entry));
    const own = { ...settings, planCodes: ['100', '104', '102', '101', '103'] };
    const moment = { progress: { ...progress, settings: [own] }, now: noon, offsetAt: utc };
    const ids = planInput(mixed, moment).deck.map(({ id }) => id);
    expect(ids).toEqual(['104', '103', '100', '102', '101'].map((code) => `question:${code}`));
    const input = { ...planInput(mixed, moment), deck: mixed.slice(0, 4) };
    expect(planSize(input).forecast.answeredOn.keys().next().value).toBe('question:103');
  });

  it('has the same days on the plan form, the progress page, and the practice page', () => {
    const size = planSize(input(9, 30));
    const codes = deck.slice(0, size.count).map(({ id }) => id.slice('question:'.length));
    const own = {
      ...settings,
      interviewOn: dayName(today + 9),
      minutesPerDay: 30,
      planCodes: codes,
    };
    const moment = { progress: { ...progress, settings: [own] }, now: noon, offsetAt: utc };
    const { days, unstarted } = forecast(planInput(deck, moment));
    expect(days).toEqual(size.forecast.days);
    expect(unstarted).toBe(0);
    expect(nextStep(deck, moment)?.label).toBe(`Practice today’s ${days[0]?.new}`);
  });

  it('starts all of its questions, although earlier answers scored low', () => {
    const { count } = planSize(input(9, 30));
    const cards = new Map<CardId, CardRecord>();
    for (let day = 0; day < 9; day += 1) {
      const at = noon + day * dayLength;
      const onDay = { ...input(9, 30, count), isPlan: true, now: at };
      for (const id of buildQueue({ ...onDay, cards: [...cards.values()] }).ids) {
        const outcome = reviewCard(cards.get(id) ?? newCard(id, at), 'again', at);
        if ('card' in outcome) cards.set(id, outcome.card);
      }
    }
    expect(cards.size).toBe(count);
  });

  it('ends with the day of the interview', () => {
    expect([0, 2, 3, 4].map((days) => hasPlan(at(days)))).toEqual([true, true, true, false]);
    expect(deckOfPlan(deck, at(4))).toEqual(deck);
    expect(hasPlan({ ...at(0), settings: { ...settings, interviewOn: null } })).toBe(false);
    expect(hasPlan({ ...at(0), settings: { ...settings, planCodes: [] } })).toBe(false);
  });

  it('asks for half an hour a day unless the reader chose something else', () => {
    expect(settingsOf(noProgress).minutesPerDay).toBe(30);
    expect(settingsOf(progress).minutesPerDay).toBe(30);
    const long = { ...settings, minutesPerDay: 90 };
    expect(settingsOf({ settings: [long] }).minutesPerDay).toBe(90);
  });
});
