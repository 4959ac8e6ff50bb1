import { describe, expect, it } from 'vitest';
import type { StudyQuestion } from '../practice/study-data.ts';
import type { ReviewRecord, Score } from '../progress/records.ts';
import { dayLength, utc } from './days.ts';
import { scoreTrend } from './score-trend.ts';

/** Thursday, November 26, 2026, noon. */
const now = Date.UTC(2026, 10, 26, 12);

const criterion = (name: string) => ({
  criterion: name,
  one: 'No.',
  three: 'So-so.',
  five: 'Yes.',
});
const question = (code: string, level: string): StudyQuestion => ({
  code,
  slug: code,
  title: `Question ${code}?`,
  level,
  topics: [],
  minutes: 2,
  criteria: [criterion(`${code} why`), criterion(`${code} how`)],
  probes: [],
  points: [],
});
const questions = [question('8d8', 'beginner'), question('z7s', 'advanced')];

let count = 0;
function answered(code: string, daysAgo: number, scores: readonly Score[]): ReviewRecord {
  count += 1;
  return {
    id: `review-${count}`,
    card: `question:${code}`,
    at: now - daysAgo * dayLength,
    grade: 'good',
    scores: [...scores],
    seconds: 60,
    before: null,
  };
}

const reviews = [
  answered('8d8', 1, [5, 4]),
  answered('8d8', 15, [2, 3]),
  answered('z7s', 3, [3, null]),
  { ...answered('z7s', 2, []), card: 'term:fhir' as const },
  answered('zzz', 8, [1, 1]),
];

describe('whether scores rise', () => {
  const trend = scoreTrend(reviews, questions, now, utc);

  it('is shown by week from Monday to Monday, with weeks without scores', () => {
    expect(trend.weeks).toEqual([
      { monday: '2026-11-09', mean: 2.5 },
      { monday: '2026-11-16', mean: 1 },
      { monday: '2026-11-23', mean: 3.75 },
    ]);
    expect(scoreTrend([], questions, now, utc).weeks).toEqual([]);
  });

  it('goes back twelve weeks at most', () => {
    const old = scoreTrend([answered('8d8', 400, [3])], questions, now, utc);
    expect(old.weeks).toHaveLength(12);
    expect(old.weeks.at(-1)).toEqual({ monday: '2026-11-23', mean: null });
  });

  it('is shown by level, first answers beside the latest', () => {
    expect(trend.levels).toEqual([
      { id: 'beginner', count: 1, first: 2.5, latest: 4.5, isRepeated: true },
      { id: 'advanced', count: 1, first: 3, latest: 3, isRepeated: false },
    ]);
  });

  it('is shown by criterion, the lowest first, without those at the top', () => {
    expect(trend.criteria.map(({ id, first, latest }) => [id, first, latest])).toEqual([
      ['z7s why', 3, 3],
      ['8d8 how', 3, 4],
    ]);
  });

  it('leaves out answers that a wrong clock put into the future', () => {
    expect(scoreTrend([answered('8d8', -3, [1, 1])], questions, now, utc).weeks).toEqual([]);
  });
});
