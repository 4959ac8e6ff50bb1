import { html, nothing } from 'lit-html';
import { hasPlan, planSize } from '../../../domain/plan/plan.ts';
import { practiceDays } from '../../../domain/plan/ready.ts';
import { makeQueue, planInput, queueInput, queueOf } from '../../../domain/practice/make-queue.ts';
import type { TermChoice } from '../../../domain/practice/practice-link.ts';
import { type Session, sessionProgress } from '../../../domain/practice/session-format.ts';
import { dayNumber } from '../../../domain/review/days.ts';
import { eveTitle, interviewAhead } from '../../../domain/review/due-day.ts';
import { forecast, minutesOf } from '../../../domain/review/forecast.ts';
import { eveMinutes } from '../../../domain/review/queue.ts';
import { readDay } from '../../../domain/review/read-day.ts';
import { levels, topics } from '../../../guide.ts';
import { counted, dayText, fieldsOf } from '../base/format.ts';
import { forwardButton, shortcutsTitle } from '../base/shortcuts.ts';
import { changeSettings } from '../base/study-context.ts';
import { dayStrip } from '../plan/day-strip.ts';
import type { PracticePage } from './practice-starter.ts';

type Today = ReturnType<typeof todayOf>;

/**
 * Shows the start of practice: one box with today's cards and the plan. Everything else is folded.
 */
export function beginView(host: PracticePage) {
  return html`${host.problems.map((problem) => html`<p class="warning" role="alert">${problem}</p>`)}
    ${todayView(host, todayOf(host))} ${chooseView(host)}`;
}

function todayOf({ starter, context }: PracticePage) {
  const { moment, questions } = starter;
  const { ids, counts, over } = queueOf({ kind: 'today' }, questions, moment);
  const { interviewOn } = context.settings;
  const interview = interviewAhead(interviewOn, moment.now, moment.offsetAt);
  const day = dayNumber(moment.now, moment.offsetAt);
  return {
    due: counts.due,
    total: ids.length,
    minutes: minutesOf(ids, questions),
    /** Cards beyond the daily limit. */
    over,
    /** Whole days until the interview. It is undefined if no date is ahead. */
    daysLeft: interview && interview.day - day,
    isInterviewDay: readDay(interviewOn ?? '') === day,
    plan: forecast(planInput(questions, moment)),
    hasPlan: hasPlan({ ...moment, settings: context.settings }),
  };
}

function todayView(host: PracticePage, today: Today) {
  const left = host.starter.savedSession();
  const canStart = left === undefined || left.session.name !== 'Today';
  return html`<section class="today ink" aria-labelledby="today">
    <h2 id="today" tabindex="-1" data-focus-key="today">${headingOf(today)}</h2>
    ${left && leftView(host, left.session)}
    ${canStart ? startView(host, today, left === undefined) : nothing}
    ${notesOf(host, today).map((note) => html`<p class="note">${note}</p>`)}
    ${planView(host, today)}
  </section>`;
}

function headingOf({ daysLeft, isInterviewDay }: Today): string {
  if (isInterviewDay) return 'Your interview is today';
  if (daysLeft === undefined) return 'Today';
  return daysLeft === 1 ? eveTitle : `Interview in ${counted(daysLeft, 'day')}`;
}

/** Says how far a session is, such as "Today: 3 of 9 done." The name may be a question's title. */
export function doneText(session: Session): string {
  const { reviewed, total } = sessionProgress(session);
  const name = session.name.replace(/[^?]$/, '$&:');
  return `${name} ${reviewed} of ${total} done.`;
}

function leftView(host: PracticePage, session: Session) {
  const { left, skipped } = sessionProgress(session);
  const label = session.name === 'Today' ? 'Continue today' : 'Continue';
  return html`<p class="lead">${doneText(session)}</p>
    <div class="row">
      ${forwardButton(`${label}: ${left + skipped} left`, () => host.resume())}
      <button type="button" class="quiet" @click=${() => void host.discard()}>Discard</button>
    </div>`;
}

function startView(host: PracticePage, today: Today, isMain: boolean) {
  const { due, total, minutes } = today;
  if (total === 0) return html`<p class="lead">Nothing more is planned for today. Well done.</p>`;
  const isBegun = host.context.model.progress.reviews.length > 0;
  const amount = due === 0 ? `${total} left` : `${total} left, ${due} due`;
  const start = () => host.begin({ kind: 'today' });
  return html`<p class="lead">
      ${counted(total, 'question')}, about ${minutes} minutes
      <span class="note">of speaking and checking</span>
    </p>
    <div class="row">
      <button type="button" class=${isMain ? 'primary' : ''} @click=${start}>
        ${isBegun ? `Continue today: ${amount}` : 'Start'}
        ${isMain ? html`<kbd>Space</kbd>` : nothing}
      </button>
    </div>
    ${longDayView(host, today)}`;
}

/** A day longer than this is long, in minutes. */
const longDay = 60;

/** Offers a lower limit to readers whose days are long. */
function longDayView({ context }: PracticePage, { minutes }: Today) {
  if (minutes <= longDay) return nothing;
  const limit = () => void changeSettings(context, { minutesPerDay: longDay });
  return html`<p class="note">
    That’s a long day.
    <button type="button" class="link" @click=${limit}>Limit each day to ${longDay} minutes</button>
  </p>`;
}

