import { expect, it } from 'vitest';
import { dateText, shortDateText } from './date-text.ts';

it.each([
  ['2026-11-04', 'November 4, 2026', 'Nov 4, 2026'],
  ['2026-05', 'May 2026', 'May 2026'],
  ['2019', '2019', '2019'],
])('writes %s as people do', (date, long, short) => {
  expect(dateText(date)).toBe(long);
  expect(shortDateText(date)).toBe(short);
});
