import { html, nothing } from 'lit-html';
import { checkingMinutes } from '../../../domain/practice/decks.ts';
import { makeQueue, queueInput, queueOf } from '../../../domain/practice/make-queue.ts';
import type { TermChoice } from '../../../domain/practice/practice-link.ts';
import { type Session, sessionProgress } from '../../../domain/practice/session-format.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { eveTitle, interviewAhead } from '../../../domain/review/due-day.ts';
import { forecast, minutesOf } from '../../../domain/review/forecast.ts';
import { eveMinutes } from '../../../domain/review/queue.ts';
import { readDay } from '../../../domain/review/read-day.ts';
import { levels, topics } from '../../../guide.ts';
import { counted, dayText, fieldsOf, typedIn } from '../base/format.ts';
import { dateField, planChart, planFields, savePlan } from '../base/plan.ts';
import { forwardButton, shortcutsTitle } from '../base/shortcuts.ts';
import { changeSettings, type StudyContext } from '../base/study-context.ts';
import type { PracticePage } from './practice-starter.ts';

type Today = ReturnType<typeof todayOf>;

/**
 * The start of practice. First visit: the interview date, then the plan and one button. Later: one
 * box with today's cards. Everything else is folded.
 */
export function beginView(host: PracticePage) {
  const { progress } = host.context.model;
  const left = host.starter.savedSession();
  const isFirst = progress.settings.length === 0 && progress.reviews.length === 0 && !left;
  const today = todayOf(host);
  return html`${host.problems.map((problem) => html`<p class="warning" role="alert">${problem}</p>`)}
    ${isFirst ? dateQuestion(host) : html`${todayView(host, today)} ${planView(host, today)}`}
    ${chooseView(host)}`;
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
    /** Cards that don't fit the daily limit. */
    over,
    /** Whole days until the interview; undefined if there is no date ahead. */
    daysLeft: interview && interview.day - day,
    isInterviewDay: readDay(interviewOn ?? '') === day,
    plan: forecast(queueInput(questions, moment)),
  };
}

const chips = [
  { label: 'This week', days: 5 },
  { label: 'In two weeks', days: 14 },
  { label: 'No date yet', days: undefined },
] as const;

function dateQuestion(host: PracticePage) {
  const { moment } = host.starter;
  const today = dayNumber(moment.now, moment.offsetAt);
  const set = (interviewOn: string | null) => void changeSettings(host.context, { interviewOn });
  const chip = ({ label, days }: (typeof chips)[number]) => {
    const day = days === undefined ? null : dayName(today + days);
    return html`<button type="button" class="choice" @click=${() => set(day)}>${label}</button>`;
  };
  const submit = (event: SubmitEvent) => set(String(fieldsOf(event).get('interviewOn')));
  return html`<section class="begin stack" aria-labelledby="when">
    <h2 id="when" tabindex="-1" data-focus-key="when">When is your interview?</h2>
    <p>
      We plan your practice up to that day. You answer out loud, compare, and score yourself. Nothing
      leaves this browser.
    </p>
    <div class="row">${chips.map(chip)}</div>
    <form class="row end no-print" @submit=${submit}>
      <label class="field">Or pick a date ${dateField(null, true)}</label>
      <button>Set date</button>
    </form>
  </section>`;
}

function todayView(host: PracticePage, today: Today) {
  const left = host.starter.savedSession();
  const canStart = left === undefined || left.session.name !== 'Today';
  return html`<section class="today ink" aria-labelledby="today">
    <h2 id="today" tabindex="-1" data-focus-key="today">${headingOf(today)}</h2>
    ${left && leftView(host, left.session)}
    ${canStart ? startView(host, today, left === undefined) : nothing}
    ${notesOf(host, today).map((note) => html`<p class="note">${note}</p>`)}
  </section>`;
}

function headingOf({ daysLeft, isInterviewDay }: Today): string {
  if (isInterviewDay) return 'Your interview is today';
  if (daysLeft === undefined) return 'Today';
  return daysLeft === 1 ? eveTitle : `Interview in ${counted(daysLeft, 'day')}`;
}

