import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenPerUser } from './costs.ts';
import { type DocumentationPlan, documentationCase, swingsOf } from './documentation-case.ts';

/** The deal on the guide's page: 100 seats at $300 a month, $60,000 once, and 70 regular users. */
const plan: DocumentationPlan = {
  clinicians: 100,
  activeShare: 0.7,
  minutesPerDay: 16,
  convertedShare: 0.25,
  hourValue: 150,
  seatPrice: 300,
  oneOff: 60_000,
  endedContracts: 0,
  stayShare: 0,
  replacementCost: 500_000,
};

describe('the business case of a documentation assistant', () => {
  it('matches the sum by hand', () => {
    // 70 users × 16 minutes × 220 days = 4,106.67 hours. A quarter of that at $150 an hour is
    // $154,000. Licenses cost 100 × $300 × 12 months.
    const result = documentationCase(plan);
    expect(result.fromTime).toBeCloseTo(154_000, 6);
    expect(result.license).toBe(360_000);
    expect(result.runningNet).toBeCloseTo(-206_000, 6);
    expect(result.firstYearNet).toBeCloseTo(-266_000, 6);
    expect(result.paybackMonth).toBeUndefined();
  });

  it('pays back in the same month as by hand', () => {
    // $336,000 more a year leaves $130,000, or $10,833 a month, so the $60,000 is recovered in
    // month 6.
    const result = documentationCase({ ...plan, endedContracts: 336_000 });
    expect(result.runningNet).toBeCloseTo(130_000, 6);
    expect(result.paybackMonth).toBe(6);
    expect(documentationCase({ ...plan, endedContracts: 336_000, oneOff: 0 }).paybackMonth).toBe(1);
  });

  it.each([1, 3, 7, 11])(
    'isn’t moved to the next month by a rounding error (month %i)',
    (month) => {
      for (let perMonth = 0.1; perMonth < 100; perMonth += 0.1) {
        const net = 12 * perMonth;
        const free = { ...plan, minutesPerDay: 0, seatPrice: 0, endedContracts: net };
        const { paybackMonth } = documentationCase({ ...free, oneOff: month * perMonth });
        expect(paybackMonth).toBe(month);
      }
    },
  );

  it('never pays back if a year earns nothing', () => {
    const nothing = { ...plan, minutesPerDay: 0, seatPrice: 0, oneOff: 0 };
    expect(documentationCase(nothing)).toMatchObject({ runningNet: 0, paybackMonth: undefined });
  });

  it('breaks even after six months at $571 for each of 70 active users', () => {
    const needed = breakEvenPerUser({
      seats: 100,
      seatPrice: 300,
      oneOff: 60_000,
      activeUsers: 70,
      months: 6,
    });
    const asContracts = 12 * 70 * needed;
    const even = { ...plan, minutesPerDay: 0, endedContracts: asContracts };
    expect(documentationCase(even).paybackMonth).toBe(6);
  });

  it('depends on one physician who stays: $500,000', () => {
    const result = documentationCase({ ...plan, stayShare: 0.01 });
    expect(result.fromRetention).toBe(500_000);
    expect(result.runningNet).toBeCloseTo(294_000, 6);
    expect(result.paybackMonth).toBe(3);
  });

  it('is worth nothing if no time becomes money, and never less with more minutes', () => {
    expect(documentationCase({ ...plan, convertedShare: 0 }).fromTime).toBe(0);
    expect(documentationCase({ ...plan, activeShare: 0 }).fromTime).toBe(0);
    const minutes = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (minutesPerDay) => documentationCase({ ...plan, minutesPerDay }).runningNet,
        );
        expect(more).toBeGreaterThanOrEqual(less ?? 0);
      }),
    );
  });

  it('refuses shares above 1, negative money and days that are too long', () => {
    expect(() => documentationCase({ ...plan, activeShare: 1.1 })).toThrow(RangeError);
    expect(() => documentationCase({ ...plan, seatPrice: -1 })).toThrow(RangeError);
    expect(() => documentationCase({ ...plan, minutesPerDay: 2000 })).toThrow(RangeError);
    expect(() => documentationCase({ ...plan, clinicians: 0 })).toThrow(RangeError);
    expect(() => documentationCase({ ...plan, oneOff: Number.NaN })).toThrow(RangeError);
  });
});

describe('the swings', () => {
  it('come widest first, and match the sums by hand', () => {
    const swings = swingsOf(plan, [
      ['oneOff', 30_000, 430_000],
      ['minutesPerDay', 0, 30],
      ['stayShare', 0, 0.01],
    ]);
    expect(swings.map(({ input }) => input)).toEqual(['stayShare', 'oneOff', 'minutesPerDay']);
    expect(swings[0]).toMatchObject({ netFrom: -266_000, netTo: 234_000 });
    // A higher one-off cost lowers the result, and its swing is wider than that of the minutes.
    expect(swings[1]?.netFrom).toBeCloseTo(-236_000, 6);
    expect(swings[1]?.netTo).toBeCloseTo(-636_000, 6);
    // Without any saved minutes, the result is −$420,000, and 30 minutes are worth $288,750.
    expect(swings[2]?.netFrom).toBeCloseTo(-420_000, 6);
    expect(swings[2]?.netTo).toBeCloseTo(-131_250, 6);
  });
});
