import { describe, expect, it } from 'vitest';
import {
  evenPrevalence,
  expectedCounts,
  negativePredictiveValue,
  positivePredictiveValue,
} from './classification.ts';

describe('predictive values of the liver scan', () => {
  // Altman & Bland 1994: 231 of 258 patients with abnormal pathology had an abnormal scan, and so
  // did 32 of the other 86.
  const scan = { sensitivity: 231 / 258, specificity: 54 / 86 };

  it('are 231 of 263 in the study, where three in four were ill', () => {
    const counts = expectedCounts({ ...scan, prevalence: 258 / 344 }, 344);
    expect(counts.truePositives).toBeCloseTo(231, 8);
    expect(counts.falsePositives).toBeCloseTo(32, 8);
    expect(positivePredictiveValue(counts)).toBeCloseTo(0.88, 2);
  });

  it('are 0.45 and 0.95 where one in four is ill, as published', () => {
    const counts = expectedCounts({ ...scan, prevalence: 0.25 }, 1000);
    expect(positivePredictiveValue(counts)).toBeCloseTo(0.45, 2);
    expect(negativePredictiveValue(counts)).toBeCloseTo(0.95, 2);
  });
});

describe('the prevalence at which half of the alerts are true', () => {
  it('is the one that gives a PPV of one half', () => {
    for (const sensitivity of [0.5, 0.9, 1]) {
      for (const specificity of [0.5, 0.9, 0.99]) {
        const prevalence = evenPrevalence(sensitivity, specificity) ?? 0;
        const counts = expectedCounts({ sensitivity, specificity, prevalence }, 1000);
        expect(positivePredictiveValue(counts)).toBeCloseTo(0.5, 10);
      }
    }
  });

  it('is 10% for 90% and 90%, 0 without false alerts, undefined without alerts', () => {
    expect(evenPrevalence(0.9, 0.9)).toBeCloseTo(0.1, 10);
    expect(evenPrevalence(0.9, 1)).toBe(0);
    expect(evenPrevalence(0, 1)).toBeUndefined();
    expect(() => evenPrevalence(1.1, 0.5)).toThrow(RangeError);
  });
});
