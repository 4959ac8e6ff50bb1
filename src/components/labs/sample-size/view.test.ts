import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('sample-size');
const view = (values = {}) => lab.view({ ...initialValues(lab.controls), ...values });

describe('the sample size lab', () => {
  it('starts with the glossary’s example: 139 patients, 2,780 to enroll', () => {
    expect(view().result).toBe(
      'Enroll 2,780: at 5% prevalence, that includes 139 patients with the condition, enough to measure sensitivity. For specificity alone, 77 would be enough.',
    );
  });

  it('answers its guess with the number it opens with', () => {
    expect(view().value).toBe(Number(lab.guess.truth).toLocaleString('en-US'));
  });

  it('has Buderer’s own example: 173', () => {
    const { table } = view({ sensitivity: 90, specificity: 85, within: 10, prevalence: 20 });
    expect(table.rows.find(([name]) => name?.includes('Buderer'))).toEqual([
      'Enroll, rounded once at the end, as in Buderer’s example',
      '173',
      '62',
    ]);
  });

  it('sizes for specificity when nearly everyone is ill', () => {
    // The 73 patients without the condition are one in ten of those enrolled.
    expect(view({ prevalence: 90 }).result).toMatch(/^Enroll 730: at 90% prevalence/);
  });

  it('warns only when the interval would pass 100%', () => {
    expect(view({ sensitivity: 97 }).result).toContain('too few');
    expect(view({ sensitivity: 95 }).result).not.toContain('too few');
    expect(view({ specificity: 99, within: 1 }).result).not.toContain('too few');
  });

  it('shows numbers for any link', () => {
    const names = lab.controls.map(({ name }) => name);
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 4, maxLength: 4 }), (numbers) => {
        const values = readValues(lab.controls, (name) => String(numbers[names.indexOf(name)]));
        expect(labOutput(lab.view(values)).text).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
