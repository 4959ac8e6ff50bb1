import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinalAlpha, readAlpha } from './compare-scores.ts';

/** Units of raters' rows, a dot where one gave no score. */
function unitsOf(...rows: readonly string[]): (number | null)[][] {
  const cells = rows.map((row) =>
    row.split(' ').map((cell) => (cell === '.' ? null : Number(cell))),
  );
  return (cells[0] ?? []).map((_, unit) => cells.map((row) => row[unit] ?? null));
}

describe('Krippendorff’s alpha for ordinal scores', () => {
  it('matches the published example with missing scores', () => {
    // Krippendorff 2011, sections C and E: four observers, twelve units. Ordinal: 0.815.
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(ordinalAlpha(units)).toBeCloseTo(0.815, 3);
  });

  it('is 1 if all agree, and below 0 if they disagree more than by chance', () => {
    expect(ordinalAlpha(unitsOf('1 3 5 2', '1 3 5 2', '1 . 5 2'))).toBe(1);
    expect(ordinalAlpha(unitsOf('1 5 1 5', '5 1 5 1'))).toBeLessThan(0);
  });

  it('has no value if there is nothing to compare or no difference', () => {
    expect(ordinalAlpha([])).toBeNull();
    expect(ordinalAlpha(unitsOf('1 2 3', '. . .'))).toBeNull();
    expect(ordinalAlpha(unitsOf('4 4 4', '4 4 4'))).toBeNull();
  });

  it('doesn’t depend on the order of raters, or on what only one of them scored', () => {
    const score = fc.constantFrom(null, 1, 2, 3, 4, 5);
    const anyUnits = fc.array(fc.array(score, { minLength: 3, maxLength: 3 }), { maxLength: 20 });
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = ordinalAlpha(units);
        const turned = units.map((ratings) => [...ratings].reverse());
        expect(ordinalAlpha([...turned, [null, 3, null]])).toEqual(
          alpha === null ? null : expect.closeTo(alpha, 9),
        );
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    [0.8, 'reliable'],
    [0.7, 'tentative'],
    [0.6, 'unreliable'],
    [-0.2, 'unreliable'],
  ])('of %s is %s', (alpha, word) => expect(readAlpha(alpha)).toBe(word));
});
