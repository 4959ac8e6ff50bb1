import { describe, expect, it } from 'vitest';
import { fillText, shortDollars, shortNumber, signedDollars } from './lab-text.ts';

describe('a text of a lab', () => {
  it('gets its numbers, with one decimal at most and thousands', () => {
    expect(fillText('{n} of {all}', { n: 8.33, all: 1000 })).toBe('8.3 of 1,000');
    expect(fillText('PPV {ppv}', { ppv: '8.30%' })).toBe('PPV 8.30%');
  });

  it('has its noun in the right number', () => {
    const cases = (missed: number) => fillText('{missed|case is|cases are} missed', { missed });
    expect([0, 1, 2].map(cases)).toEqual([
      '0 cases are missed',
      '1 case is missed',
      '2 cases are missed',
    ]);
    expect(fillText('{n|alert}', { n: 3.5 })).toBe('3.5 alerts');
  });

  it('writes decimals, percentages, and dollars, and a dash for what can’t be computed', () => {
    const parts = { kappa: -0.5, ppv: 0.0833, cost: 1234.5, none: undefined, infinite: 1 / 0 };
    expect(fillText('{kappa.2} {ppv%} {ppv%0} {cost$}', parts)).toBe('−0.50 8.3% 8% $1,235');
    expect(fillText('{none%} {infinite.2} {none}', parts)).toBe('– – –');
  });

  it('is refused if a part is missing', () => {
    expect(() => fillText('{typo}', { type: 1 })).toThrow('{typo}');
  });
});

it('writes dollars in thousands, with their sign', () => {
  expect([-278_320, 0, 68_500].map(signedDollars)).toEqual(['−$278,000', '$0', '+$69,000']);
});

it('numbers on an axis have three digits', () => {
  expect([10, 1500, 1e5, 1.234e6].map(shortNumber)).toEqual(['10', '1.5K', '100K', '1.23M']);
  expect(shortDollars(-780_000)).toBe('−$780K');
});
