import { html, nothing, svg } from 'lit-html';
import { now } from '../../../browser/clock.ts';
import { type PracticeDay, readyScore } from '../../../domain/plan/ready.ts';
import { scoreText } from '../../../domain/practice/answer-words.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import { cardId } from '../../../domain/progress/records.ts';
import { counted, dayText } from '../base/format.ts';
import { dayStrip } from '../plan/day-strip.ts';
import type { Numbers, ProgressPage } from './progress-page.ts';

/**
 * Shows everything about readiness on one screen: the ring, the scores, the days, and what to fix.
 */
export function readinessView(room: ProgressPage) {
  const { context, numbers } = room;
  const { days, forecast, weakest } = numbers;
  const { interviewOn } = context.settings;
  const calendar = html`<button type="button" class="link" @click=${() => void room.saveCalendar()}>
    Add plan to calendar (.ics)
  </button>`;
  const strip = isEmpty(numbers)
    ? nothing
    : dayStrip({ done: days, planned: forecast.days, interviewOn, now: now() }, calendar);
  return html`<section class="ink ready-head" aria-labelledby="readiness">
      <div class="top">
        <div class="ready">
          ${ringView(numbers)}
          <div>
            <h2 id="readiness" tabindex="-1">${titleOf(room)}</h2>
            <p>${leadOf(room)}</p>
            ${actionsView(room)} ${room.noticeAt('plan')}
          </div>
        </div>
        ${isEmpty(numbers) ? exampleLine : lineView(days)}
      </div>
      ${strip}
    </section>
    ${weakest.length === 0 ? nothing : weakestView(room)}`;
}

function isEmpty({ isPlanned, states }: Numbers): boolean {
  return !isPlanned && states.length === 0;
}

function countReady({ states }: Numbers): number {
  return states.filter(({ state }) => state === 'ready').length;
}

function titleOf({ context, numbers }: ProgressPage): string {
  if (isEmpty(numbers)) return 'Your readiness starts with one answer';
  const { states, isPlanned, daysLeft } = numbers;
  const ready = countReady(numbers);
  if (!isPlanned) return `${ready} of ${counted(states.length, 'practiced question')} ready`;
  const day = dayText(context.settings.interviewOn ?? '').replace(/^\w+, /, '');
  return `${ready} of your ${states.length} ready ${daysLeft === undefined ? 'today' : `by ${day}`}`;
}

function leadOf({ context, numbers }: ProgressPage): string {
  if (isEmpty(numbers)) {
    return 'Answer a question out loud and score it. Then you’ll see how ready you are and what to fix first.';
  }
  const { isPlanned, daysLeft } = numbers;
  const { interviewOn, minutesPerDay } = context.settings;
  if (isPlanned && daysLeft === undefined) return 'Your interview is today. Good luck.';
  const sentences = [todayText(numbers)];
  if (daysLeft !== undefined) {
    sentences.unshift(
      daysLeft === 1 ? 'Your interview is tomorrow.' : `Interview in ${daysLeft} days.`,
    );
  } else if (interviewOn !== null) {
    sentences.unshift(`Your interview date, ${dayText(interviewOn)}, has passed.`);
  }
  if (isPlanned) sentences.push(restText(numbers, minutesPerDay));
  return sentences.join(' ');
}

function todayText({ forecast }: Numbers): string {
  const [today = { due: 0, new: 0, minutes: 0 }] = forecast.days;
  const count = today.due + today.new;
  if (count === 0) return 'Today is done.';
  return `Today: ${counted(count, 'question')}, about ${today.minutes} minutes.`;
}

/** Says when every question that isn't ready will have been asked once more. */
function restText({ states, forecast }: Numbers, minutes: number): string {
  const open = states.filter(({ state }) => state !== 'ready');
  if (open.length === 0) return 'All of them are ready.';
  const first = open.map(({ code }) => forecast.answeredOn.get(cardId('question', code))?.[0]);
  const day = forecast.days[Math.max(...first.map((place) => place ?? -1))]?.day;
  const isOne = open.length === 1;
  if (day === undefined || first.includes(undefined)) return '';
  const which = isOne ? 'the last one' : `the other ${open.length}`;
  return `At ${minutes} minutes per day, ${which} can be ready by ${dayText(day, 'long')}.`;
}

function actionsView(room: ProgressPage) {
  const { context, numbers } = room;
  const { isPlanned, weakest, forecast } = numbers;
  const { practice } = context.paths;
  const today = `${practice}#${writePracticeLink({ kind: 'today' })}`;
  const [first] = forecast.days;
  const hasToday = first !== undefined && first.due + first.new > 0;
  if (isEmpty(numbers)) {
    return html`<div class="row">
      <a class="button primary" href=${practice}>Start practicing</a>
      <a class="button quiet" href="#plan">Make a plan</a>
    </div>`;
  }
  const [weak] = weakest;
  const fix =
    weak &&
    html`<a class="button primary" href=${fixLink(room, weak.code)}>Fix one thing, 5 minutes</a>`;
  const practiceToday = (look: string) =>
    html`<a class="button ${look}" href=${today}>Practice today’s questions</a>`;
  if (!isPlanned) {
    return html`<div class="row">
      <a class="button primary" href="#plan">Make a plan</a>
      ${hasToday ? practiceToday('quiet') : nothing}
    </div>`;
  }
  return html`<div class="row">
    ${hasToday ? practiceToday('primary') : fix}
    <a class="button quiet" href="#plan">Change plan</a>
  </div>`;
}

function fixLink({ context }: ProgressPage, code: string): string {
  return `${context.paths.practice}#${writePracticeLink({ kind: 'question', code })}`;
}

