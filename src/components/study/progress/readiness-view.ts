import { html, nothing, svg } from 'lit-html';
import { now, offsetAt } from '../../../browser/clock.ts';
import type { PracticeDay } from '../../../domain/plan/practice-days.ts';
import { readyScore } from '../../../domain/plan/readiness.ts';
import { questionDeck } from '../../../domain/practice/decks.ts';
import { nextStep } from '../../../domain/practice/next-step.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import { scoreText } from '../../../domain/practice/score-bands.ts';
import { cardId } from '../../../domain/progress/records.ts';
import { counted, dayText } from '../base/format.ts';
import { dayStrip, planPartsView, unfitText } from '../plan/day-strip.ts';
import type { Numbers, ProgressPage } from './progress-page.ts';

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
  return html`<section class="ink ruled ready-head" aria-labelledby="readiness">
      <div class="top">
        <div class="ready">
          ${ringView(numbers)}
          <div>
            <h2 id="readiness" tabindex="-1">${titleOf(room)}</h2>
            <p>${leadOf(room)}</p>
            ${actionsView(room)} ${room.noticeAt('plan')}
          </div>
        </div>
        ${isEmpty(numbers) ? firstSteps : lineView(days)}
      </div>
      ${strip} ${numbers.isPlanned && numbers.daysLeft !== undefined ? planPartsView(forecast.days) : nothing}
    </section>
    ${weakest.length === 0 ? nothing : weakestView(room)}`;
}

function isEmpty({ isPlanned, states }: Numbers): boolean {
  return !isPlanned && states.length === 0;
}

function countReady({ states }: Numbers): number {
  return states.filter(({ state }) => state === 'ready').length;
}

function titleOf({ numbers }: ProgressPage): string {
  if (isEmpty(numbers)) return 'Your readiness starts with one answer';
  const { states, isPlanned } = numbers;
  const ready = countReady(numbers);
  if (ready === 0) return isPlanned ? `None of your ${states.length} ready yet` : 'None ready yet';
  if (!isPlanned) return `${ready} of ${counted(states.length, 'practiced question')} ready`;
  return `${ready} of your ${states.length} ready${ready < states.length ? ' so far' : ''}`;
}

