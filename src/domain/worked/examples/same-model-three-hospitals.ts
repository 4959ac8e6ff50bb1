import { expectedCounts } from '../../labs/classification.ts';
import { percent } from '../format.ts';
import { counted, found, ppvFormula, table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption:
    'The same pneumothorax model, sensitivity 90% and specificity 93%, 1,000 films at each hospital',
  ...table(
    [
      { hospital: 'Trauma center', prevalence: 0.12 },
      { hospital: 'General hospital', prevalence: 0.04 },
      { hospital: 'Outpatient clinic', prevalence: 0.005 },
    ].map(({ hospital, prevalence }) => {
      const test = { sensitivity: 0.9, specificity: 0.93, prevalence };
      return { hospital, prevalence, ...expectedCounts(test, 1000) };
    }),
    {
      Hospital: ({ hospital }) => hospital,
      Prevalence: ({ prevalence }) => percent(prevalence),
      Found: found,
      ...counted,
    },
  ),
  formula: `${ppvFormula}; sensitivity and specificity are assumed to be the same everywhere, which is rare in practice`,
};
