import { number, percent } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const [discharges, returning] = [80, 10];
const hits = (calls: number): number => Math.min(returning, calls / 3);

export const example: WorkedExample = {
  sources: [],
  caption:
    '80 patients discharged a day, 10 of whom come back within 30 days; the team can call some of the 80 (illustrative)',
  ...table([6, 12, 24], {
    'Calls a day': (calls) => number(calls),
    'Reached by chance': (calls) => number((calls * returning) / discharges, 2),
    'Needed for a precision of 33%': (calls) => number(hits(calls), 1),
    'Share of the 10 reached at 33%': (calls) => percent(hits(calls) / returning, 0),
  }),
  formula:
    'Reached by chance = calls × patients who return ÷ patients discharged. Precision = hits ÷ calls.',
};
