/**
 * Throws a RangeError that names the first value outside the bounds, which are inclusive. NaN and
 * infinity are rejected, too.
 */
export function requireWithin<Values extends Readonly<Record<keyof Values, number>>>(
  values: Values,
  low: number,
  high: number,
): void {
  for (const [name, value] of Object.entries<number>(values)) {
    if (Number.isFinite(value) && value >= low && value <= high) continue;
    throw new RangeError(`${name} must be between ${low} and ${high}, but is ${value}.`);
  }
}
