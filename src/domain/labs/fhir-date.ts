/**
 * Dates as FHIR R4 searches them, which is as ranges of time. Source: HL7 FHIR R4 (4.0.1), Search,
 * sections 3.1.1.4.5 (prefixes) and 3.1.1.4.7 (date).
 */
import { dayLength } from '../review/days.ts';

/** Times in milliseconds. `end` is not included. */
export type TimeRange = Readonly<Record<'start' | 'end', number>>;

const shape =
  /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * Returns the range that a date or dateTime covers: a year, a month, a day, a minute, or a second.
 * Times without a zone are read as UTC, the time zone of this server.
 * @returns undefined if it isn't a date
 */
export function dateRange(text: string | undefined): TimeRange | undefined {
  const parts = shape.exec(text ?? '');
  if (parts === null) return undefined;
  const [year = 0, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const isReal =
    within(month, 1, 12) &&
    within(day, 1, new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate()) &&
    within(hour, 0, 23) &&
    within(minute, 0, 59) &&
    within(second, 0, 59);
  if (!isReal) return undefined;
  if (month === undefined) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
  if (day === undefined) return { start: Date.UTC(year, month - 1), end: Date.UTC(year, month) };
  const start = Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, second ?? 0);
  const length = hour === undefined ? dayLength : second === undefined ? 60_000 : 1000;
  const offset = zoneOffset(parts[7]);
  return { start: start - offset, end: start - offset + length };
}

function within(value: number | undefined, least: number, most: number): boolean {
  return value === undefined || (value >= least && value <= most);
}

function zoneOffset(zone = 'Z'): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** By prefix, a check that the time of a resource matches a search value. */
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