function notesOf(host: PracticePage, { daysLeft, isInterviewDay, over, total }: Today): string[] {
  const { interviewOn, minutesPerDay } = host.context.settings;
  const notes: string[] = [];
  if (daysLeft === 1)
    notes.push(`A short plan: your weakest questions, ${eveMinutes} minutes at most. Then sleep.`);
  if (isInterviewDay) {
    notes.push('Warm up with an answer or two out loud, then put this away. Good luck!');
  } else if (interviewOn !== null && daysLeft === undefined) {
    notes.push(
      `Your interview was set for ${dayText(interviewOn)}. Set a new date, or keep reviewing: each question is due again when you’re about to forget it.`,
    );
  }
  if (over > 0 && total > 0) {
    notes.push(
      `${counted(over, 'more question doesn’t', 'more questions don’t')} fit your limit of ${minutesPerDay} minutes per day and will wait until tomorrow.`,
    );
  }
  return notes;
}

/** Days of the forecast that the strip shows if there is no interview. */
const daysAhead = 7;

/** Shows the days of the plan, and where to change it. */
function planView(host: PracticePage, today: Today) {
  const { context, starter } = host;
  const { progress } = context.model;
  const { now, offsetAt } = starter.moment;
  const { plan, daysLeft, hasPlan } = today;
  const minutes = new Map<string, number>(
    starter.questions.map(({ id, minutes }) => [id, minutes]),
  );
  const strip = dayStrip({
    done: practiceDays(progress.reviews, (card) => minutes.get(card) ?? 0, now, offsetAt),
    planned: daysLeft === undefined ? plan.days.slice(0, daysAhead) : plan.days,
    interviewOn: context.settings.interviewOn,
    now,
  });
  const form = `${context.paths.progress}#plan`;
  return html`${strip}
    <p class="note no-print">
      ${fitText(host, today)}
      <a href=${form}>${hasPlan ? 'Change plan' : 'Make a plan'}</a>
    </p>`;
}

/** Says how many questions fit before the interview, for readers who haven't chosen which. */
function fitText({ context, starter }: PracticePage, { plan, daysLeft, hasPlan }: Today) {
  if (daysLeft === undefined || plan.unstarted === 0) return nothing;
  if (hasPlan) {
    const left = counted(
      plan.unstarted,
      'question of your plan doesn’t',
      'questions of your plan don’t',
    );
    return `${left} fit anymore.`;
  }
  const { count } = planSize(queueInput(starter.questions, starter.moment));
  const { minutesPerDay } = context.settings;
  return html`At ${minutesPerDay} minutes per day, you’ll master ${counted(count, 'question')}.
    <a href="${context.paths.progress}#plan">See the ${count} that matter most for your job</a> ·`;
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
    const { length: amount } = makeQueue({ kind }, starter.questions, context.data, starter.moment);
    const begin = () => host.begin({ kind });
    return html`<button type="button" ?disabled=${amount === 0} @click=${begin}>
      ${label} <span class="count">${amount}</span>
    </button>`;
  };
  const learningPaths = context.data.learningPaths.map(({ id, title }) => ({ id, label: title }));
  const beginTerms = (of: TermChoice) => host.begin({ kind: 'terms', of });
  return html`<details class="choose panel no-print">
    <summary><h2>Choose what to practice</h2></summary>
    <div class="stack">
      <div class="row">${plainChoices.map(button)}</div>
      <div class="picks">
        ${pickView('Level', levels, (id) => host.begin({ kind: 'level', id }))}
        ${pickView('Topic', topics, (id) => host.begin({ kind: 'topic', id }))}
        ${pickView('Learning path', learningPaths, (id) => host.begin({ kind: 'path', id }))}
      </div>
      <h3>Glossary flashcards</h3>
      <p class="note">
        Terms and acronyms, tested in both directions. They have their own schedule.
      </p>
      <div class="row">
        <button type="button" @click=${() => beginTerms({ kind: 'today' })}>Today’s terms</button>
        <button type="button" @click=${() => beginTerms({ kind: 'weak' })}>Weakest terms first</button>
      </div>
      <div class="picks">
        ${pickView('Terms in one topic', topics, (id) => beginTerms({ kind: 'topic', id }))}
      </div>
      <p class="keys">
        <button type="button" class="quiet" @click=${() => host.showShortcuts()}>
          ${shortcutsTitle} <kbd>?</kbd>
        </button>
      </p>
    </div>
  </details>`;
}

function pickView(
  name: string,
  entries: readonly { readonly id: string; readonly label: string }[],
  start: (id: string) => void,
) {
  const submit = (event: SubmitEvent) => {
    const id = fieldsOf(event).get('id');
    if (typeof id === 'string') start(id);
  };
  return html`<form class="row end" @submit=${submit}>
    <label class="field">
      <span>${name}</span>
      <select name="id">
        ${entries.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
      </select>
    </label>
    <button aria-label="Start: ${name.toLowerCase()}">Start</button>
  </form>`;
}
