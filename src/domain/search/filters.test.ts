import { describe, expect, it } from 'vitest';
import { countByValue, passes } from './filters.ts';
import type { SearchRequest } from './search-request.ts';

const question = (level: string, topics: string[], jurisdictions: string[]) => ({
  level,
  topics,
  jurisdictions,
});
const questions = [
  question('beginner', ['fda'], ['us']),
  question('beginner', ['fda', 'hipaa'], ['us', 'eu']),
  question('advanced', ['hipaa'], ['eu']),
];
const chosen = (some: Partial<SearchRequest['chosen']>): SearchRequest['chosen'] => ({
  level: [],
  topic: [],
  jurisdiction: [],
  ...some,
});
const passing = (some: Partial<SearchRequest['chosen']>) =>
  questions.flatMap((one, place) => (passes(one, chosen(some)) ? [place] : []));

describe('filters', () => {
  it('keep what has one of the chosen values for each', () => {
    expect(passing({})).toEqual([0, 1, 2]);
    expect(passing({ topic: ['fda'] })).toEqual([0, 1]);
    expect(passing({ topic: ['fda', 'hipaa'], jurisdiction: ['eu'] })).toEqual([1, 2]);
    expect(passing({ level: ['advanced'], topic: ['fda'] })).toEqual([]);
  });

  it('count the other values of a filter as if they were chosen instead', () => {
    expect(countByValue(questions, chosen({ level: ['beginner'], topic: ['hipaa'] }))).toEqual({
      level: { beginner: 1, advanced: 1 },
      topic: { fda: 2, hipaa: 1 },
      jurisdiction: { us: 1, eu: 1 },
    });
  });
});
