import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues, type Values } from '../../../domain/labs/control.ts';

const lab = labOnDisk('documentation-case');
const initial = initialValues(lab.controls);
const view = (values: object) => lab.view({ ...initial, ...values } as Values);
const cells = (values: object, name: string) =>
  view(values)
    .table.rows.find(([first]) => first === name)
    ?.slice(1);

describe('the business case lab', () => {
  it('opens with a high case that depends on departures that no one measured', () => {
    // Likely case: 70 users × 16/60 h × 220 days × 23% × $150 = $141,680 a year, against $360,000 a
    // year and $60,000 once. High case: 30 minutes are worth $265,650, and one clinician in a
    // hundred stays, which saves $500,000.
    expect(view({}).result).toBe(
      'First year, including the one-time cost: from −$420,000 to +$346,000, likely −$278,000. The result depends most on the departures avoided, which no scribe trial we know of has measured.',
    );
    expect(cells({}, 'Payback month')).toEqual(['never', 'never', '2']);
    expect(lab.guess.truth).toBe(-278_320);
    expect(cells({}, 'From time that turns into money')).toEqual(['$0', '$141,680', '$265,650']);
    expect(cells({}, 'Net, first year')).toEqual(['−$420,000', '−$278,320', '$345,650']);
    expect(cells({}, 'Net, first year, excluding avoided departures')?.[2]).toBe('−$154,350');
  });

  it('says what each of 70 active users must bring in: $571', () => {
    expect(view({}).table.caption).toContain('each regular user must bring in $571 a month');
    expect(view({ active: 35 }).table.caption).toContain('$1,143 a month');
  });

  it('pays back once enough contracts end', () => {
    // If contracts for $336,000 end, $117,680 a year remains, which pays back the $60,000 in month
    // 7.
    expect(cells({ ended: 336_000 }, 'Payback month')?.[1]).toBe('7');
    expect(view({ ended: 600_000 }).result).toContain(
      'The result depends most on which contracts actually end',
    );
  });

  it('loses its high case without the departures, and then depends most on the minutes', () => {
    const { result } = view({ stay: 0 });
    expect(result).toContain('from −$420,000 to −$154,000, likely');
    expect(cells({ stay: 0 }, 'Payback month')).toEqual(['never', 'never', 'never']);
    expect(result).toContain('The result depends most on the minutes saved.');
  });

  it('accepts the three minutes in any order', () => {
    expect(view({ low: 30, high: 0 }).result).toBe(view({}).result);
  });

  it('has a message if nothing costs or saves anything', () => {
    const nothing = view({ price: 0, once: 0, low: 0, likely: 0, high: 0, stay: 0 });
    expect(nothing.result).toContain('from $0 to $0, likely $0.');
    expect(nothing.result).toContain('No single input changes the result.');
    expect(labOutput(nothing).text).not.toMatch(/NaN|Infinity|undefined/);
  });
});
