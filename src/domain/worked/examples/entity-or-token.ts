import { f1Score } from '../../labs/classification.ts';
import { percent } from '../format.ts';
import type { WorkedExample } from '../table.ts';

const entity = { truePositives: 70, falsePositives: 20, falseNegatives: 30 };

export const example: WorkedExample = {
  sources: [],
  caption: 'A drug extractor on 100 drug mentions in 5,000 words (illustrative)',
  columns: ['Measure', 'Computed from', 'Value'],
  rows: [
    [
      'Token accuracy',
      '4,930 of 5,000 words labeled correctly, most of them “no entity”',
      percent(4930 / 5000),
    ],
    ['Entity precision', '70 of 90 predicted mentions exact', percent(70 / 90)],
    ['Entity recall', '70 of 100 true mentions exact', percent(70 / 100)],
    ['Entity F1', 'precision and recall together', percent(f1Score(entity))],
  ],
  formula: 'F1 = 2 TP ÷ (2 TP + FP + FN); a mention counts only if its span and its type are right',
};
