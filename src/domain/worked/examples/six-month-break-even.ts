import { breakEvenPerUser, hoursPerYear } from '../../labs/costs.ts';
import { dollars, number } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const seats = 100;
const needed = (months: number, oneOff = 60_000): number =>
  breakEvenPerUser({ seats, seatPrice: 300, oneOff, activeUsers: seats, months });

export const example: WorkedExample = {
  sources: ['rotenstein-scribe-cohort-2026'],
  caption:
    '100 seats at $300 a month, $60,000 once: what each seat must bring in per month, and what is left after published billing ($167 gross, averaged over everyone with access)',
  ...table(
    [
      { name: 'in 6 months', perSeat: needed(6) },
      { name: 'in 12 months', perSeat: needed(12) },
      { name: 'in 36 months', perSeat: needed(36) },
      { name: 'License only, one-time cost already paid', perSeat: needed(1, 0) },
    ],
    {
      'To pay back': ({ name }) => name,
      'Needed per seat per month': ({ perSeat }) => dollars(perSeat),
      'Left after $167': ({ perSeat }) => dollars(perSeat - 167),
      'Contracts that must end, per month': ({ perSeat }) => dollars(seats * (perSeat - 167)),
    },
  ),
  formula: `Needed = license + one-time cost ÷ seats ÷ months. 16 minutes per 8 scheduled hours, over 220 such days, come to ${number(hoursPerYear(16, 220))} hours a year, which is not cash by itself`,
};
