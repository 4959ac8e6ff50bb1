import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import { initialValues, type Values } from '../../../domain/labs/control.ts';

const lab = labOnDisk('model-cost');
const initial = initialValues(lab.controls);
const view = (values: object) => lab.view({ ...initial, ...values } as Values);
const cells = (values: object, name: string) =>
  view(values)
    .table.rows.find(([first]) => first?.startsWith(name))
    ?.slice(1);

describe('the model cost lab', () => {
  it('opens far below break-even', () => {
    // API: $14,454 for tokens in three years, plus three validations. Own servers: 36 months ×
    // $13,500, plus one validation. Break-even: ($13,500 − 2 × $30,000 ÷ 36) ÷ ($0.02 × 365 ÷ 12) =
    // 19,452.05 notes a day.
    expect(view({}).result).toBe(
      'At 660 notes a day, three years cost $104,454 with the API and $516,000 on your own servers. Break-even is at 19,453 notes a day, 29.5 times today’s volume.',
    );
    expect(view({}).value).toBe(Number(lab.guess.truth).toLocaleString('en-US'));
    expect(view({}).table.caption).toContain('$0.020 for tokens');
  });

  it('has the break-even from the page on API or open model: 450,000 notes a month', () => {
    // Without staff costs, and with the same validation on both sides, 450,000 notes a month × 12 ÷
    // 365 = 14,794.5 notes a day.
    expect(view({ staff: 0, retired: 0 }).result).toContain('Break-even is at 14,795 notes a day');
    expect(view({ retired: 0 }).result).toContain('Break-even is at 22,192 notes a day');
  });

  it('has no break-even if a server carries too little, and can break even from the first note', () => {
    expect(view({ capacity: 10_000 }).result).toContain('There’s no break-even');
    expect(view({ retired: 12, validation: 200_000 }).result).toContain('from the first note');
    expect(view({ notes: 40_000 }).result).toContain('49% of today’s volume');
  });

  it('counts whole servers', () => {
    expect(cells({ notes: 40_000 }, 'Today')?.slice(1)).toEqual(['$840,000', '2', 'your own']);
    expect(cells({}, '100,000')?.[2]).toBe('4');
  });

  it('says when one more server makes the API cheaper again', () => {
    // With the API, 30,000 notes a day cost $657,000 in three years, plus $90,000. Two servers and
    // staff cost 36 months × $22,500, plus $30,000.
    const { result } = view({ capacity: 20_000, notes: 30_000 });
    expect(result).toContain('$747,000 with the API and $840,000 on your own servers');
    expect(result).toContain(
      'But at today’s volume, you need more servers, so the API is cheaper.',
    );
    expect(cells({}, 'Break-even')).toEqual(['$516,000', '$516,000', '1', 'equal']);
  });

  it('shows numbers when everything is free', () => {
    const free = { pricein: 0, priceout: 0, validation: 0, owncheck: 0, server: 0, post: 0 };
    expect(labOutput(view(free)).text).not.toMatch(/NaN|Infinity|undefined/);
    expect(view(free).result).toContain('$0 with the API and $0 on your own servers');
    expect(view({ ...free, server: 500 }).result).toContain('There’s no break-even');
  });
});
