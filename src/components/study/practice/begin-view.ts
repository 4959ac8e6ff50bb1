import { html, nothing } from 'lit-html';
import { hasPlan } from '../../../domain/plan/plan.ts';
import { practiceDays } from '../../../domain/plan/practice-days.ts';
import { planInput, queueOf } from '../../../domain/practice/make-queue.ts';
import { nextStep } from '../../../domain/practice/next-step.ts';
import { type PracticeChoice, writePracticeLink } from '../../../domain/practice/practice-link.ts';
import { type Session, sessionProgress } from '../../../domain/practice/session-format.ts';
import type { StudyData } from '../../../domain/practice/study-data.ts';
import { dailyMinutes } from '../../../domain/progress/daily-minutes.ts';
import { dayNumber, readDay } from '../../../domain/review/days.ts';
import { eveTitle, interviewAhead } from '../../../domain/review/due-day.ts';
import { forecast } from '../../../domain/review/forecast.ts';
import { levels, topics } from '../../../guide-settings.ts';
import { counted, dayText, fieldsOf } from '../base/format.ts';
import { forwardButton } from '../base/shortcuts.ts';
import { dayStrip, unfitText } from '../plan/day-strip.ts';
import { isSingle, type PracticePage } from './practice-starter.ts';

type Today = ReturnType<typeof todayOf>;

/** Shows today's cards and the plan in one box. Everything else is folded. */
export function beginView(host: PracticePage) {
  return html`${host.problems.map((problem) => html`<p class="warning" role="alert">${problem}</p>`)}
    ${todayView(host, todayOf(host))} ${chooseView(host)}`;
}

function todayOf({ starter, context }: PracticePage) {
  const { moment, questions } = starter;
  const { ids, over } = queueOf({ kind: 'today' }, questions, moment);
  const { interviewOn } = context.settings;
  const interview = interviewAhead(interviewOn, moment.now, moment.offsetAt);
  const day = dayNumber(moment.now, moment.offsetAt);
  return {
    next: nextStep(questions, moment),
    total: ids.length,
    /** The number of cards beyond the daily limit. */
    over,
    /** Whole days until the interview. Undefined if no interview is ahead. */
    daysLeft: interview && interview.day - day,
    isInterviewDay: readDay(interviewOn ?? '') === day,
    plan: forecast(planInput(questions, moment)),
  };
}

function todayView(host: PracticePage, today: Today) {
  const saved = host.starter.offeredSession()?.session;
  const isSide = saved !== undefined && isSingle(saved);
  const canStart = saved?.name !== 'Today';
  const note = noteOf(host, today);
  return html`<section class="today ink panel" aria-labelledby="today">
    <h2 id="today" tabindex="-1" data-focus-key="today">${headingOf(today)}</h2>
    ${saved && !isSide ? leftView(host, saved) : nothing}
    ${canStart ? startView(host, today, saved === undefined || isSide) : nothing}
    ${isSide ? leftQuestionView(host, saved) : nothing}
    ${note && html`<p class="note">${note}</p>`}
    ${planView(host, today)}
  </section>`;
}

function headingOf({ daysLeft, isInterviewDay }: Today): string {
  if (isInterviewDay) return 'Your interview is today';
  if (daysLeft === undefined) return 'Today';
  return daysLeft === 1 ? eveTitle : `Interview in ${counted(daysLeft, 'day')}`;
}

/**
 * Says how much of a session is done, as in "Weakest first: 3 of 9 done." There is no colon after
 * a name that is a question.
 */
export function doneText(session: Session): string {
  const { reviewed, total } = sessionProgress(session);
  const done = `${reviewed} of ${total} done.`;
  // The heading already says "Today".
  return session.name === 'Today' ? done : `${session.name.replace(/[^?]$/, '$&:')} ${done}`;
}

function leftView(host: PracticePage, session: Session) {
  const { left } = sessionProgress(session);
  const label = session.name === 'Today' ? 'Continue today' : 'Continue';
  return html`<p class="lead">${doneText(session)}</p>
    <div class="row">
      ${forwardButton(`${label}: ${left} left`, () => host.resume())}
      <button type="button" class="quiet" @click=${() => void host.discard()}>Discard</button>
    </div>`;
}

/** Offers an unfinished answer to a single question, below the questions of the day. */
function leftQuestionView(host: PracticePage, { name }: Session) {
  return html`<p class="note">
    Unfinished answer: ${name}
    <button type="button" class="link" @click=${() => host.resume()}>Continue</button>
    <button type="button" class="link" @click=${() => void host.discard()}>Discard</button>
  </p>`;
}

