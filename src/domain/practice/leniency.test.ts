import { describe, expect, it } from 'vitest';
import { leniencyText, meanAbove, noteSample } from './leniency.ts';

describe('how lenient a reader is', () => {
  it('is the mean of the reader’s scores minus the guide’s, over the scored criteria', () => {
    expect(meanAbove([3, 4, 5], [2, 4, 3])).toBe(1);
    expect(meanAbove([1, null, 2], [2, 4, 3])).toBe(-1);
    expect(meanAbove([null, null], [2, 4])).toBeNull();
  });

  it('is put into a sentence once there is a sample', () => {
    expect(leniencyText(undefined)).toBeUndefined();
    expect(leniencyText([])).toBeUndefined();
    const sample = (code: string, above: number) => ({ code, answer: 0, above });
    expect(leniencyText([sample('8d8', 0.5), sample('z7s', 0.7)])).toBe(
      'On average, you score 0.6 higher than the guide (2 sample answers).',
    );
    expect(leniencyText([sample('8d8', -1.25)])).toBe(
      'On average, you score 1.3 lower than the guide (1 sample answer).',
    );
    expect(leniencyText([sample('8d8', 0.04)])).toBe(
      'On average, your scores match the guide’s (1 sample answer).',
    );
  });

  it('counts a sample only once if it is scored again', () => {
    const first = noteSample(undefined, { code: '8d8', answer: 0, above: 2 });
    const other = noteSample(first, { code: '8d8', answer: 1, above: 1 });
    expect(noteSample(other, { code: '8d8', answer: 0, above: 0 })).toEqual([
      { code: '8d8', answer: 1, above: 1 },
      { code: '8d8', answer: 0, above: 0 },
    ]);
  });
});
