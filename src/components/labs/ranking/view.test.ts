import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('ranking');
const initial = initialValues(lab.controls);
const result = (values: object) => lab.view({ ...initial, ...values }).result;
const cell = (values: object, name: string) =>
  lab.view({ ...initial, ...values }).table.rows.find(([row]) => row?.startsWith(name))?.[1];

describe('the ranking lab', () => {
  it('opens with an order that MRR likes and NDCG doesn’t', () => {
    // The grades are 1, 0, 1, 3, 2, 2. DCG@3 = 1 + 1/2, and the best possible DCG is 3 + 2/log2(3)
    // + 2/2.
    const linear = (1.5 / (4 + 2 / Math.log2(3))).toFixed(3);
    const exponential = (1.5 / (7 + 3 / Math.log2(3) + 3 / 2)).toFixed(3);
    expect(result({})).toBe(
      `MRR 0.444, recall@3 2 of 5, NDCG@3 ${linear}. The best passage (grade 3) is at rank 4.`,
    );
    expect(cell({}, 'NDCG@3, exponential')).toBe(exponential);
  });

  it('answers its guess: the best passage on top changes only NDCG', () => {
    const [before, after] = [{}, { order: 'aefdbc' }].map(result);
    expect(lab.guess.truth).toBe('ndcg');
    expect(after).toContain('MRR 0.444, recall@3 2 of 5');
    expect(before).toContain('MRR 0.444, recall@3 2 of 5');
    expect(after).toContain(
      `NDCG@3 ${((3 + 1 / Math.log2(3)) / (4 + 2 / Math.log2(3))).toFixed(3)}`,
    );
  });

  it('falls with a higher bar for right passages', () => {
    expect(lab.view({ ...initial, from: '2', measure: 'mrr' }).unit).toContain('at rank 4');
    expect(result({ from: '2' })).toContain('recall@3 0 of 3');
  });

  it('is perfect in the best order, whatever k is', () => {
    for (let k = 1; k <= 6; k += 1) {
      expect(result({ k, order: 'abcdef' })).toContain(`NDCG@${k} 1.000`);
      expect(cell({ k, order: 'abcdef' }, `NDCG@${k}, exponential`)).toBe('1.000');
    }
  });

  it('counts nothing when nothing is right', () => {
    const none = result({ grades: '000000' });
    expect(none).toContain('MRR 0.111, recall@3 0 of 0, NDCG@3 0.000');
    expect(labOutput(lab.view({ ...initial, grades: '000000' })).text).not.toMatch(/NaN|Infinity/);
  });

  it('keeps every passage once, whatever a link says', () => {
    const valuesOf = (order: string) =>
      readValues(lab.controls, (name) => (name === 'order' ? order : null));
    expect(valuesOf('fedcba')['order']).toBe('fedcba');
    for (const wrong of ['aabcde', 'abcde', 'abcdefg', 'ABCDEF', 'abcdeg', '<b>', ''])
      expect(valuesOf(wrong)['order']).toBe('efdabc');
  });

  it('offers moves that swap neighbors, and none past the ends', () => {
    const { text } = labOutput(lab.view(initial));
    expect(text).toContain('data-set="order=efadbc" data-key="Up-a"');
    expect(text).toContain('data-set="order=efdabc" data-key="Up-e" aria-disabled="true"');
  });
});
