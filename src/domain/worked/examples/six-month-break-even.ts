import { breakEvenPerUser, hoursPerYear } from '../../labs/costs.ts';
import { dollars, number } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const needed = (activeUsers: number): number =>
  breakEvenPerUser({ seats: 100, seatPrice: 300, oneOff: 60_000, activeUsers, months: 6 });

export const example: WorkedExample = {
  sources: ['rotenstein-scribe-cohort-2026'],
  caption:
    '100 seats at $300 a month, $60,000 once: what each regular user must bring in per month for payback in six months',
  ...table([100, 70, 50, 35], {
    'Regular users': (users) => number(users),
    'Needed per user per month': (users) => dollars(needed(users)),
    'From published billing ($167 gross)': () => dollars(167),
    Shortfall: (users) => dollars(needed(users) - 167),
  }),
  formula: `Needed = (seats × price + one-time cost ÷ 6) ÷ regular users. 16 minutes per 8 scheduled hours, over 220 such days, come to ${number(hoursPerYear(16, 220))} hours a year, which is not cash by itself`,
};
