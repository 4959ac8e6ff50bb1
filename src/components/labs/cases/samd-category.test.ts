import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import type { LabFacts } from '../../../domain/guide/build-guide.ts';
import { initialValues, readValues, startValues } from '../../../domain/labs/control.ts';
import { significances, situations } from '../../../domain/labs/samd-category.ts';

const lab = labOnDisk('samd-category');
const { products } = lab.facts as LabFacts<'samd-category'>;

const initial = initialValues(lab.controls);
const viewOf = (product: string, cell: string, alone = false) =>
  lab.view({ ...initial, product, cell, alone });

describe('the SaMD category lab', () => {
  it('opens without a placement, and hides its reading after a new product', () => {
    const start = startValues(lab.controls);
    expect(lab.view(start)).toMatchObject({ value: lab.guess.truth, unit: 'Our reading' });
    expect(lab.view(start).figure.text).not.toContain('aria-pressed="true"');
    const other = lab.follow?.({ ...start, product: 'stroke' }, start) ?? start;
    expect(lab.view(other).value).toBe('?');
    expect(labOutput(lab.view(other)).text).not.toContain('life-threatening');
  });

  it('opens an older link with an arguable placement', () => {
    expect(lab.view(initial).result).toBe(
      'You say category II (serious, drive care). Our reading is category III (serious, treat or diagnose).',
    );
    expect(labOutput(lab.view(initial)).text).toContain('class II (April 11, 2018)');
  });

  it.each([
    // The categories of the examples in N12, section 7.4.
    ['stroke', 'IV', 'IV.i'],
    ['lesion', 'III', 'III.ii'],
    ['apnea', 'III', 'III.i'],
    ['bolus', 'II', 'II.ii'],
    ['migraine', 'I', 'I.i'],
    ['pressure', 'I', 'I.ii'],
  ])('gives N12’s own category for %s', (product, category, criterion) => {
    expect(products[product]?.isInN12).toBe(true);
    const { text } = labOutput(viewOf(product, 'serious-drive'));
    expect(text).toContain(`category ${category} (${criterion}).`);
  });

  it('says when the cell agrees, and names both cells when it doesn’t', () => {
    expect(viewOf('stroke', 'critical-treat').result).toContain('is in the same cell');
    expect(viewOf('migraine', 'serious-inform').result).toBe(
      'You say category I (serious, inform care). N12’s own example is category I (non-serious, drive care).',
    );
  });

  it('counts a serious situation as critical only for lay people', () => {
    expect(viewOf('apnea', 'serious-treat', true).result).toContain(
      'You say category IV (critical, treat or diagnose).',
    );
    expect(viewOf('migraine', 'non-serious-drive', true).result).toContain('is in the same cell');
  });

  it('marks the cell that the reader pressed, and where it counts', () => {
    const marks = (cell: string, alone: boolean) =>
      labOutput(viewOf('apnea', cell, alone)).text.match(/\b(?:you chose|you|counts here)\b(?=<)/g);
    expect(marks('serious-treat', false)).toEqual(['you']);
    expect(marks('serious-treat', true)).toEqual(['counts here', 'you chose']);
  });

  it('knows which situation was pressed', () => {
    expect(viewOf('stroke', 'serious-treat').measures).toMatchObject({ serious: true });
    expect(viewOf('stroke', 'non-serious-treat').measures).toMatchObject({ serious: false });
  });

  it('shows every product in every cell', () => {
    for (const product of Object.keys(products)) {
      for (const situation of situations) {
        for (const significance of significances) {
          for (const alone of [true, false]) {
            const { text } = labOutput(viewOf(product, `${situation}-${significance}`, alone));
            expect(text).not.toMatch(/NaN|Infinity|undefined/);
            expect(text.match(/aria-pressed="true"/g)).toHaveLength(1);
          }
        }
      }
    }
  });

  it('ignores invalid cells in a link', () => {
    const cellOf = (cell: string) =>
      readValues(lab.controls, (name) => (name === 'cell' ? cell : null))['cell'];
    expect(cellOf('critical-inform')).toBe('critical-inform');
    expect(cellOf('critical-inform"><b>')).toBe('serious-drive');
    expect(cellOf('constructor-treat')).toBe('serious-drive');
  });
});
