/** Time alerts: half the time is left, two minutes are left, time is up. */
export type Alarm = 'half' | 'soon' | 'up';

/** Time left at the "ends soon" alert. */
export const soon = 120_000;

/**
 * The alarm that is due when time left goes from one value to another, the latest one if there
 * are several: the device may have slept. All times are milliseconds.
 */
export function alarmBetween(total: number, before: number, after: number): Alarm | undefined {
  const passes = (time: number): boolean => before > time && after <= time;
  if (passes(0)) return 'up';
  if (passes(soon) && total > soon) return 'soon';
  return passes(total / 2) && total / 2 > soon ? 'half' : undefined;
}
