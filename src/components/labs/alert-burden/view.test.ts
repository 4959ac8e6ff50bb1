import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('alert-burden');
const view = (values = {}) => lab.view({ ...initialValues(lab.controls), ...values });
const interruptions = (values = {}) => Number.parseFloat(view(values).result);

describe('the alert burden lab', () => {
  it('starts with the values from a printed normal table', () => {
    // Φ(10/12) = 0.7977 for both groups. 0.03 × 0.7977 + 0.97 × 0.2023 = 0.2202. So 5 patients with
    // 12 scores each cause 0.2202 × 60 = 13.2 interruptions.
    expect(view().result).toBe(
      '13.2 interruptions for one nurse in a 12-hour shift, 1.4 of them true. They take 53 minutes in all. One sick patient is missed every 33 shifts.',
    );
  });

  it('answers its guess with the interruptions', () => {
    expect(Number(view().value)).toBeCloseTo(Number(lab.guess.truth), 0);
  });

  it('alerts once per patient and misses no one else when muted for the shift', () => {
    // 0.2202 × 5 = 1.10
    const { result } = view({ mute: 12 });
    expect(result).toMatch(
      /^1.1 interruptions .* 4.4 minutes in all. One sick patient is missed every 33 shifts/,
    );
  });

  it('interrupts less with two tiers, puts the middle on the list, and misses no more cases', () => {
    // Φ(−5/12) = 0.3385 and Φ(25/12) = 0.9814. 0.03 × 0.3385 + 0.97 × 0.0186 = 0.0282, and 0.0282 ×
    // 60 = 1.7.
    const { result } = view({ tiers: true });
    expect(result).toMatch(/^1.7 interruptions .*, 0.6 of them true. They take 6.8 minutes/);
    expect(result).toContain('The list has 1.0 more patients');
    expect(result).toContain('One sick patient is missed every 33 shifts');
  });

  it('has a trade-off: a higher threshold interrupts less and misses more', () => {
    const missed = (cutoff: number) =>
      Number(view({ cutoff }).table.rows.find(([name]) => name?.startsWith('Missed'))?.[1]);
    for (let cutoff = 30; cutoff < 60; cutoff += 5) {
      expect(interruptions({ cutoff: cutoff + 5 })).toBeLessThan(interruptions({ cutoff }));
      expect(missed(cutoff + 5)).toBeGreaterThan(missed(cutoff));
    }
  });

  it('lists nobody unless the upper threshold is above the lower', () => {
    expect(view({ tiers: true, upper: 30 }).result).toContain('has 0.0 more patients');
    expect(interruptions({ tiers: true, upper: 30 })).toBe(interruptions());
  });

  it('shows numbers for any link', () => {
    const names = lab.controls.map(({ name }) => name);
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 8, maxLength: 8 }), (numbers) => {
        const values = readValues(lab.controls, (name) =>
          name === 'tiers' ? 'yes' : String(numbers[names.indexOf(name)]),
        );
        expect(labOutput(lab.view(values)).text).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
