import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('threshold');
const start = initialValues(lab.controls);
const view = (values = {}) => lab.view({ ...start, ...values });
const measure = (name: string, values = {}) =>
  view(values).table.rows.find(([row]) => row === name)?.[1];

describe('the threshold lab', () => {
  it('starts with the counts from a printed normal table', () => {
    // Φ(10/12) = 0.7977 and Φ(15/12) = 0.8944. 39.9 of 50 ill patients are found, and 100.4 of 950
    // well ones are flagged.
    expect(view().result).toBe(
      'Among 1,000 patients, there are 140 alerts: 40 true, 100 false. 10 cases are missed, with 3.5 alerts for each true case.',
    );
    expect(view().value).toBe(lab.guess.truth.toString());
    expect(measure('Sensitivity (recall)')).toBe('79.8%');
    expect(measure('Specificity')).toBe('89.4%');
  });

  it('changes PPV, but not the model, if the condition is rarer', () => {
    const rare = { prevalence: 0.5 };
    expect(measure('Sensitivity (recall)', rare)).toBe(measure('Sensitivity (recall)'));
    expect(Number.parseFloat(measure('PPV (precision)', rare) ?? '')).toBeLessThan(5);
  });

  it('has a trade-off: the higher the threshold, the fewer alerts and the more missed cases', () => {
    const sensitivity = (cutoff: number) =>
      Number.parseFloat(measure('Sensitivity (recall)', { cutoff }) ?? '');
    for (let cutoff = 30; cutoff < 80; cutoff += 5) {
      expect(sensitivity(cutoff + 5)).toBeLessThan(sensitivity(cutoff));
    }
  });

  it('counts no alert below one half', () => {
    expect(view({ cutoff: 100, apart: 0 }).result).toContain('almost no alerts');
  });

  it('shows numbers at the ends of every pair of controls', () => {
    const ends = lab.controls.flatMap((control) =>
      control.kind === 'number' ? [[control.name, ...control.range] as const] : [],
    );
    for (const [name, low, high] of ends) {
      for (const [other, otherLow, otherHigh] of ends) {
        for (const one of [low, high]) {
          for (const two of [otherLow, otherHigh]) {
            const { text } = labOutput(view({ [name]: one, [other]: two }));
            expect(text).not.toMatch(/NaN|Infinity|undefined/);
          }
        }
      }
    }
  });
});