function startView(host: PracticePage, { next }: Today, isMain: boolean) {
  if (next === undefined) return html`<p class="lead">There is nothing to practice.</p>`;
  const { label, text } = next;
  const start = () => host.begin(next.choice);
  const starts =
    host.starter.moment.progress.reviews.length > 0 ? ' The clock starts right away.' : '';
  return html`<p class="lead">${text}.${starts}</p>
    <div class="row">
      ${isMain ? forwardButton(label, start) : html`<button type="button" @click=${start}>${label}</button>`}
    </div>`;
}

function noteOf(host: PracticePage, today: Today): string | undefined {
  const { daysLeft, isInterviewDay, over, total } = today;
  const { interviewOn, minutesPerDay } = host.context.settings;
  if (isInterviewDay) {
    return 'Warm up with an answer or two out loud, then put this away. Good luck!';
  }
  if (daysLeft === 1) {
    return `A short plan: your weakest questions, ${dailyMinutes.eve} minutes at most. Then sleep.`;
  }
  if (interviewOn !== null && daysLeft === undefined) {
    return `Your interview was set for ${dayText(interviewOn)}. Set a new date, or keep reviewing: each question is due again when you’re about to forget it.`;
  }
  // Readers who haven't chosen a limit have the usual one, and don't need to hear about it.
  if (over === 0 || total === 0 || minutesPerDay === dailyMinutes.usual) return undefined;
  return `${counted(over, 'more question doesn’t', 'more questions don’t')} fit your limit of ${minutesPerDay} minutes per day and will wait until tomorrow.`;
}

function planView({ context, starter }: PracticePage, { plan, daysLeft }: Today) {
  const { moment, questions } = starter;
  const { interviewOn } = context.settings;
  const { reviews } = moment.progress;
  const strip = dayStrip({
    done: practiceDays(reviews, questions, moment.now, moment.offsetAt),
    planned: plan.days,
    interviewOn,
    now: moment.now,
  });
  const isPlanned = hasPlan({ ...moment, settings: context.settings });
  const isShort = daysLeft !== undefined && plan.unstarted > 0;
  return html`${strip}
    <p class="note no-print">
      ${isShort ? unfitText(plan.unstarted) : nothing}
      <a href="${context.paths.progress}#plan">${isPlanned ? 'Change plan' : 'Make a plan'}</a>
    </p>`;
}

const plainChoices = [
  { kind: 'due', label: 'Due' },
  { kind: 'weak', label: 'Weakest first' },
  { kind: 'new', label: 'New' },
  { kind: 'bookmarked', label: 'Saved' },
] as const;

function chooseView(host: PracticePage) {
  const { starter, context } = host;
  const button = ({ kind, label }: (typeof plainChoices)[number]) => {
    const { length: amount } = starter.queueOf({ kind });
    return html`<button type="button" ?disabled=${amount === 0} @click=${() => host.begin({ kind })}>
      ${label} <span class="count">${amount}</span>
    </button>`;
  };
  const terms = (label: string, kind: 'today' | 'weak') =>
    html`<button type="button" @click=${() => host.begin({ kind: 'terms', of: { kind } })}>
      ${label}
    </button>`;
  return html`<details class="choose panel no-print">
    <summary><h2>Choose what to practice</h2></summary>
    <div class="stack">
      <div class="row">${plainChoices.map(button)}</div>
      <div class="row">${terms('Today’s terms', 'today')} ${terms('Weakest terms first', 'weak')}</div>
      ${groupsView(context.data.learningPaths)}
    </div>
  </details>`;
}

function groupsView(learningPaths: StudyData['learningPaths']) {
  const option = (label: string, choice: PracticeChoice) =>
    html`<option value=${writePracticeLink(choice)}>${label}</option>`;
  const submit = (event: SubmitEvent) => {
    location.hash = String(fieldsOf(event).get('link'));
  };
  return html`<form class="row end" @submit=${submit}>
    <label class="field">
      <span>A level, a topic, a path, or flashcards</span>
      <select name="link">
        <optgroup label="Level">
          ${levels.map(({ id, label }) => option(label, { kind: 'level', id }))}
        </optgroup>
        <optgroup label="Topic">
          ${topics.map(({ id, label }) => option(label, { kind: 'topic', id }))}
        </optgroup>
        <optgroup label="Learning path">
          ${learningPaths.map(({ id, title }) => option(title, { kind: 'path', id }))}
        </optgroup>
        <optgroup label="Flashcards: terms of a topic">
          ${topics.map(({ id, label }) => option(label, { kind: 'terms', of: { kind: 'topic', id } }))}
        </optgroup>
      </select>
    </label>
    <button>Start</button>
  </form>`;
}
