import { html, nothing } from 'lit-html';
import { labelOf } from '../../../domain/guide/label-of.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import type { Deck } from '../../../domain/progress/records.ts';
import type { CardRecall, Readiness } from '../../../domain/review/readiness.ts';
import { levels, topics } from '../../../guide.ts';
import { counted, dayText, fieldsOf, percentText } from '../base/format.ts';
import { planChart, planFields, planSummary } from '../base/plan.ts';
import { practiceLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { Numbers, ProgressPage } from './progress-page.ts';

const fewTopics = 8;

export function readinessView(room: ProgressPage) {
  const { context, numbers } = room;
  const { daysLeft, weakest, whole } = numbers.outlook;
  const when = daysLeft === null ? 'now' : 'on interview day';
  return html`<section class="stack" aria-labelledby="readiness">
    <h2 id="readiness" tabindex="-1">Readiness</h2>
    <p class="lead">${leadText(context.settings.interviewOn, daysLeft)}</p>
    ${figuresView(numbers)}
    <p class="note">
      The share of questions you’d remember ${when}, estimated from your own scores (FSRS).
      Questions you haven’t answered count as zero. Mock interviews aren’t counted here.
    </p>
    ${actionsView(room)} ${settingsView(daysLeft !== null, room)}
    ${weakest.length === 0 ? nothing : weakestView(weakest, context, when)}
    ${whole.seen === 0 ? html`<p>${noGroups}</p>` : groupTablesView(room)}
  </section>`;
}

const noGroups = 'After your first answer, you’ll see your readiness by level and topic here.';

function leadText(interviewOn: string | null, daysLeft: number | null): string {
  if (interviewOn === null) return 'You haven’t set an interview date.';
  const day = dayText(interviewOn);
  if (daysLeft === null) {
    return `Your interview date, ${day}, has arrived. Set a new date to keep planning.`;
  }
  return `Interview ${daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`} (${day})`;
}

function recallLabel({ outlook }: Numbers): string {
  return outlook.daysLeft === null ? 'Recall now' : 'If you stop now';
}

function figuresView(numbers: Numbers) {
  const { recall, withPlan, seen, total } = numbers.outlook.whole;
  return html`<dl class="figures">
    ${figureView(recallLabel(numbers), percentText(recall))}
    ${withPlan === null ? nothing : figureView('If you follow the plan', percentText(withPlan))}
    ${figureView('Answered so far', `${seen} of ${total}`)}
  </dl>`;
}

export function figureView(name: string, value: string | number) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function actionsView({ context, numbers }: ProgressPage) {
  const { practice } = context.paths;
  const { days, whole } = numbers.outlook;
  const { due, new: fresh } = days[0] ?? { due: 0, new: 0 };
  const address = `${practice}#${writePracticeLink({ kind: 'today' })}`;
  const label = whole.seen === 0 ? 'Start practicing' : 'Practice today’s questions';
  const today = html`<a class="button primary" href=${address}>${label}</a>
    <span class="note">${plannedText(due, fresh)}</span>`;
  const weak = html`<a class="button" href="${practice}#${writePracticeLink({ kind: 'weak' })}">
    Practice weak questions
  </a>`;
  return html`<div class="row">
    ${due + fresh === 0 ? html`<p>Nothing more is planned for today.</p>` : today}
    ${whole.seen === 0 ? nothing : weak}
  </div>`;
}

function plannedText(due: number, fresh: number): string {
  if (due === 0) return `${fresh} new`;
  return fresh === 0 ? `${due} due` : `${due} due, ${fresh} new`;
}

function weakestView(weakest: readonly CardRecall[], context: StudyContext, when: string) {
  return html`<h3>Your weakest questions</h3>
    <p class="note">How likely you are to remember each one ${when}. Select a question to practice it.</p>
    <ol class="plain lines">
      ${weakest.map(({ id, recall }) => {
        const code = id.slice(id.indexOf(':') + 1);
        return html`<li class="apart">
          ${practiceLink(code, context)} <span class="number">${percentText(recall)}</span>
        </li>`;
      })}
    </ol>`;
}

