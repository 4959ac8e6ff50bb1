/**
 * When a group meets: either a moment, which everyone sees in their own time zone, or a day without
 * a time, which is the same everywhere. In links (`set-link.ts`), it is `YYYYMMDDHHmm` in UTC or
 * `YYYYMMDD`.
 */
import { dayNumber, dayOfMoment, localTime, type OffsetAt, readDay } from '../review/days.ts';

export type SetTime =
  | {
      /** Milliseconds since 1970, in whole minutes. */
      readonly at: number;
    }
  | {
      /** The day as `YYYY-MM-DD`. */
      readonly day: string;
    };

/**
 * Writes the time for a link. If the day isn't valid or the year isn't from 2000 to 2199, returns
 * an empty string.
 */
export function writeSetTime(when: SetTime): string {
  const text =
    'at' in when ? new Date(Math.max(-1e14, Math.min(1e14, when.at)) || 0).toISOString() : when.day;
  const written = text.replace(/\D/g, '').slice(0, 'at' in when ? 12 : 8);
  return readSetTime(written) === undefined ? '' : written;
}

export function readSetTime(text: string): SetTime | undefined {
  const [, year, month, day, hour, minute] =
    /^(2[01]\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month}-${day}`;
  const at = Date.parse(`${iso}T${hour ?? '00'}:${minute ?? '00'}Z`);
  // Some browsers reject February 30, and others read it as March 2.
  if (Number.isNaN(at) || dayOfMoment(at) !== iso) return undefined;
  return hour === undefined ? { day: iso } : { at };
}

/** Returns the day of the meeting in the reader's time zone as `YYYY-MM-DD`. */
export function dayOf(when: SetTime, offsetAt: OffsetAt): string {
  return 'day' in when ? when.day : dayOfMoment(when.at, offsetAt);
}

/**
 * Returns the time of the meeting in the reader's time zone, such as " at 7:00 PM". If the meeting
 * has no time, returns an empty string.
 */
export function clockTimeOf(when: SetTime, offsetAt: OffsetAt): string {
  if ('day' in when) return '';
  const format = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  return ` at ${new Date(localTime(when.at, offsetAt)).toLocaleTimeString('en-US', format)}`;
}

/**
 * Returns the number of days until the meeting in the reader's time zone. It is 0 for today, and
 * negative if the day has passed.
 */
export function daysUntil(when: SetTime, now: number, offsetAt: OffsetAt): number {
  return (readDay(dayOf(when, offsetAt)) ?? 0) - dayNumber(now, offsetAt);
}

/**
 * Says when the meeting is, as in "in 1 day", "today", "yesterday", or "4 days ago".
 */
export function daysText(when: SetTime, now: number, offsetAt: OffsetAt): string {
  const days = daysUntil(when, now, offsetAt);
  if (days === 0) return 'today';
  if (days > 0) return days === 1 ? 'in 1 day' : `in ${days} days`;
  return days === -1 ? 'yesterday' : `${-days} days ago`;
}
