import { upperBoundAfterNone } from '../../labs/intervals.ts';
import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

export const example: WorkedExample = {
  sources: [],
  caption: 'Notes read without a single major hallucination, and what that rules out',
  ...table([50, 100, 300, 1000, 3000], {
    'Clean notes': (notes) => number(notes),
    'Rate still possible (95%)': (notes) => percent(upperBoundAfterNone(notes), 2),
    'Rule of three, 3 ÷ n': (notes) => percent(3 / notes, 2),
    'Bad notes still possible in 10,000': (notes) => number(10_000 * upperBoundAfterNone(notes)),
  }),
  formula: 'Upper bound = 1 − 0.05^(1 ÷ n), one-sided 95%',
};