function groupTablesView(room: ProgressPage) {
  const { numbers, hasAllTopics } = room;
  const { levels, topics } = numbers.outlook;
  const shown = hasAllTopics ? topics : topics.slice(0, fewTopics);
  return html`${groupsView('level', levels, room)} ${groupsView('topic', shown, room)}
    <div class="row">
      <button type="button" aria-expanded=${hasAllTopics} @click=${() => room.toggleTopics()}>
        ${hasAllTopics ? 'Show fewer topics' : `Show all ${counted(topics.length, 'topic')}`}
      </button>
      <span class="note">Weakest first. Select a level or topic to practice it.</span>
    </div>`;
}

function groupsView(kind: 'level' | 'topic', groups: readonly Readiness[], room: ProgressPage) {
  const words = kind === 'level' ? levels : topics;
  const { practice } = room.context.paths;
  return html`<table class="groups">
    <caption>By ${kind}</caption>
    <thead>
      <tr>
        <th scope="col">${kind === 'level' ? 'Level' : 'Topic'}</th>
        <th scope="col" class="number">Done</th>
        <th scope="col">${recallLabel(room.numbers)}</th>
      </tr>
    </thead>
    <tbody>
      ${groups.map(
        ({ id, seen, total, recall: share }) => html`<tr>
          <th scope="row">
            <a href="${practice}#${writePracticeLink({ kind, id })}">${labelOf(words, id)}</a>
          </th>
          <td class="number">${seen} of ${total}</td>
          <td>
            <span class="share">
              <span class="bar" aria-hidden="true"
                ><span .style="width:${(share * 100).toFixed(1)}%"></span
              ></span>
              <span>${percentText(share)}</span>
            </span>
          </td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function settingsView(isAhead: boolean, room: ProgressPage) {
  const { settings } = room.context;
  const save = (event: SubmitEvent) => void room.saveSettings(fieldsOf(event));
  return html`<details class="panel no-print" ?open=${!isAhead}>
      <summary>${isAhead ? 'Change the date or the limits' : 'Set your interview date'}</summary>
      <form class="row end" @submit=${save}>
        ${planFields(settings)}
        <label class="field">
          Minutes per day (limit)
          <input type="number" name="minutesPerDay" min="5" max="600" placeholder="none"
            .value=${String(settings.minutesPerDay ?? '')} />
        </label>
        <button>Save</button>
        <p class="note">
          ${isAhead ? 'No interview anymore? Clear the date. ' : ''}If you set a date, you start every question
          early enough to see it again before that day.
        </p>
      </form>
    </details>
    ${room.noticeAt('settings')}`;
}

export function planView(room: ProgressPage) {
  const hasTerms = room.context.model.progress.cards.some(({ id }) => id.startsWith('term:'));
  return html`<section class="stack" aria-labelledby="next">
    <h2 id="next" tabindex="-1">What comes next</h2>
    ${hasTerms || room.deck === 'term' ? decksView(room) : nothing}
    ${daysView(room)}
  </section>`;
}

function decksView(room: ProgressPage) {
  const button = (deck: Deck, label: string) => {
    const choose = () => void room.chooseDeck(deck);
    return html`<button type="button" aria-pressed=${room.deck === deck} @click=${choose}>
      ${label}
    </button>`;
  };
  return html`<div class="row" role="group" aria-label="Plan for">
    ${button('question', 'Questions')} ${button('term', 'Glossary terms')}
  </div>`;
}

function daysView(room: ProgressPage) {
  const { plan: days, outlook } = room.numbers;
  if (days === undefined) return html`<p role="status">Loading the glossary…</p>`;
  if ('problem' in days) return html`<p role="alert" class="trouble">${days.problem}</p>`;
  const left = room.deck === 'question' ? outlook.unstarted : 0;
  const unfit = html`<p>
    ${counted(left, 'question doesn’t', 'questions don’t')} fit before your interview. Raise your
    daily limit, or choose the ones that matter most.
  </p>`;
  return html`<p>${planSummary(room.deck, days.value)}</p>
    ${left === 0 ? nothing : unfit} ${planChart(room.deck, days.value, 'Planned by day')}
    <div class="row">
      <button type="button" @click=${() => void room.saveCalendar(days.value)}>
        Add plan to calendar (.ics)
      </button>
    </div>
    <p class="note">
      This assumes that you finish each day’s plan and remember most of it. If you forget
      more, you’ll have more to review. A newer file replaces the older plan in your calendar.
    </p>
    ${room.noticeAt('plan')}`;
}
