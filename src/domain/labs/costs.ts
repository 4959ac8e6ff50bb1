import { requireWithin } from './check-number.ts';

/** Cost and use of a licensed tool; money in one currency. */
export interface LicensePlan {
  readonly seats: number;
  /** Price of a seat in a month. */
  readonly seatPrice: number;
  /** Paid once, for all seats together. */
  readonly oneOff: number;
  /** People who really use it. */
  readonly activeUsers: number;
  /** Months in which the one-off cost must come back. */
  readonly months: number;
}

/** Benefit that each active user must bring in a month so that the plan pays back in time. */
export function breakEvenPerUser(plan: LicensePlan): number {
  const { seats, seatPrice, oneOff, activeUsers, months } = plan;
  requireWithin('active users', activeUsers, 1, seats);
  requireWithin('months', months, 1, 1200);
  return (seats * seatPrice + oneOff / months) / activeUsers;
}

/** Hours in a year that a daily saving adds up to. */
export function hoursPerYear(minutesPerDay: number, workingDays: number): number {
  requireWithin('minutes per day', minutesPerDay, 0, 1440);
  requireWithin('working days', workingDays, 0, 366);
  return (minutesPerDay * workingDays) / 60;
}

/**
 * Bytes that the weights of a model take.
 * @param bits bits a weight: 32, 16, 8 or 4
 */
export function modelBytes(parameters: number, bits: number): number {
  requireWithin('parameters', parameters, 1, 1e15);
  requireWithin('bits', bits, 1, 64);
  return (parameters * bits) / 8;
}

/** Bytes that an index of vectors takes, without its search structure. */
export function vectorBytes(passages: number, dimensions: number, bits = 32): number {
  return modelBytes(passages * dimensions, bits);
}

/** Units in a month above which a fixed monthly cost is cheaper than paying by unit; undefined if never. */
export function breakEvenVolume(fixedPerMonth: number, pricePerUnit: number): number | undefined {
  requireWithin('fixed cost', fixedPerMonth, 0, 1e12);
  return pricePerUnit > 0 ? fixedPerMonth / pricePerUnit : undefined;
}
