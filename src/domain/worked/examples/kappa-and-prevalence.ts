import { cohensKappa, rawAgreement } from '../../labs/agreement.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

// For each reader, the number of films on which only that reader sees the finding.
const split = 8;
const ratings = ({ both, absent }: { both: number; absent: number }) => [
  [both, split],
  [split, absent],
];

export const example: WorkedExample = {
  sources: [],
  caption: 'Two readers, 200 films: the same agreement, very different kappas',
  ...table(
    [
      { finding: 'Common', both: 92, absent: 92 },
      { finding: 'Uncommon', both: 20, absent: 164 },
      { finding: 'Rare', both: 4, absent: 180 },
    ],
    {
      Finding: ({ finding }) => finding,
      'Both present': ({ both }) => number(both),
      Split: () => number(2 * split),
      'Both absent': ({ absent }) => number(absent),
      Agreement: (films) => percent(rawAgreement(ratings(films)), 0),
      'Cohen’s kappa': (films) => number(cohensKappa(ratings(films)) ?? 0, 2),
    },
  ),
  formula: 'kappa = (observed − expected agreement) ÷ (1 − expected agreement)',
};
