import { requireWithin } from './check-number.ts';

/**
 * Returns how much each active user must bring in per month to cover the licenses and recover the
 * one-time cost in `months`. All amounts are in the same currency, and `seatPrice` is per month.
 */
export function breakEvenPerUser(
  plan: Readonly<Record<'seats' | 'seatPrice' | 'oneOff' | 'activeUsers' | 'months', number>>,
): number {
  const { seats, seatPrice, oneOff, activeUsers, months } = plan;
  requireWithin({ 'active users': activeUsers }, 1, seats);
  requireWithin({ months }, 1, 1200);
  return (seats * seatPrice + oneOff / months) / activeUsers;
}

export function hoursPerYear(minutesPerDay: number, workingDays: number): number {
  requireWithin({ 'minutes per day': minutesPerDay }, 0, 1440);
  requireWithin({ 'working days': workingDays }, 0, 366);
  return (minutesPerDay * workingDays) / 60;
}

/** @param bits bits per weight, such as 32, 16, 8, or 4 */
export function modelBytes(parameters: number, bits: number): number {
  requireWithin({ parameters }, 1, 1e15);
  requireWithin({ bits }, 1, 64);
  return (parameters * bits) / 8;
}

/**
 * Returns the number of units per month above which paying the fixed cost is cheaper, or undefined
 * if it never is.
 */
export function breakEvenVolume(fixedPerMonth: number, pricePerUnit: number): number | undefined {
  requireWithin({ 'fixed cost': fixedPerMonth }, 0, 1e12);
  return pricePerUnit > 0 ? fixedPerMonth / pricePerUnit : undefined;
}
