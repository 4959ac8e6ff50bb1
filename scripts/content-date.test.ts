import { expect, it } from 'vitest';
import { givenDate } from './content-date.ts';

it.each([
  ['', undefined],
  [undefined, undefined],
  ['1764115200', 1_764_115_200],
])('SOURCE_DATE_EPOCH may be %j', (value, seconds) => {
  expect(givenDate(value)).toBe(seconds);
});

it.each(['abc', '-1', '1e9', '99999999999999'])('SOURCE_DATE_EPOCH may not be %j', (value) => {
  expect(() => givenDate(value)).toThrow(/^SOURCE_DATE_EPOCH is ".*"\. Expected seconds since/);
});
