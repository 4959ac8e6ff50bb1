import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ApiPlan,
  apiCost,
  breakEvenNotes,
  type ServerPlan,
  serverCost,
  serversFor,
  tokenCostOfNote,
} from './model-cost.ts';

/** The deal on the guide's page: $20 for 1,000 notes, or a server at $9,000 a month. */
const api: ApiPlan = {
  tokensIn: 4000,
  tokensOut: 800,
  priceIn: 2.5,
  priceOut: 12.5,
  validation: 30_000,
  forcedChanges: 0,
};
const own: ServerPlan = {
  serverCost: 9000,
  notesPerServer: 30_000,
  staffCost: 0,
  validation: 30_000,
};
const aMonth = 365 / 12;

describe('the cost of a model', () => {
  it('by tokens matches the sum by hand: 4,000 in at $2.50 and 800 out at $12.50 a million are $0.02', () => {
    expect(tokenCostOfNote(api)).toBeCloseTo(0.02, 12);
    // 660 notes a day × 1,095 days × $0.02 = $14,454, plus the validation.
    expect(apiCost(api, 660)).toBeCloseTo(44_454, 6);
    expect(apiCost({ ...api, forcedChanges: 2 }, 660)).toBeCloseTo(104_454, 6);
  });

  it('on your own servers grows by whole servers', () => {
    expect(serverCost(own, 660)).toBe(36 * 9000 + 30_000);
    expect(serverCost({ ...own, staffCost: 4500 }, 30_000)).toBe(36 * 13_500 + 30_000);
    expect(serverCost({ ...own, staffCost: 4500 }, 30_001)).toBe(36 * 22_500 + 30_000);
    expect(serversFor(own, 0)).toBe(1);
  });
});

describe('the break-even volume', () => {
  it('matches the page: 450,000 notes a month, 675,000 with $4,500 of staff, 225,000 at $40', () => {
    expect(aMonth * (breakEvenNotes(api, own) ?? 0)).toBeCloseTo(450_000, 6);
    expect(aMonth * (breakEvenNotes(api, { ...own, staffCost: 4500 }) ?? 0)).toBeCloseTo(
      675_000,
      6,
    );
    const dear = { ...api, priceIn: 5, priceOut: 25 };
    expect(aMonth * (breakEvenNotes(dear, own) ?? 0)).toBeCloseTo(225_000, 6);
  });

  it('falls with each version that the vendor retires', () => {
    // Two more validations at $30,000 cost $1,667 a month over 36 months: ($13,500 − $1,667) ÷
    // $0.02 = 591,667 notes a month.
    const retired = breakEvenNotes({ ...api, forcedChanges: 2 }, { ...own, staffCost: 4500 });
    expect(aMonth * (retired ?? 0)).toBeCloseTo(591_666.67, 1);
  });

  it('needs a second server if one can’t carry it', () => {
    // A server that handles 20,000 notes a day saves $12,167 − $9,000 a month, so it takes two to
    // cover $4,500 of staff.
    const small = { ...own, notesPerServer: 20_000, staffCost: 4500 };
    expect(aMonth * (breakEvenNotes(api, small) ?? 0)).toBeCloseTo((4500 + 18_000) / 0.02, 4);
  });

  it('doesn’t exist if a full server costs more than its notes do through the API, or if the API is free', () => {
    expect(breakEvenNotes(api, { ...own, notesPerServer: 10_000 })).toBeUndefined();
    expect(breakEvenNotes({ ...api, priceIn: 0, priceOut: 0 }, own)).toBeUndefined();
  });

  it('is 0 if validating the API again and again costs more than everything else', () => {
    expect(breakEvenNotes({ ...api, forcedChanges: 30 }, own)).toBe(0);
  });

  it('is the first volume at which your own servers don’t cost more, for any plan', () => {
    const amount = fc.integer({ min: 0, max: 100_000 });
    const plans = fc.record({
      tokens: fc.integer({ min: 0, max: 20_000 }),
      price: fc.integer({ min: 0, max: 50 }),
      forcedChanges: fc.integer({ min: 0, max: 6 }),
      validation: amount,
      serverCost: amount,
      staffCost: amount,
      notesPerServer: fc.integer({ min: 100, max: 100_000 }),
    });
    fc.assert(
      fc.property(plans, (plan) => {
        const rented = { ...api, ...plan, tokensIn: plan.tokens, priceIn: plan.price };
        const volume = breakEvenNotes(rented, { ...own, ...plan });
        const isDearer = (notes: number) =>
          serverCost({ ...own, ...plan }, notes) > apiCost(rented, notes) + 0.01;
        const end = volume ?? Number.POSITIVE_INFINITY;
        const below = [0.1, 0.5, 0.9, 0.999].map((share) => share * Math.min(end, 1e6));
        expect(below.filter((notes) => notes > 1).every(isDearer)).toBe(true);
        expect(end < 1e7 && isDearer(end)).toBe(false);
      }),
    );
  });

  it('refuses negative amounts and servers that write nothing', () => {
    expect(() => breakEvenNotes({ ...api, priceIn: -1 }, own)).toThrow(RangeError);
    expect(() => breakEvenNotes(api, { ...own, serverCost: Number.NaN })).toThrow(RangeError);
    expect(() => serverCost({ ...own, notesPerServer: 0 }, 10)).toThrow(RangeError);
    expect(() => apiCost(api, -1)).toThrow(RangeError);
  });
});
