import { expect, it } from 'vitest';
import { dollars } from './format.ts';

it('amounts in dollars are whole, and negative ones have a minus sign', () => {
  expect(dollars(1234.5)).toBe('$1,235');
  expect(dollars(-1234.4)).toBe('−$1,234');
  expect(dollars(-0.4)).toBe('$0');
});
