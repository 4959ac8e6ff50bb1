import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarPlan, escapeText, foldLine, planToIcs } from './plan-ics.ts';

const plan: CalendarPlan = {
  deck: 'question',
  days: [
    { day: '2026-11-30', due: 3, new: 5, minutes: 44 },
    { day: '2026-12-01', due: 0, new: 0, minutes: 0 },
    { day: '2026-12-31', due: 1, new: 0, minutes: 6 },
  ],
  interviewOn: '2027-01-01',
  now: Date.UTC(2026, 10, 30, 8, 5, 9, 123),
  title: 'The guide; questions, and more',
  url: 'https://example.org/practice/',
};

const octets = (text: string): number => Buffer.byteLength(text);
const unfold = (text: string): string => text.replaceAll('\r\n ', '');
const linesOf = (text: string): string[] => unfold(text).split('\r\n').slice(0, -1);
const valuesOf = (text: string, name: string): string[] =>
  linesOf(text)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(':') + 1));

/** Arbitrary text, and text full of characters that could break a calendar file. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom('a', 'é', '語', '🩺', ',', ';', '\\', '\r', '\n', '\0', ' ') }),
);

describe('a plan’s calendar', () => {
  it('follows RFC 5545 line by line', () => {
    expect(linesOf(planToIcs({ ...plan, days: plan.days.slice(0, 1), interviewOn: null }))).toEqual(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//ai-healthtech-interview-guide//practice plan 1//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:question-2026-11-30@ai-healthtech-interview-guide',
        'DTSTAMP:20261130T080509Z',
        'DTSTART;VALUE=DATE:20261130',
        'DTEND;VALUE=DATE:20261201',
        'SUMMARY:Practice: 8 questions\\, 44 min',
        'DESCRIPTION:The guide\\; questions\\, and more: 3 due\\, 5 new. Assumes that you finish each earlier day’s plan and answer well.',
        'URL:https://example.org/practice/',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
      ],
    );
  });

  it('has one event for each day with cards, and the interview', () => {
    const text = planToIcs(plan);
    expect(valuesOf(text, 'DTSTART')).toEqual(['20261130', '20261231', '20270101']);
    expect(valuesOf(text, 'DTEND')).toEqual(['20261201', '20270101', '20270102']);
    expect(valuesOf(text, 'SUMMARY')).toEqual([
      'Practice: 8 questions\\, 44 min',
      'Practice: 1 question\\, 6 min',
      'Interview',
    ]);
    expect(valuesOf(planToIcs({ ...plan, deck: 'term' }), 'SUMMARY')[1]).toBe(
      'Practice: 1 term\\, 6 min',
    );
  });

  it('names the night before', () => {
    const days = [{ day: '2026-12-31', due: 6, new: 0, minutes: 40, isEve: true as const }];
    expect(valuesOf(planToIcs({ ...plan, days }), 'SUMMARY')[0]).toBe(
      'The night before: 6 questions\\, 40 min',
    );
  });

  it('gives an event the same id when the plan is made again, and another id for another deck', () => {
    const later = {
      ...plan,
      now: plan.now + 1e9,
      days: plan.days.map((day) => ({ ...day, due: 9 })),
    };
    const uids = valuesOf(planToIcs(plan), 'UID');
    expect(new Set(uids).size).toBe(3);
    expect(valuesOf(planToIcs(later), 'UID')).toEqual(expect.arrayContaining(uids));
    expect(valuesOf(planToIcs({ ...plan, deck: 'term' }), 'UID')).not.toContain(uids[0]);
  });

  it('leaves out invalid days', () => {
    const text = planToIcs({
      ...plan,
      days: [{ day: 'soon', due: 1, new: 1, minutes: 11 }],
      interviewOn: 'x',
    });
    expect(text).not.toContain('VEVENT');
  });

  it('has no line over 75 octets and no property but its own, whatever the texts', () => {
    fc.assert(
      fc.property(texts, texts, (title, url) => {
        const text = planToIcs({ ...plan, title, url });
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
        expect(Math.max(...text.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
        const names = linesOf(text).map((line) => line.split(/[:;]/)[0]);
        expect(names).toEqual(linesOf(planToIcs(plan)).map((line) => line.split(/[:;]/)[0]));
      }),
    );
  });
});

describe('a line', () => {
  it('is folded after 75 octets, counting the space before the next part', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(150))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`);
  });

  it('is not folded within a character', () => {
    expect(foldLine(`${'x'.repeat(73)}語`)).toBe(`${'x'.repeat(73)}\r\n 語`);
    expect(foldLine(`${'x'.repeat(72)}🩺`)).toBe(`${'x'.repeat(72)}\r\n 🩺`);
  });

  it('is the same line when it is unfolded', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = text.replace(/[\r\n]/g, '');
        expect(unfold(foldLine(line))).toBe(line);
      }),
    );
  });
});

describe('a text value', () => {
  it('has its special characters escaped and each kind of line break written as \\n', () => {
    expect(escapeText('a, b; c\\d\ne\r\nf\rg:"h"\u0007')).toBe('a\\, b\\; c\\\\d\\ne\\nf\\ng:"h"');
  });

  it('can be read back', () => {
    const readText = (text: string): string =>
      text.replace(/\\([nN\\;,])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'n', ',', ';', '\\', '\n') }), (text) => {
        expect(readText(escapeText(text))).toBe(text);
      }),
    );
  });
});
