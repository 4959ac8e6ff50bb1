import { describe, expect, it } from 'vitest';
import { describeLeniency, leniency } from './leniency.ts';

describe('leniency', () => {
  const guide = [{ score: 2 }, { score: 3 }, { score: 4 }];

  it('is the mean difference over what both scored', () => {
    expect(leniency([3, null, 4], guide)).toBe(0.5);
    expect(leniency([], guide)).toBeNull();
    expect(leniency([null, null, null, 5], guide)).toBeNull();
  });

  it.each([
    [0.6, 'You score 0.6 higher than the guide on average.'],
    [-1.25, 'You score 1.3 lower than the guide on average.'],
    [0.01, 'On average, you score the same as the guide.'],
  ])('of %s is said in a sentence', (points, text) => {
    expect(describeLeniency(points)).toBe(text);
  });
});
