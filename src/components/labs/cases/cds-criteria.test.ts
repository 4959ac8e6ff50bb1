import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import type { LabFacts } from '../../../domain/guide/build-guide.ts';
import { cdsOutcome } from '../../../domain/labs/cds-criteria.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('cds-criteria');
const { cases } = lab.facts as LabFacts<'cds-criteria'>;

const initial = initialValues(lab.controls);

describe('the decision support criteria lab', () => {
  it('resets the answers for a new product, and hides its reading until asked', () => {
    const before = { ...initial, image: 'no' };
    const now = lab.follow?.({ ...before, case: 'score' }, before) ?? before;
    expect(now).toMatchObject({ case: 'score', image: 'yes', only: false, shown: 'no' });
    const { text } = labOutput(lab.view(now));
    expect(text).not.toContain('One number is one specific output');
    expect(text).toContain('data-set="shown=yes"');
    expect(lab.view({ ...now, shown: 'yes' }).value).toBe('Discretion');
  });

  it('shows FDA’s position right away with the values that older links don’t have', () => {
    expect(lab.view(initial).result).toBe(
      'Your answers: not a device under this exclusion. FDA’s examples: not excluded, so it may be a device. You agree on 0 of 4 criteria.',
    );
  });

  it.each([
    ['sepsis', 'not-excluded'],
    ['interactions', 'excluded'],
    ['headct', 'not-excluded'],
    ['guidelines', 'excluded'],
    ['symptoms', 'not-excluded'],
    ['score', 'discretion'],
    ['day', 'not-excluded'],
    ['summary', 'open'],
  ])('reads %s as %s', (name, outcome) => {
    const product = cases[name];
    expect(product && cdsOutcome(product.reading, product.isOnlyOne === true)).toBe(outcome);
  });

  it('gives discretion only when the reader says that one recommendation is appropriate', () => {
    const values = { ...initial, case: 'score', recommendation: 'one' };
    expect(lab.view(values).result).toContain('Your answers: not excluded');
    expect(lab.view({ ...values, only: true }).result).toContain(
      'Your answers: a device that FDA doesn’t intend to regulate',
    );
  });

  it.each([
    ['image', 'no'],
    ['information', 'no'],
    ['recommendation', 'lay'],
    ['basis', 'no'],
  ])('fails if the criterion %s gets a %s', (name, no) => {
    expect(lab.view({ ...initial, [name]: no }).result).toContain('Your answers: not excluded');
  });

  it('says which law applies and as of when for every case', () => {
    for (const name of Object.keys(cases)) {
      const { text } = labOutput(lab.view({ ...initial, case: name }));
      expect(text).toContain('US law only');
      expect(text).toContain('As of November 24, 2026');
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('ignores invalid answers in a link', () => {
    const values = readValues(lab.controls, () => 'constructor');
    expect(values).toEqual(initial);
  });
});