/** Such as "Today: 3 of 9 done." The name may be the title of a question. */
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

/** In minutes. */
const longDay = 60;

/** Offers a daily limit to readers who have not set one and have a long day ahead. */
function longDayView({ context }: PracticePage, { minutes }: Today) {
  if (minutes <= longDay || context.settings.minutesPerDay !== undefined) return nothing;
  const limit = () => void changeSettings(context, { minutesPerDay: longDay });
  return html`<p class="note">
    That’s a long day.
    <button type="button" class="link" @click=${limit}>Limit each day to ${longDay} minutes</button>
  </p>`;
}

function notesOf(host: PracticePage, { daysLeft, isInterviewDay, over, plan }: Today): string[] {
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
  if (over > 0) {
    notes.push(
      `${counted(over, 'more question doesn’t', 'more questions don’t')} fit your limit of ${minutesPerDay} minutes per day and will wait until tomorrow.`,
    );
  }
  if (daysLeft !== undefined && plan.unstarted > 0) {
    const advice =
      minutesPerDay === undefined
        ? 'Choose the ones that matter most.'
        : 'Raise your daily limit, or choose the ones that matter most.';
    const left = counted(plan.unstarted, 'question doesn’t', 'questions don’t');
    notes.push(`${left} fit before your interview. ${advice}`);
  }
  return notes;
}

function planView(host: PracticePage, { plan, daysLeft }: Today) {
  const { context } = host;
  const { interviewOn, minutesPerDay } = context.settings;
  const days = daysLeft === undefined ? plan.days.slice(0, 14) : plan.days;
  const title =
    daysLeft === undefined || interviewOn === null
      ? 'Minutes per day for the next two weeks'
      : `Minutes per day until your interview on ${dayText(interviewOn, 'long')}`;
  const change = (event: SubmitEvent) => {
    const fields = fieldsOf(event);
    void changeSettings(context, {
      interviewOn: String(fields.get('interviewOn')) || null,
      newPerDay: Number(fields.get('newPerDay')),
    });
  };
  const save = () => void savePlan(context, 'question', plan.days);
  return html`<section class="plan stack" aria-labelledby="plan">
    <h2 id="plan">Your plan</h2>
    ${planChart('question', days, title)} ${limitView(context, minutesPerDay)}
    <details class="panel no-print">
      <summary>Change the date or the pace</summary>
      <form class="row end" @submit=${change}>
        ${planFields(context.settings)}
        <button>Save</button>
        <p class="note">
          If you set a date, every question is due again before that day. Each question takes its speaking time plus about ${checkingMinutes} minutes to check.
        </p>
      </form>
    </details>
    <div class="row no-print">
      <button type="button" @click=${save}>Add plan to calendar (.ics)</button>
    </div>
  </section>`;
}

const limits = [15, 30, 45, 60, 90, 120];

function limitView(context: StudyContext, limit: number | undefined) {
  const choices = limit === undefined ? limits : [...new Set([...limits, limit])];
  const option = (minutes: number) =>
    html`<option value=${minutes} ?selected=${minutes === limit}>${minutes} minutes</option>`;
  const change = (event: Event) =>
    void changeSettings(context, { minutesPerDay: Number(typedIn(event)) || undefined });
  return html`<label class="field limit no-print">
    <span>Daily limit</span>
    <select @change=${change}>
      <option value="" ?selected=${limit === undefined}>No limit</option>
      ${choices.toSorted((a, b) => a - b).map(option)}
    </select>
  </label>`;
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
  const paths = context.data.paths.map(({ id, title }) => ({ id, label: title }));
  const beginTerms = (of: TermChoice) => host.begin({ kind: 'terms', of });
  return html`<details class="choose panel no-print">
    <summary><h2>Choose what to practice</h2></summary>
    <div class="stack">
      <div class="row">${plainChoices.map(button)}</div>
      <div class="picks">
        ${pickView('Level', levels, (id) => host.begin({ kind: 'level', id }))}
        ${pickView('Topic', topics, (id) => host.begin({ kind: 'topic', id }))}
        ${pickView('Learning path', paths, (id) => host.begin({ kind: 'path', id }))}
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
