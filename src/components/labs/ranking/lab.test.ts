import { describe, expect, it } from 'vitest';
import { initialValues, readValues } from '../../../domain/labs/control.ts';
import { labOutput } from '../lab-output.ts';
import { lab } from './lab.ts';

const initial = initialValues(lab.controls);
const result = (values: object) => lab.view({ ...initial, ...values }).result;

describe('the ranking lab', () => {
  it('opens with an order that MRR likes and NDCG doesn’t', () => {
    // Grades 1, 0, 1, 3, 2, 2: DCG@3 = 1 + 1/2, best 3 + 2/log2(3) + 2/2.
    const linear = (1.5 / (4 + 2 / Math.log2(3))).toFixed(3);
    const exponential = (1.5 / (7 + 3 / Math.log2(3) + 3 / 2)).toFixed(3);
    expect(result({})).toBe(
      `First right passage at rank 1: MRR over three queries is 0.444. Recall@3 is 2 of 5. NDCG@3 is ${linear} with linear gain, ${exponential} with exponential. The best passage (grade 3) stands at rank 4.`,
    );
  });

  it('falls with the bar for what is right', () => {
    expect(result({ from: '2' })).toContain('First right passage at rank 4');
    expect(result({ from: '2' })).toContain('Recall@3 is 0 of 3');
  });

  it('is perfect in the best order, whatever k is', () => {
    for (let k = 1; k <= 6; k += 1) {
      expect(result({ k, order: 'abcdef' })).toContain(
        `NDCG@${k} is 1.000 with linear gain, 1.000 with exponential`,
      );
    }
  });

  it('counts nothing where nothing is right', () => {
    const none = result({ grades: '000000' });
    expect(none).toContain(
      'No passage is right: MRR over three queries is 0.111. Recall@3 is 0 of 0',
    );
    expect(none).toContain('NDCG@3 is 0.000');
    expect(labOutput(lab.view({ ...initial, grades: '000000' })).text).not.toMatch(/NaN|Infinity/);
  });

  it('keeps every passage once, whatever a link says', () => {
    const read = (order: string) =>
      readValues(lab.controls, (name) => (name === 'order' ? order : null));
    expect(read('fedcba')['order']).toBe('fedcba');
    for (const wrong of ['aabcde', 'abcde', 'abcdefg', 'ABCDEF', 'abcdeg', '<b>', ''])
      expect(read(wrong)['order']).toBe('efdabc');
  });

  it('offers moves that exchange neighbors, and none beyond the ends', () => {
    const { text } = labOutput(lab.view(initial));
    expect(text).toContain('data-set="order=efadbc" data-key="Up-a"');
    expect(text).toContain('data-set="order=efdabc" data-key="Up-e" aria-disabled="true"');
    expect(text).toContain('data-set="grades=022110" data-key="grade-a-0"');
  });
});
