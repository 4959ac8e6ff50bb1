import { bySensitivity, type GroupResult, table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption: 'Sensitivity of a fracture model by group, with 95% intervals (illustrative)',
  ...table<GroupResult>(
    [
      ['All patients', 558, 600],
      ['Children under six', 52, 64],
      ['Everyone else', 506, 536],
      ['Children under six, ten times the data', 520, 640],
    ],
    bySensitivity,
  ),
  formula: 'The Wilson interval stays between 0 and 100% and works for small groups',
};