/** Gap between two segments of the ring, in degrees. */
const gap = 4;

/** Draws a ring with a segment for each question, which is ready, started, or new. */
function ringView(numbers: Numbers) {
  const { states } = numbers;
  const ready = countReady(numbers);
  const started = states.filter(({ state }) => state === 'started').length;
  const order = ['ready', 'started', 'new'] as const;
  const segments = order.flatMap((state) => states.filter((entry) => entry.state === state));
  const shown =
    segments.length === 0 ? Array.from({ length: 12 }, () => ({ state: 'new' })) : segments;
  const turn = 360 / shown.length;
  const space = Math.min(gap, turn / 3);
  const name = `${ready} of ${states.length} questions ready, ${started} started, ${states.length - ready - started} not started`;
  return html`<svg class="ring" viewBox="0 0 180 180" role="img" aria-label=${name}>
    ${shown.map(({ state }, place) => svg`<path class=${state} d=${arc(place * turn + space / 2, (place + 1) * turn - space / 2)} />`)}
    <text x="90" y="106">${ready}</text>
    <text class="unit" x="90" y="130">${states.length === 0 ? 'ready' : `of ${states.length} ready`}</text>
  </svg>`;
}

/** Returns an arc of the ring between two angles in degrees, clockwise from the top. */
function arc(from: number, to: number): string {
  const at = (degrees: number): string => {
    const angle = ((degrees - 90) * Math.PI) / 180;
    return `${(90 + 80 * Math.cos(angle)).toFixed(1)} ${(90 + 80 * Math.sin(angle)).toFixed(1)}`;
  };
  return `M${at(from)}A80 80 0 ${to - from > 180 ? 1 : 0} 1 ${at(to)}`;
}

/** How many days with scores the line shows. */
const maxPoints = 6;

function lineView(days: readonly PracticeDay[]) {
  const points = days
    .flatMap(({ day, mean }) => (mean === null ? [] : [{ day, mean }]))
    .slice(-maxPoints);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return nothing;
  const xOf = (place: number): number => 24 + (place * 440) / Math.max(1, points.length - 1);
  const change = Math.round((last.mean - first.mean) * 10) / 10;
  const summary =
    points.length === 1
      ? `Mean score on ${dayText(first.day)}: ${scoreText(first.mean)}. Ready is ${readyScore}.`
      : `Mean score per day, from ${scoreText(first.mean)} on ${dayText(first.day)} to ${scoreText(last.mean)} on ${dayText(last.day)}. Ready is ${readyScore}.`;
  const path = points.map(
    ({ mean }, place) => `${place === 0 ? 'M' : 'L'}${xOf(place)} ${yOf(mean)}`,
  );
  return html`<div class="line">
    <p>
      <b>Your scores</b>
      <span class="note">${changeText(change, points.length)}</span>
    </p>
    <svg viewBox="0 0 540 152" role="img" aria-label=${summary}>
      <path class="goal" d="M0 ${yOf(readyScore)}H540" />
      <text class="goal-name" x="540" y=${yOf(readyScore) - 7}>ready, ${readyScore}</text>
      <path class="scores" d=${path.join('')} />
      ${points.map(
        ({ day, mean }, place) => svg`<circle class=${place === points.length - 1 ? 'last' : ''}
          cx=${xOf(place)} cy=${yOf(mean)} r=${place === points.length - 1 ? 6 : 4} />
        <text class="score" x=${xOf(place)} y=${yOf(mean) - 12}>${mean.toFixed(1)}</text>
        <text x=${xOf(place)} y="150">${dayText(day).replace(/^\w+, /, '')}</text>`,
      )}
    </svg>
  </div>`;
}

function yOf(mean: number): number {
  return 118 - (mean - 1) * 25;
}

/** Shows what the line will look like, as long as there are no scores. */
const exampleLine = html`<div class="line example-line" aria-hidden="true">
  <svg viewBox="0 0 540 152">
    <path class="goal" d="M0 ${yOf(readyScore)}H540" />
    <text class="goal-name" x="540" y=${yOf(readyScore) - 7}>ready, ${readyScore}</text>
    <path class="scores" d="M24 ${yOf(2)}L112 ${yOf(2.4)} 200 ${yOf(2.3)} 288 ${yOf(3)} 376 ${yOf(3.3)} 464 ${yOf(3.9)}" />
    <text x="24" y="150">First answer</text>
    <text x="464" y="150">Interview</text>
  </svg>
</div>`;

function changeText(change: number, days: number): string {
  if (days < 2) return 'your first day';
  if (change === 0) return `steady over ${days} days`;
  return `${change > 0 ? 'up' : 'down'} ${Math.abs(change).toFixed(1)} in ${days} days`;
}

function weakestView(room: ProgressPage) {
  const { numbers, context } = room;
  const { weakest } = numbers;
  return html`<section class="weakest" aria-labelledby="weakest">
    <h2 id="weakest">${weakest.length === 1 ? 'Your weakest criterion' : `Your ${weakest.length} weakest criteria`}</h2>
    <ol class="plain">
      ${weakest.map(({ code, criterion, five, score }) => {
        const question = context.questions.get(code);
        const name = question?.label ?? question?.title ?? code;
        return html`<li class="panel">
          <h3>${criterion}</h3>
          <b class="thin">${score.toFixed(1)}</b>
          <p class="note"><a href=${context.paths.question(question?.slug ?? '')}>${name}</a>. A 5: ${five.replace(/(?<=\.) .*/, '')}</p>
          <a class="button" href=${fixLink(room, code)} aria-label="Fix in 5 minutes: ${name}">Fix in 5 minutes</a>
        </li>`;
      })}
    </ol>
  </section>`;
}
