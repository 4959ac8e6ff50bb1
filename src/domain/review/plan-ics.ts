/**
 * The plan as a calendar file (iCalendar, RFC 5545, https://www.rfc-editor.org/rfc/rfc5545), format
 * 1. It has one all-day event for each day with cards, and one for the interview day. Events don't
 * block time or have alarms. An event's `UID` consists of the deck and the day (for the interview,
 * it is always the same), so importing a newer plan replaces the older events instead of
 * duplicating them.
 */
import { settings } from '../../guide-settings.ts';
import { counted } from '../../lib/text.ts';
import type { Deck } from '../progress/records.ts';
import { dayName, readDay } from './days.ts';
import { eveTitle } from './due-day.ts';
import type { DayPlan } from './forecast.ts';

export interface CalendarPlan {
  readonly deck: Deck;
  readonly days: readonly DayPlan[];
  readonly interviewOn: string | null;
  /** When the file was created, in milliseconds since 1970. */
  readonly now: number;
  readonly title: string;
  readonly url: string;
}

const uidHost = settings.id;

export function planToIcs(plan: CalendarPlan): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${uidHost}//practice plan 1//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...eventsOf(plan).flatMap((event) => eventLines(event, plan)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventsOf({ deck, days, interviewOn, title }: CalendarPlan) {
  const practice = days.flatMap(({ day: name, due, new: fresh, minutes, isEve }) => {
    const day = readDay(name);
    if (day === undefined || due + fresh === 0) return [];
    const label = isEve ? eveTitle : 'Practice';
    const summary = `${label}: ${counted(due + fresh, deck)}, ${minutes} min`;
    const description = `${title}: ${due} due, ${fresh} new. Assumes that you finish each earlier day’s plan and answer well.`;
    return [{ uid: `${deck}-${name}@${uidHost}`, day, summary, description }];
  });
  const day = readDay(interviewOn ?? '');
  if (day === undefined) return practice;
  // The UID is the same for both decks, so two plans in the same calendar share the interview day.
  const uid = `interview@${uidHost}`;
  return [...practice, { uid, day, summary: 'Interview', description: title }];
}

type CalendarEvent = ReturnType<typeof eventsOf>[number];

function eventLines(event: CalendarEvent, { now, url }: CalendarPlan): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${dateValue(event.day)}`,
    `DTEND;VALUE=DATE:${dateValue(event.day + 1)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${withoutControls(url)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function dateValue(day: number): string {
  return dayName(day).replaceAll('-', '');
}

/**
 * Escapes backslashes, semicolons, commas, and line breaks in a TEXT value (RFC 5545, 3.3.11).
 * Removes other control characters except tabs.
 */
export function escapeText(text: string): string {
  const escaped = text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
  return withoutControls(escaped);
}

function withoutControls(text: string): string {
  return text.replace(/(?!\t)\p{Cc}/gu, '');
}

/** Maximum length of a line in octets, without its line break (RFC 5545, 3.1). */
const maxOctets = 75;

/** Folds a line into parts of at most 75 octets, without splitting characters. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > maxOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return folded;
}
