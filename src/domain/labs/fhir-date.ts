/**
 * Dates in FHIR R4 searches, which treat them as time ranges. Source: HL7 FHIR R4 (4.0.1), Search,
 * sections 3.1.1.4.5 (prefixes) and 3.1.1.4.7 (date).
 */
import { dayLength, readDay } from '../review/days.ts';

/** Times in milliseconds since 1970. `end` is exclusive. */
export type TimeRange = Readonly<Record<'start' | 'end', number>>;

const shape =
  /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?:(:\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * Returns the range that a date or dateTime covers: a year, a month, a day, a minute, or a second.
 * Times without a zone are in UTC, the time zone of the lab's server.
 * @returns undefined if the text isn't a valid date
 */
export function dateRange(text = ''): TimeRange | undefined {
  const [, year, month, day, time, second, zone = 'Z'] = shape.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const start = Date.parse(`${date}T${time ?? '00:00'}${second ?? ''}${zone}`);
  // JavaScript would turn February 30 into March 2, and 24:00 into the next day.
  const isReal = readDay(date) !== undefined;
  if (!isReal || Number.isNaN(start) || time?.startsWith('24')) return undefined;
  if (month === undefined) return { start, end: Date.UTC(Number(year) + 1, 0) };
  if (day === undefined) return { start, end: Date.UTC(Number(year), Number(month)) };
  const length = time === undefined ? dayLength : second === undefined ? 60_000 : 1000;
  return { start, end: start + length };
}

/** One check per prefix. Each says whether a resource's time matches a search value. */
export const datePrefixes: Record<string, (search: TimeRange, target: TimeRange) => boolean> = {
  eq: contains,
  ne: (search, target) => !contains(search, target),
  gt: (search, target) => target.end > search.end,
  lt: (search, target) => target.start < search.start,
  ge: (search, target) => target.end > search.start,
  le: (search, target) => target.start < search.end,
  sa: (search, target) => target.start >= search.end,
  eb: (search, target) => target.end <= search.start,
};

function contains(search: TimeRange, target: TimeRange): boolean {
  return target.start >= search.start && target.end <= search.end;
}
