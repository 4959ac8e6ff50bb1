import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('agreement');
const view = (values = {}) => lab.view({ ...initialValues(lab.controls), ...values });
const counts = (bothyes: number, onlya: number, onlyb: number, bothno: number) =>
  view({ bothyes, onlya, onlyb, bothno });

describe('the agreement lab', () => {
  it('starts with Feinstein and Cicchetti’s skewed table: 85%, kappa 0.32', () => {
    expect(view().result).toBe(
      'The raters agree on 85.0% of 100 cases, and chance alone would give 78.0%: kappa 0.32. Agreement is 91% on yes and 40% on no.',
    );
  });

  it('answers its guess with the agreement by chance', () => {
    expect(view().table.rows).toContainEqual(['Agreement by chance', `${lab.guess.truth}.0%`]);
  });

  it('gives their balanced table the same agreement and kappa 0.70', () => {
    expect(counts(40, 9, 6, 45).result).toContain('agree on 85.0%');
    expect(counts(40, 9, 6, 45).result).toContain('kappa 0.70');
  });

  it('has the pilots from the page on labels: 0.29 and 0.77', () => {
    expect(counts(4, 8, 8, 180).result).toContain(
      'kappa 0.29. Agreement is 33% on yes and 96% on no',
    );
    expect(counts(9, 2, 3, 186).result).toContain(
      'kappa 0.77. Agreement is 78% on yes and 99% on no',
    );
  });

  it('has a button for each table, with the current one pressed', () => {
    const text = view().more?.text ?? '';
    expect(text.match(/aria-pressed="true"/g)).toHaveLength(1);
    expect(text).toContain('data-set="bothyes=40&amp;onlya=9&amp;onlyb=6&amp;bothno=45"');
    expect(counts(1, 1, 1, 1).more?.text).not.toContain('aria-pressed="true"');
  });

  it('says in words if there is no kappa', () => {
    expect(counts(0, 0, 0, 0).result).toContain('table is empty');
    expect(counts(9, 0, 0, 0).result).toContain('kappa can’t be computed');
    expect(counts(0, 9, 0, 0).result).toContain('kappa 0.00');
    expect(counts(0, 5, 5, 0).result).toContain('kappa −1.00');
  });

  it('shows numbers for any link', () => {
    const anyNumber = fc.oneof(fc.double(), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 4, maxLength: 4 }), (numbers) => {
        const names = lab.controls.map(({ name }) => name);
        const values = readValues(lab.controls, (name) => String(numbers[names.indexOf(name)]));
        expect(labOutput(lab.view(values)).text).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