function leadOf({ context, numbers }: ProgressPage): string {
  if (isEmpty(numbers)) {
    return 'Answer one question out loud now. It takes about three minutes.';
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
  if (count === 0) return 'Done for today.';
  return `Today: ${counted(count, 'question')}, about ${today.minutes} minutes.`;
}

/**
 * Says when every question that isn't ready will have been asked once more, or how many questions
 * the plan never gets to.
 */
function restText({ states, forecast }: Numbers, minutes: number): string {
  const open = states.filter(({ state }) => state !== 'ready');
  if (open.length === 0) return 'All of them are ready.';
  if (forecast.unstarted > 0) return unfitText(forecast.unstarted);
  const first = open.map(({ code }) => forecast.answeredOn.get(cardId('question', code))?.[0]);
  const day = forecast.days[Math.max(...first.map((index) => index ?? -1))]?.day;
  if (day === undefined || first.includes(undefined)) return '';
  const which =
    open.length === 1
      ? 'the last one'
      : `${open.length === states.length ? 'all' : 'the other'} ${open.length}`;
  return `At ${minutes} minutes per day, ${which} can be ready by ${dayText(day)}.`;
}

function actionsView({ context, numbers }: ProgressPage) {
  const { isPlanned, weakest } = numbers;
  const { practice } = context.paths;
  const [weak] = weakest;
  const plan = { label: isPlanned ? 'Change plan' : 'Make a plan', href: '#plan' };
  const start = { label: 'Start practicing', href: practice };
  const fix = weak && { label: 'Answer your weakest again', href: practiceOf(practice, weak.code) };
  const step = nextStep(questionDeck(context.data.questions, context.model.progress), {
    progress: context.model.progress,
    now: now(),
    offsetAt,
  });
  const more = step && {
    label: step.label,
    href: `${practice}#${writePracticeLink(step.choice)}`,
  };
  const next = step?.isDue === true ? more : (fix ?? more);
  const actions = isEmpty(numbers) ? [start, plan] : isPlanned ? [next, plan] : [plan, more];
  return html`<div class="row">
    ${actions.map((action, index) => {
      if (!action) return nothing;
      return html`<a class="button ${index === 0 ? 'primary' : ''}" href=${action.href}>${action.label}</a>`;
    })}
  </div>`;
}

function practiceOf(practice: string, code: string): string {
  return `${practice}#${writePracticeLink({ kind: 'question', code })}`;
}

/**
 * Draws a ring with a segment for each question. The path length is the number of questions, so
 * each dash is one question. Ready questions are drawn on top.
 */
function ringView(numbers: Numbers) {
  const { states } = numbers;
  const ready = countReady(numbers);
  const started = states.filter(({ state }) => state === 'started').length;
  const total = states.length || 12;
  // A ring of one segment has no gap.
  const dash = total === 1 ? '1 0 ' : '0.93 0.07 ';
  const dashes = (count: number) => `${dash.repeat(count)}0 ${total}`;
  const segments = (look: string, count: number) => svg`<circle class=${look} cx="90" cy="90" r="80"
    pathLength=${total} stroke-dasharray=${dashes(count)} transform="rotate(-90 90 90)" />`;
  const untouched = states.length - ready - started;
  const name = `${ready} of ${states.length} questions ready, ${started} started, ${untouched} not started`;
  return html`<svg class="ring" viewBox="0 0 180 180" role="img" aria-label=${name}>
    ${segments('', total)} ${segments('started', ready + started)} ${segments('ready', ready)}
    <text x="90" y="106">${ready}</text>
    <text class="unit" x="90" y="130">${states.length === 0 ? 'ready' : `of ${states.length} ready`}</text>
  </svg>`;
}

/** The maximum number of days with scores that the line shows. */
const maxPoints = 6;

function lineView(days: readonly PracticeDay[]) {
  const points = days
    .flatMap(({ day, mean }) => (mean === null ? [] : [{ day, mean }]))
    .slice(-maxPoints);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return nothing;
  const pointOf = ({ day, mean }: typeof first) => `${scoreText(mean)} on ${dayText(day)}`;
  const summary =
    points.length === 1 ? pointOf(first) : `from ${pointOf(first)} to ${pointOf(last)}`;
  return html`<div class="line">
    <p>
      <b>Mean score per day</b>
      <span class="note goal-name">ready, ${readyScore}</span>
    </p>
    <svg viewBox="0 0 540 152" role="img" aria-label="Mean score per day: ${summary}. Ready is ${readyScore}.">
      ${curve(points.map(({ mean }) => mean))}
      ${points.map(
        ({ day, mean }, index) => svg`<circle class=${index === points.length - 1 ? 'last' : ''}
          cx=${xOf(index, points.length)} cy=${yOf(mean)} r=${index === points.length - 1 ? 6 : 4} />
        <text class="score" x=${xOf(index, points.length)} y=${yOf(mean) - 12}>${mean.toFixed(1)}</text>
        <text x=${xOf(index, points.length)} y="150">${dayText(day, 'date')}</text>`,
      )}
    </svg>
  </div>`;
}

const firstSteps = html`<ol class="steps plain">
  <li>Answer a question out loud.</li>
  <li>Score your answer with the guide’s criteria.</li>
  <li>See here how ready you are, and what to fix first.</li>
</ol>`;

function curve(means: readonly number[]) {
  const path = means.map((mean, index) => `${xOf(index, means.length)} ${yOf(mean)}`);
  return svg`<path class="goal" d="M0 ${yOf(readyScore)}H540" />
    <path class="scores" d="M${path.join('L')}" />`;
}

function xOf(index: number, count: number): number {
  return 24 + (index * 440) / Math.max(1, count - 1);
}

function yOf(mean: number): number {
  return 118 - (mean - 1) * 25;
}

function weakestView(room: ProgressPage) {
  const { numbers, context } = room;
  const { weakest } = numbers;
  return html`<section class="weakest" aria-labelledby="weakest">
    <h2 id="weakest">What to fix first</h2>
    <p class="note">From each question, only the criterion with your lowest score.</p>
    <ol class="plain">
      ${weakest.map(({ code, criterion, five, score }) => {
        const question = context.questions.get(code);
        const name = question?.label ?? question?.title ?? code;
        return html`<li class="panel">
          <h3>${criterion}</h3>
          <b class="numeral">${score.toFixed(1)}</b>
          <p class="note">
            <a href=${context.paths.question(question?.slug ?? '')}>${name}</a>.
            A 5: ${five.replace(/(?<=\.) .*/, '')}
          </p>
          <a class="button" href=${practiceOf(context.paths.practice, code)}
            aria-label="Answer again: ${name}">Answer again</a>
        </li>`;
      })}
    </ol>
  </section>`;
}
