import { describe, expect, it } from 'vitest';
import { areaUnderCurve, ratesAt } from './binormal.ts';

const model = { well: 35, ill: 60, deviation: 12 };

describe('the binormal model', () => {
  it('cuts at one deviation as the printed table says: Φ(1) = 0.8413', () => {
    expect(ratesAt(47, model).specificity).toBeCloseTo(0.8413, 4);
    expect(ratesAt(48, model).sensitivity).toBeCloseTo(0.8413, 4);
  });

  it('halves a group at its own mean', () => {
    expect(ratesAt(60, model).sensitivity).toBeCloseTo(0.5, 6);
    expect(ratesAt(35, model).specificity).toBeCloseTo(0.5, 6);
  });

  it('never finds more or raises more false alerts at a higher cut', () => {
    for (let cutoff = 0; cutoff < 100; cutoff += 1) {
      const [low, high] = [ratesAt(cutoff, model), ratesAt(cutoff + 1, model)];
      expect(high.sensitivity).toBeLessThan(low.sensitivity);
      expect(high.specificity).toBeGreaterThan(low.specificity);
    }
  });

  it('has the area that its own curve encloses', () => {
    const points = Array.from({ length: 4001 }, (_, at) => ratesAt(at / 10 - 150, model));
    const area = points.slice(1).reduce((sum, { sensitivity, specificity }, at) => {
      const before = points[at] ?? { sensitivity: 1, specificity: 0 };
      return sum + ((specificity - before.specificity) * (sensitivity + before.sensitivity)) / 2;
    }, 0);
    expect(areaUnderCurve(model)).toBeCloseTo(area, 4);
  });

  it('has an area of one half if it separates no one, and mirrors if it is reversed', () => {
    expect(areaUnderCurve({ ...model, ill: 35 })).toBeCloseTo(0.5, 6);
    expect(areaUnderCurve({ well: 60, ill: 35, deviation: 12 })).toBeCloseTo(
      1 - areaUnderCurve(model),
      6,
    );
  });

  it('refuses a spread of 0', () => {
    expect(() => ratesAt(50, { ...model, deviation: 0 })).toThrow(RangeError);
    expect(() => areaUnderCurve({ ...model, deviation: Number.NaN })).toThrow(RangeError);
  });
});
