import { describe, expect, it } from 'vitest';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues } from '../../../domain/labs/control.ts';

const lab = labOnDisk('fairness-gate');
const view = (values = {}) => lab.view({ ...initialValues(lab.controls), ...values });

describe('the fairness gate lab', () => {
  it('opens with the cost of a floor from the page on CI/CD: 28% with 50 cases', () => {
    expect(view().value).toBe('28 of 100');
    expect(lab.guess.truth).toBe(28);
    expect(view({ cases: 100 }).value).toBe('3 of 100');
  });

  it('catches a gap of 17 points, and misses one of 10 in most releases with the limits alone', () => {
    const passed = (values: object) => Number(/(\d+) of 100 unfair/.exec(view(values).unit)?.[1]);
    expect(passed({})).toBeLessThan(5);
    // Sizes and rates are from the page, but there is no floor. Without one, a gap of 17 points is
    // caught 72% of the time, and one of 10 points about a fifth of the time.
    const page = { floor: 0, rate: 88, larger: 195, cases: 110 };
    expect(passed({ ...page, lack: 17 })).toBeGreaterThan(20);
    expect(passed({ ...page, lack: 17 })).toBeLessThan(36);
    expect(passed({ ...page, lack: 10 })).toBeGreaterThan(75);
  });

  it('passes nothing when the smaller group has too few cases, but can still block it', () => {
    const { value, unit, result, table } = view({ judged: 100 });
    expect(value).toBe('1 of 100');
    expect(unit).toContain('; 0 of 100 unfair ones pass; not enough data for the rest');
    expect(result).toContain('in 42.9%. All others end with “not enough data”');
    expect(table.rows.map((row) => row.slice(3))).toEqual([
      ['0.5%', '99.5%', '0.0%'],
      ['42.9%', '57.1%', '0.0%'],
    ]);
  });

  it('draws a hundred releases of each model', () => {
    const squares = (view().figure.text.match(/h11v22/g) ?? []).length;
    expect(squares).toBe(200);
  });
});
