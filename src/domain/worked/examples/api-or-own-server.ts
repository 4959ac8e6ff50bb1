import { breakEvenVolume } from '../../labs/costs.ts';
import { dollars, number } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const perNote = 0.02;
const fixed = 9000;
const threshold = breakEvenVolume(fixed, perNote) ?? 0;

export const example: WorkedExample = {
  sources: [],
  caption: `Three years of discharge summaries: an API at ${dollars(perNote * 1000)} per 1,000 notes, or your own server at ${dollars(fixed)} a month (illustrative)`,
  ...table([20_000, 100_000, threshold, 1_000_000], {
    'Notes a month': (notes) => number(notes),
    'API, three years': (notes) => dollars(notes * perNote * 36),
    'Your server, three years': () => dollars(fixed * 36),
    Cheaper: (notes) => (notes === threshold ? 'equal' : notes < threshold ? 'API' : 'your server'),
  }),
  formula:
    'Break-even volume = fixed cost per month ÷ price per note; evaluation and integration cost the same on both sides',
};
