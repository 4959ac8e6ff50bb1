import { describe, expect, it } from 'vitest';
import type { Control } from './control.ts';
import { goalStart, isFree, needsOf, progressOf, targetOf } from './goals.ts';

const controls: readonly Control[] = [
  { kind: 'number', name: 'prevalence', label: 'Prevalence', range: [0, 50, 1], initial: 1 },
  { kind: 'number', name: 'specificity', label: 'Specificity', range: [50, 100, 1], initial: 90 },
  { kind: 'hidden', name: 'cell', initial: 'a', start: 'none', pattern: '^(a|none)$' },
];
const goal = {
  task: 'Find it.',
  start: { specificity: 95 },
  change: ['prevalence'],
  conditions: [{ measure: 'ppv', label: 'PPV', atLeast: 50 }],
  solution: {},
  done: 'Found.',
};
const shares = (conditions: typeof goal.conditions, start: object, now: object): number[] =>
  needsOf({ ...goal, conditions }, { ...start }, { ...now }).map(({ share }) => share);

describe('a goal', () => {
  it('begins with the values of a new lab and its own', () => {
    expect(goalStart(controls, goal)).toEqual({ prevalence: 1, specificity: 95, cell: 'none' });
  });

  it('frees the controls that it names, or all if it names none', () => {
    expect(controls.map((one) => isFree(goal, one))).toEqual([true, false, false]);
    expect(controls.every((one) => isFree({ ...goal, change: undefined }, one))).toBe(true);
  });

  it('is as near as its measure has come from where it began', () => {
    const at = (ppv: number) => shares(goal.conditions, { ppv: 10 }, { ppv });
    expect([10, 30, 50, 90].map((ppv) => at(ppv)[0])).toEqual([0, 0.5, 1, 1]);
    // Being close to the goal doesn't count as meeting it, and moving away doesn't count at all.
    expect(at(49.99)[0]).toBe(0.98);
    expect(at(1)[0]).toBe(0);
    expect(at(Number.NaN)[0]).toBe(0);
  });

  it.each([
    [{ atLeast: 3 }, [2, 3, 4], [false, true, true]],
    [{ above: 3 }, [2, 3, 4], [false, false, true]],
    [{ atMost: 3 }, [2, 3, 4], [true, true, false]],
    [{ below: 3 }, [2, 3, 4], [true, false, false]],
    [{ equals: 3 }, [2, 3, 4], [false, true, false]],
    [{ atMost: 'start' as const }, [4, 5, 6], [true, true, false]],
  ])('compares as %o says', (comparison, values, met) => {
    const condition = { measure: 'n', label: 'N', ...comparison };
    const needs = values.map(
      (n) => needsOf({ ...goal, conditions: [condition] }, { n: 5 }, { n })[0]?.isMet,
    );
    expect(needs).toEqual(met);
  });

  it('doesn’t fail by a rounding error', () => {
    const condition = { measure: 'n', label: 'N', equals: 0.3 };
    expect(
      needsOf({ ...goal, conditions: [condition] }, { n: 0 }, { n: 0.1 + 0.2 })[0]?.isMet,
    ).toBe(true);
    expect(targetOf(condition, { n: 0 })).toBe(0.3);
  });

  it('takes a yes for met, and refuses a measure that the lab doesn’t have', () => {
    const condition = { measure: 'never', label: 'Never' };
    const of = (never: boolean) =>
      needsOf({ ...goal, conditions: [condition] }, { never: false }, { never })[0];
    expect(of(true)).toMatchObject({ isMet: true, now: 'yes', wanted: '' });
    expect(of(false)).toMatchObject({ isMet: false, share: 0 });
    expect(() => needsOf(goal, {}, {})).toThrow('doesn\'t measure "ppv"');
  });

  it('loses half for each condition that held at first', () => {
    const conditions = [
      { measure: 'kappa', label: 'Kappa', above: 0.6 },
      { measure: 'cases', label: 'Cases', equals: 100 },
    ];
    const progress = (kappa: number, cases: number) =>
      progressOf(needsOf({ ...goal, conditions }, { kappa: 0.2, cases: 100 }, { kappa, cases }));
    expect(progress(0.2, 100)).toBe(0);
    expect(progress(0.4, 100)).toBeCloseTo(0.5);
    expect(progress(0.7, 100)).toBe(1);
    expect(progress(0.7, 90)).toBe(0.5);
  });
});
