/** What a goal requires of a lab's measures, and how close the reader is to meeting it. */
import type { ConditionData, GoalData } from '../../schemas/lab.ts';
import { number } from '../worked/format.ts';
import { type Control, startValues, type Values } from './control.ts';
import { signedDollars, writeNumber } from './lab-text.ts';

/**
 * What a lab measures at its current settings, by name. A value is a boolean if there is nothing to
 * count.
 */
export type Measures = Readonly<Record<string, number | boolean>>;

export interface Need {
  readonly label: string;
  readonly now: string;
  /** What the value must be, in words. Empty for a boolean. */
  readonly wanted: string;
  readonly isMet: boolean;
  /** True if the condition was met when the goal began. */
  readonly wasMet: boolean;
  /** Progress from 0 (no closer than when the goal began) to 1 (the condition is met). */
  readonly share: number;
}

/** The allowed difference, which keeps rounding errors from deciding whether a condition is met. */
const tolerance = 1e-9;

const comparisons = {
  atLeast: ['at least', (value, target) => value >= target - tolerance],
  above: ['above', (value, target) => value > target + tolerance],
  atMost: ['at most', (value, target) => value <= target + tolerance],
  below: ['below', (value, target) => value < target - tolerance],
  equals: ['exactly', (value, target) => Math.abs(value - target) <= tolerance],
} as const satisfies Record<
  string,
  readonly [words: string, holds: (value: number, target: number) => boolean]
>;

type Comparison = keyof typeof comparisons;

export function goalStart(controls: readonly Control[], goal: GoalData): Values {
  return { ...startValues(controls), ...goal.start };
}

/** True if the reader may change the control to reach the goal. */
export function isFree({ change }: GoalData, { name }: Control): boolean {
  return change === undefined || change.includes(name);
}

/** @param start the measures when the goal begins */
export function needsOf(goal: GoalData, start: Measures, now: Measures): Need[] {
  return goal.conditions.map((condition) => needOf(condition, start, now));
}

/**
 * Returns the progress from 0 to 1: the average over the conditions that weren't met at the start,
 * halved for each condition that was met then but isn't now.
 */
export function progressOf(needs: readonly Need[]): number {
  const open = needs.filter(({ wasMet }) => !wasMet);
  const broken = needs.filter(({ wasMet, isMet }) => wasMet && !isMet).length;
  const reached = open.reduce((sum, { share }) => sum + share, 0) / Math.max(1, open.length);
  return reached * 0.5 ** broken;
}

/** Returns the number that a condition compares a measure with, or undefined for a boolean. */
export function targetOf(condition: ConditionData, start: Measures): number | undefined {
  const target = condition[comparisonOf(condition) ?? 'equals'];
  return target === 'start' ? Number(start[condition.measure]) : target;
}

function comparisonOf(condition: ConditionData): Comparison | undefined {
  const names = Object.keys(comparisons) as Comparison[];
  return names.find((name) => condition[name] !== undefined);
}

/** @throws RangeError if the lab doesn't have the measure */
function needOf(condition: ConditionData, start: Measures, measures: Measures): Need {
  const { measure, label, toReach } = condition;
  const value = measures[measure];
  if (value === undefined) throw new RangeError(`The lab doesn't measure "${measure}".`);
  const name = comparisonOf(condition);
  const target = targetOf(condition, start);
  if (name === undefined || target === undefined) {
    const isMet = value === true;
    const wasMet = start[measure] === true;
    const now = isMet ? 'yes' : 'not yet';
    return { label, now, wanted: '', isMet, wasMet, share: isMet ? 1 : 0 };
  }
  const [words, holds] = comparisons[name];
  const isMet = holds(Number(value), target);
  return {
    label,
    now: written(condition, Number(value)),
    wanted: toReach ?? `${words} ${written(condition, target)}`,
    isMet,
    wasMet: holds(Number(start[measure]), target),
    share: isMet ? 1 : shareOf(Number(value), Number(start[measure]), target),
  };
}

function shareOf(value: number, start: number, target: number): number {
  const distance = Math.abs(target - start) || Math.abs(target) || 1;
  const share = 1 - Math.abs(target - value) / distance;
  // A goal that isn't quite met must not look as if it were.
  return Number.isFinite(share) ? Math.min(0.98, Math.max(0, share)) : 0;
}

function written({ decimals, dollars }: ConditionData, value: number): string {
  if (!Number.isFinite(value)) return 'none';
  if (dollars) return signedDollars(value);
  return decimals === undefined ? writeNumber(value) : number(value, decimals);
}
