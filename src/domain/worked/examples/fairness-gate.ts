import { percent } from '../format.ts';
import { bySensitivity, shareFound, table, type WorkedExample } from '../table.ts';

const lighter = ['Lighter skin', 172, 195] as const;
const darker = ['Darker skin', 78, 110] as const;
const small = ['Tone not recorded, too few to pass', 9, 12] as const;
const { columns, rows } = table([lighter, darker, small], bySensitivity);
const difference = percent(shareFound(lighter) - shareFound(darker));

export const example: WorkedExample = {
  sources: [],
  caption: 'A gate on missed cases: sensitivity by group, with 95% intervals (illustrative)',
  columns,
  rows: rows.toSpliced(2, 0, ['Equal opportunity difference', '–', difference, '–']),
  formula:
    'Equal opportunity difference = largest − smallest sensitivity; Wilson interval for each group',
};
