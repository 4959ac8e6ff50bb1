import { describe, expect, it } from 'vitest';
import { datePrefixes, dateRange, type TimeRange } from './fhir-date.ts';

function matches(value: string, target: TimeRange): boolean {
  const search = dateRange(value.slice(2));
  const fits = datePrefixes[value.slice(0, 2)];
  if (search === undefined || fits === undefined) throw new Error(`${value} can't be read.`);
  return fits(search, target);
}

function range(text: string): TimeRange {
  const found = dateRange(text);
  if (found === undefined) throw new Error(`${text} isn't a date.`);
  return found;
}

const onward = (date: string): TimeRange => ({
  start: range(date).start,
  end: Number.POSITIVE_INFINITY,
});
const upTo = (date: string): TimeRange => ({
  start: Number.NEGATIVE_INFINITY,
  end: range(date).end,
});

describe('a date prefix', () => {
  it.each([
    // The examples in R4 Search, 3.1.1.4.7, in order.
    ['eq2013-01-14', range('2013-01-14T00:00'), true],
    ['eq2013-01-14', range('2013-01-14T10:00'), true],
    ['eq2013-01-14', range('2013-01-15T00:00'), false],
    ['ne2013-01-14', range('2013-01-15T00:00'), true],
    ['ne2013-01-14', range('2013-01-14T00:00'), false],
    ['ne2013-01-14', range('2013-01-14T10:00'), false],
    ['lt2013-01-14T10:00', range('2013-01-14'), true],
    ['gt2013-01-14T10:00', range('2013-01-14'), true],
    ['ge2013-03-14', onward('2013-01-21'), true],
    ['le2013-03-14', onward('2013-01-21'), true],
    ['sa2013-03-14', onward('2013-03-15'), true],
    ['sa2013-03-14', onward('2013-01-21'), false],
    ['sa2013-03-14', upTo('2013-01-21'), false],
    ['eb2013-03-14', onward('2013-03-15'), false],
    ['eb2013-03-14', onward('2013-01-21'), false],
    ['eb2013-03-14', upTo('2013-01-21'), true],
    // "Procedures over a 2-year period": both ends are included.
    ['ge2010-01-01', range('2010-01-01T00:00:00Z'), true],
    ['le2011-12-31', range('2011-12-31T23:59:59Z'), true],
    ['le2011-12-31', range('2012-01-01'), false],
  ])('%s decides as the specification says', (value, target, expected) => {
    expect(matches(value, target)).toBe(expected);
  });

  it('excludes the day itself with gt and lt, and includes it with ge and le', () => {
    const day = range('2026-06-11');
    expect(['gt', 'lt', 'ge', 'le'].map((prefix) => matches(`${prefix}2026-06-11`, day))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('a partial date', () => {
  it('covers its whole year or month, as R4 says about 2000 and 2000-04', () => {
    expect(range('2000')).toEqual({ start: Date.UTC(2000, 0, 1), end: Date.UTC(2001, 0, 1) });
    expect(range('2000-04')).toEqual({ start: Date.UTC(2000, 3, 1), end: Date.UTC(2000, 4, 1) });
  });

  it('has 28, 29, 30 or 31 days', () => {
    expect(dateRange('2026-02-29')).toBeUndefined();
    expect(dateRange('2028-02-29')).toBeDefined();
    expect(dateRange('2026-04-31')).toBeUndefined();
  });
});

describe('a date with a time', () => {
  it('is corrected for its zone', () => {
    expect(range('2026-06-11T09:30:00+02:00')).toEqual(range('2026-06-11T07:30:00Z'));
    expect(range('2026-06-11T09:30:00-05:00')).toEqual(range('2026-06-11T14:30:00Z'));
  });

  it.each(['', '23 May 2009', '2026-13', '2026-6-1', '2026-06-11T09', '2026-06-11T24:00', '0000'])(
    'is refused if it isn’t one: "%s"',
    (text) => {
      expect(dateRange(text)).toBeUndefined();
    },
  );
});
