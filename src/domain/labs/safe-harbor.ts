/**
 * De-identification by HIPAA's Safe Harbor method, 45 CFR 164.514(b)(2), and an estimate that an
 * expert under (b)(1) would consider. Safe Harbor also requires the entity to have no actual
 * knowledge that the remaining information could identify the person, (b)(2)(ii). Code can't decide
 * that.
 */
import { requireWithin } from './check-number.ts';

/**
 * Scores what was removed. A span is an identifier if it has a kind, which is one of the rule's
 * eighteen.
 */
export function scoreRemoval(
  spans: readonly { readonly kind?: string | undefined; readonly isRemoved: boolean }[],
) {
  const count = (isIdentifier: boolean, isGone: boolean): number =>
    spans.filter((one) => (one.kind !== undefined) === isIdentifier && one.isRemoved === isGone)
      .length;
  return {
    found: count(true, true),
    missed: count(true, false),
    wronglyRemoved: count(false, true),
  };
}

/**
 * Returns the part of a ZIP code that may stay, (b)(2)(i)(B): the first three digits if more than
 * 20,000 people live in the area of all ZIP codes that share them, or else 000.
 * @throws RangeError if `zip` isn't a ZIP code
 */
export function zipThatMayStay(zip: string, peopleInArea: number): string {
  requireWithin({ 'people in the area': peopleInArea }, 0, 1e10);
  if (!/^\d{5}$/.test(zip)) throw new RangeError(`"${zip}" isn't a ZIP code.`);
  return peopleInArea > 20_000 ? zip.slice(0, 3) : '000';
}

/** Returns the age that may stay. All ages over 89 are in one group, (b)(2)(i)(C). */
export function ageThatMayStay(age: number): string {
  requireWithin({ age }, 0, 150);
  return age > 89 ? '90 or older' : String(Math.floor(age));
}

/**
 * Returns how many people can be expected to share a combination of details if the details are
 * independent.
 * @param oneIn for each detail, the n in "one in n people can be expected to have it"
 * @throws RangeError if the population is negative, one of the numbers is below 1, or any of them
 * is above 1e10
 */
export function expectedAlike(population: number, oneIn: readonly number[]): number {
  requireWithin({ population }, 0, 1e10);
  return oneIn.reduce((alike, many) => {
    requireWithin({ 'one in': many }, 1, 1e10);
    return alike / many;
  }, population);
}
