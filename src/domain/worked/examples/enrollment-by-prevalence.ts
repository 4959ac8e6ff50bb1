import { sampleSizeForSensitivity, sampleSizeForSpecificity } from '../../labs/sample-size.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: ['buderer-sample-size-1996'],
  caption: 'Patients to enroll for a 95% interval of ± 5 points: sensitivity 90%, specificity 95%',
  ...table(
    [0.02, 0.05, 0.1, 0.3].map((prevalence) => ({
      prevalence,
      ill: sampleSizeForSensitivity(0.9, 0.05, prevalence),
      well: sampleSizeForSpecificity(0.95, 0.05, prevalence),
    })),
    {
      Prevalence: ({ prevalence }) => percent(prevalence, 0),
      'With the condition': ({ ill }) => number(ill.cases),
      'Enroll for sensitivity': ({ ill }) => number(ill.enrolled),
      'Enroll for specificity': ({ well }) => number(well.enrolled),
      'Enroll (the larger number)': ({ ill, well }) =>
        number(Math.max(ill.enrolled, well.enrolled)),
    },
  ),
  formula:
    'n = z² × Se × (1 − Se) ÷ W², then ÷ prevalence (Buderer 1996); for specificity, ÷ (1 − prevalence)',
};
