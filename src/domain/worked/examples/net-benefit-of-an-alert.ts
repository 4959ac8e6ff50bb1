import { netBenefit, netBenefitOfTreatingAll } from '../../labs/classification.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption:
    '1,000 patients, 100 of them with the condition; an alert finds 80 and raises 150 false alarms',
  ...table([0.05, 0.1, 0.2, 0.3], {
    'Threshold probability': (threshold) => percent(threshold, 0),
    'False alarms accepted for each true alarm': (threshold) =>
      number((1 - threshold) / threshold, 1),
    Alert: (threshold) => number(netBenefit(80, 150, 1000, threshold), 3),
    'Treat everyone': (threshold) => number(netBenefitOfTreatingAll(0.1, threshold), 3),
    'Treat no one': () => number(0, 3),
  }),
  formula: 'Net benefit = TP ÷ N − FP ÷ N × threshold ÷ (1 − threshold), counts held fixed',
};
