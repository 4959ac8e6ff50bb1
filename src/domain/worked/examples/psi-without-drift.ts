import { expectedIndexWithoutDrift, populationStabilityIndex } from '../../labs/drift.ts';
import { number } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const before = [50, 80, 120, 150, 200, 160, 110, 70, 40, 20];
const after = [30, 55, 95, 130, 190, 175, 135, 95, 60, 35];
const shift = number(populationStabilityIndex(before, after), 3);
const index = (cases: number): number => expectedIndexWithoutDrift(10, cases, cases);
const { columns, rows } = table([100, 200, 500, 1000, 10_000], {
  'Cases in each sample': (cases) => number(cases),
  'Index expected without drift': (cases) => number(index(cases), 3),
  'Against the customary 0.10': (cases) =>
    index(cases) > 0.1 ? 'above on average' : 'below on average',
});

export const example: WorkedExample = {
  sources: [],
  caption:
    'Two samples of equal size in ten bins: the index expected without any drift, and the index of a real shift',
  columns,
  rows: [
    ...rows,
    [
      '1,000, with scores shifted by a new hospital unit',
      shift,
      'a real shift, yet below the 0.10 limit',
    ],
  ],
  formula:
    'Index = Σ (after − before) × ln(after ÷ before); without drift, about (bins − 1) × (1 ÷ N + 1 ÷ M)',
};
