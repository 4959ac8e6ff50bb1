import { expect, it } from 'vitest';
import { dateText, dayText, shortDateText } from './date-text.ts';

it.each([
  ['2026-11-04', 'November 4, 2026', 'Nov 4, 2026'],
  ['2026-05', 'May 2026', 'May 2026'],
  ['2019', '2019', '2019'],
])('writes %s as people do', (date, long, short) => {
  expect(dateText(date)).toBe(long);
  expect(shortDateText(date)).toBe(short);
});

it.each([
  [undefined, 'Tue, Nov 24'],
  ['date', 'Nov 24'],
  ['weekday', 'Tuesday'],
  ['long', 'Tuesday, November 24'],
] as const)('writes a day without its year (%s)', (style, text) => {
  expect(dayText('2026-11-24', style)).toBe(text);
});
