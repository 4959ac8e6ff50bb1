import {
  alertsPerTrueCase,
  expectedCounts,
  positivePredictiveValue,
} from '../../labs/classification.ts';
import { number, percent } from '../format.ts';
import { counted, found, modelA, ppvFormula, table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: ['del-gaizo-ich-teleradiology-2024'],
  caption: '1,000 head CTs at sensitivity 95% and specificity 85%',
  ...table(
    [0.01, 0.027, 0.05, 0.15].map((prevalence) => {
      return { prevalence, ...expectedCounts({ ...modelA, prevalence }, 1000) };
    }),
    {
      'Bleeds among scans': ({ prevalence }) => percent(prevalence),
      'True flags': found,
      ...counted,
      'Flags for each bleed found': (counts) =>
        number(alertsPerTrueCase(positivePredictiveValue(counts) ?? 0) ?? 0, 1),
    },
  ),
  formula: ppvFormula,
};
