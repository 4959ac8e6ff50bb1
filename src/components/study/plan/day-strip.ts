import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { offsetAt } from '../../../browser/clock.ts';
import { planParts } from '../../../domain/plan/plan-parts.ts';
import type { PracticeDay } from '../../../domain/plan/practice-days.ts';
import { dayName, dayNumber, readDay } from '../../../domain/review/days.ts';
import type { DayPlan } from '../../../domain/review/forecast.ts';
import { counted, dayText } from '../base/format.ts';

interface StripDay {
  readonly day: string;
  readonly done: number;
  /** The planned minutes that remain. */
  readonly planned: number;
  readonly kind: 'past' | 'now' | 'ahead' | 'interview';
}

export interface Strip {
  readonly done?: readonly PracticeDay[];
  /** The planned days, starting with today. */
  readonly planned: readonly DayPlan[];
  readonly interviewOn: string | null;
  readonly now: number;
}

/** How many past days the strip shows, if the reader had started practicing by then. */
const daysBack = 6;

/** How many planned days the strip shows if no interview is ahead. */
const daysAhead = 7;

/**
 * Draws a strip of days that ends with the interview, if there is one. Each day shows its completed
 * minutes (bright) and its planned minutes (dim). Both are the plan's estimates, so that they add
 * up.
 * @param action a button in the line above the days
 */
export function dayStrip(strip: Strip, action: TemplateResult | typeof nothing = nothing) {
  const days = daysOf(strip);
  const max = Math.max(10, ...days.map(({ done, planned }) => done + planned));
  return html`<div class="strip">
    <p class="legend">
      <strong>Planned minutes per day</strong>
      ${strip.done && legend} ${action}
    </p>
    <ol class="plain" tabindex="0" aria-label="Planned minutes per day" ${ref(showToday)}>
      ${days.map((day, index) => dayView(day, max, index))}
    </ol>
  </div>`;
}

/** Says what the planned days are for. The last one is the day before the interview. */
export function planPartsView(days: readonly DayPlan[]) {
  const texts = {
    learn: (count: number) => `You answer ${counted(count, 'new question')}.`,
    review: (count: number) =>
      `You review what you learned before you forget it: ${counted(count, 'answer')}.`,
    eve: () => 'A short review of your weakest questions. Then sleep.',
  };
  const name = (from: string, until: string) =>
    from === until ? dayText(from) : `${dayText(from)} to ${dayText(until)}`;
  return html`<ul class="plain plan-parts">
    ${planParts(days).map(
      ({ kind, from, until, count }) =>
        html`<li><strong>${name(from, until)}:</strong> ${texts[kind](count)}</li>`,
    )}
  </ul>`;
}

/** @param count how many questions the plan never gets to */
export function unfitText(count: number): string {
  return `${counted(count, 'question doesn’t', 'questions don’t')} fit before your interview.`;
}

/**
 * Scrolls to today. On phones, the strip is wider than the screen and would start with past days.
 */
function showToday(list: Element | undefined): void {
  queueMicrotask(() => {
    const today = list?.querySelector<HTMLElement>('.now');
    const first = list?.querySelector<HTMLElement>('li');
    if (list && today && first) list.scrollLeft = today.offsetLeft - first.offsetLeft;
  });
}

function daysOf({ done = [], planned, interviewOn, now }: Strip): StripDay[] {
  const today = dayNumber(now, offsetAt);
  const minutes = new Map(done.map((day) => [day.day, day.minutes]));
  const first = readDay(done[0]?.day ?? '') ?? today;
  const start = Math.min(today, Math.max(first, today - daysBack));
  const past = Array.from({ length: today - start }, (_, index): StripDay => {
    const day = dayName(start + index);
    return { day, done: minutes.get(day) ?? 0, planned: 0, kind: 'past' };
  });
  const end = readDay(interviewOn ?? '') ?? today;
  const shown = end > today ? planned : planned.slice(0, daysAhead);
  const ahead = shown.map((plan, index): StripDay => {
    const doneOn = index === 0 ? (minutes.get(plan.day) ?? 0) : 0;
    const kind = index === 0 ? 'now' : 'ahead';
    return { day: plan.day, done: doneOn, planned: plan.minutes, kind };
  });
  // The forecast has a maximum length. An interview later than the day after its end isn't shown,
  // because it would look like that day.
  if (interviewOn === null || end <= today || end > today + ahead.length)
    return [...past, ...ahead];
  return [...past, ...ahead, { day: interviewOn, done: 0, planned: 0, kind: 'interview' }];
}

function dayView({ day, done, planned, kind }: StripDay, max: number, index: number) {
  const heightOf = (minutes: number) => `height:${((minutes / max) * 100).toFixed(1)}%`;
  const name = kind === 'now' ? 'Today' : shortDay(day, index === 0 || kind === 'interview');
  const part = (minutes: number, look: string) =>
    minutes === 0 ? nothing : html`<i class=${look} .style=${heightOf(minutes)}></i>`;
  return html`<li class=${kind}>
    <span class="bars" aria-hidden="true">
      ${kind === 'interview' ? flag : [part(planned, 'planned'), part(done, 'done')]}
    </span>
    <strong>${name}</strong> <span>${minutesText({ day, done, planned, kind })}</span>
  </li>`;
}

const legend = html`<span><i class="done"></i>Done</span> <span><i></i>To do</span>`;

const flag = html`<svg class="guide-icon" viewBox="0 0 24 24"><path d="M6 3v18M6 4h11l-2.5 4L17 12H6" /></svg>`;

function minutesText({ done, planned, kind }: StripDay): string {
  if (kind === 'interview') return 'Interview';
  if (kind === 'now' && planned > 0 && done > 0) return `${done}/${done + planned}`;
  return done + planned === 0 ? '–' : String(done + planned);
}

/**
 * Formats a day as "Nov 25" if it starts a month or `isFirst` is true, and as "Wed 25" otherwise.
 */
function shortDay(day: string, isFirst: boolean): string {
  if (isFirst || day.endsWith('-01')) return dayText(day, 'date');
  return `${dayText(day).slice(0, 3)} ${Number(day.slice(-2))}`;
}
