/**
 * Throws a RangeError that names the argument unless `value` is a number within the bounds
 * (included). Keeps NaN and infinity out of every formula.
 */
export function requireWithin(name: string, value: number, low: number, high: number): void {
  if (Number.isFinite(value) && value >= low && value <= high) return;
  throw new RangeError(`${name} must be between ${low} and ${high}, but is ${value}.`);
}
