import { describe, expect, it } from 'vitest';
import { fillText, signedDollars } from './lab-text.ts';

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

  it('is refused if a part is missing', () => {
    expect(() => fillText('{typo}', { type: 1 })).toThrow('{typo}');
  });
});

it('writes dollars in thousands, with their sign', () => {
  expect([-278_320, 0, 68_500].map(signedDollars)).toEqual(['−$278,000', '$0', '+$69,000']);
});
