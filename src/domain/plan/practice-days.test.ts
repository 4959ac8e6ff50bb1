import { expect, it } from 'vitest';
import type { CardId } from '../progress/records.ts';
import { dayLength, utc } from '../review/days.ts';
import { practiceDays } from './practice-days.ts';

const noon = 20_788 * dayLength + dayLength / 2;
const deck = [{ id: 'question:101', level: 'beginner', topics: [], minutes: 6 }] as const;

it('a day has the time spent answering beside the minutes that the plan counts', () => {
  const answer = (card: CardId, at: number) => ({ card, at, scores: [2, 3], seconds: 20 });
  const reviews = [
    answer('question:101', noon),
    answer('question:101', noon + 1000),
    answer('term:fhir', noon),
    answer('question:101', noon + dayLength),
  ];
  const days = practiceDays(reviews, deck, noon + 2000, utc);
  expect(days).toEqual([
    { day: '2026-12-01', codes: ['101'], minutes: 12, answers: 2, seconds: 40, mean: 2.5 },
  ]);
});
