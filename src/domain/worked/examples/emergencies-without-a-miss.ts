import { upperBoundAfterNone } from '../../labs/intervals.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption: 'Scripted emergencies passed without a miss, and the miss rate that is still possible',
  ...table([30, 100, 300, 1000], {
    'Emergencies tested': (tested) => number(tested),
    'Miss rate still possible (95%)': (tested) => percent(upperBoundAfterNone(tested), 2),
    'Misses in 1,000 such emergencies': (tested) => number(1000 * upperBoundAfterNone(tested)),
  }),
  formula: 'Upper bound = 1 − 0.05^(1 ÷ n), one-sided 95%; for messages like those tested',
};
