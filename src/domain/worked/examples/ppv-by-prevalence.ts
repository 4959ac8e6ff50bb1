import {
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  positivePredictiveValue,
} from '../../labs/classification.ts';
import { number, percent } from '../format.ts';
import { ppvFormula, table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption: 'One test, 10,000 people: sensitivity 90%, specificity 95%',
  ...table(
    [0.001, 0.01, 0.1, 0.2, 0.5].map((prevalence) => {
      const test = { sensitivity: 0.9, specificity: 0.95, prevalence };
      return { prevalence, ...expectedCounts(test, 10_000) };
    }),
    {
      Prevalence: ({ prevalence }) => percent(prevalence),
      Found: ({ truePositives }) => number(truePositives),
      Missed: ({ falseNegatives }) => number(falseNegatives),
      'False flags': ({ falsePositives }) => number(falsePositives),
      'PPV (precision)': (counts) => percent(positivePredictiveValue(counts)),
      NPV: (counts) => percent(negativePredictiveValue(counts), 2),
      F1: (counts) => number(f1Score(counts) ?? 0, 2),
    },
  ),
  formula: ppvFormula,
};
