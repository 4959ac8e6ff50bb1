import { breakEvenPerUser, hoursPerYear } from '../../labs/costs.ts';
import { dollars, number } from '../format.ts';
import { table, type WorkedExample } from '../table.ts';

const seats = 100;
/** Dollars per seat per month. */
const seatPrice = 300;
/** Dollars billed per month, averaged over everyone with access. */
const billed = 167;
const setup = 60_000;
const minutes = 16;
const days = 220;
const needed = (months: number, oneOff = setup): number =>
  breakEvenPerUser({ seats, seatPrice, oneOff, activeUsers: seats, months });

export const example: WorkedExample = {
  sources: ['rotenstein-scribe-cohort-2026'],
  caption: `${seats} seats at ${dollars(seatPrice)} a month, ${dollars(setup)} once: what each seat must bring in per month, and what is left after published billing (${dollars(billed)} gross, averaged over everyone with access)`,
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
      [`Left after ${dollars(billed)}`]: ({ perSeat }) => dollars(perSeat - billed),
      'Contracts that must end, per month': ({ perSeat }) => dollars(seats * (perSeat - billed)),
    },
  ),
  formula: `Needed = license + one-time cost ÷ seats ÷ months. ${minutes} minutes per 8 scheduled hours, over ${days} such days, come to ${number(hoursPerYear(minutes, days))} hours a year, which is not cash by itself`,
};
