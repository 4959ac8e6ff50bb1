import { alertsPerTrueCase } from '../../labs/classification.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption: 'What precision means on a hospital floor: 20 alerts in a shift, 4 minutes each',
  ...table([0.05, 0.13, 0.26, 0.5], {
    PPV: (ppv) => percent(ppv, 0),
    'Alerts for each true case': (ppv) => number(alertsPerTrueCase(ppv) ?? 0, 1),
    'True alerts in the shift': (ppv) => number(20 * ppv, 1),
    'Minutes on false alerts': (ppv) => number(20 * (1 - ppv) * 4),
  }),
  formula: 'Alerts for each true case = 1 ÷ PPV; minutes = alerts × (1 − PPV) × minutes per alert',
};
