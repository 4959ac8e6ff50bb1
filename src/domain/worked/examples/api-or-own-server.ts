import { breakEvenVolume } from '../../labs/costs.ts';
import { dollars, number } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const [perNote, perNoteOnEndpoint] = [0.02, 0.012];
const fixed = 9000;
const threshold = breakEvenVolume(fixed, perNote) ?? 0;
const thresholdOnEndpoint = breakEvenVolume(fixed, perNoteOnEndpoint) ?? 0;

export const example: WorkedExample = {
  sources: [],
  caption: `Three years of discharge summaries: an API at ${dollars(perNote * 1000)} per 1,000 notes, an open model on a managed endpoint at ${dollars(perNoteOnEndpoint * 1000)}, or your own server at ${dollars(fixed)} a month (illustrative)`,
  ...table([20_000, 100_000, threshold, thresholdOnEndpoint, 1_000_000], {
    'Notes a month': (notes) => number(notes),
    'API, three years': (notes) => dollars(notes * perNote * 36),
    'Managed endpoint, three years': (notes) => dollars(notes * perNoteOnEndpoint * 36),
    'Your server, three years': () => dollars(fixed * 36),
  }),
  formula:
    'Break-even volume = fixed cost per month ÷ price per note; evaluation and integration cost the same everywhere',
};
