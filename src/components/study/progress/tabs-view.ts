import { html, nothing } from 'lit-html';
import type { PracticeDay } from '../../../domain/plan/practice-days.ts';
import { type QuestionState, readyScore } from '../../../domain/plan/readiness.ts';
import { leniencyText } from '../../../domain/practice/leniency.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import { cardId } from '../../../domain/progress/records.ts';
import { foldedList } from '../base/folded-list.ts';
import { answersText, counted, dayText } from '../base/format.ts';
import { dataView } from './data-view.ts';
import { type ProgressPage, type TabId, tabs } from './progress-page.ts';

/**
 * Shows the tabs. The arrow keys, Home, and End move between them, as the ARIA pattern requires.
 */
export function tabsView(room: ProgressPage) {
  const onKey = (event: KeyboardEvent) => {
    const index = tabs.findIndex(({ id }) => id === room.tab);
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    // The page's shortcuts don't get this key.
    event.stopPropagation();
    room.choose(next.id);
    room.focusOn(`#tab-${next.id}`);
  };
  const views: Readonly<Record<TabId, () => unknown>> = {
    scores: () => scoresView(room),
    history: () => historyView(room),
    'your-data': () => dataView(room),
  };
  return html`<section class="details" aria-label="Details">
    <div role="tablist" aria-label="Details" @keydown=${onKey}>
      ${tabs.map(({ id, label }) => {
        const isOn = room.tab === id;
        return html`<button type="button" role="tab" id="tab-${id}" aria-controls=${id}
          aria-selected=${isOn} tabindex=${isOn ? 0 : -1} @click=${() => room.choose(id)}>
          ${label}
        </button>`;
      })}
    </div>
    ${tabs.map(
      ({ id }) => html`<div role="tabpanel" id=${id} aria-labelledby="tab-${id}" class="stack"
        ?hidden=${room.tab !== id}>${views[id]()}</div>`,
    )}
  </section>`;
}

/**
 * The maximum number of scores shown: five rows of three, which fit below the readiness section.
 */
const maxScores = 15;

function scoresView(room: ProgressPage) {
  const { context, numbers } = room;
  const { states, others, isPlanned } = numbers;
  if (states.length + others.length === 0) {
    return html`<p>Your score for each question will be listed here, with its next review.</p>`;
  }
  const unplanned = context.data.questions.length - states.length;
  const rest =
    isPlanned && unplanned > 0
      ? ` The other ${counted(unplanned, 'question doesn’t', 'questions don’t')} count against you.`
      : '';
  const leniency = leniencyText(context.settings.samples);
  const view = (state: QuestionState) => scoreView(state, room);
  const look = 'score-list';
  return html`${foldedList(states, maxScores, view, { look, noun: 'more question' })}
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>${counted(others.length, 'question')} also practiced</summary>
            <ol class="plain ${look}">${others.map(view)}</ol>
          </details>`
    }
    <p class="note">
      Ready means ${readyScore} or more on your last answer.${rest} ${leniency}
    </p>`;
}

const dots = { ready: '', started: 'fair', new: 'none' } as const;

function scoreView({ code, state, score }: QuestionState, room: ProgressPage) {
  const { context, numbers } = room;
  const { days, answeredOn } = numbers.forecast;
  const question = context.questions.get(code);
  const dayIndex = answeredOn.get(cardId('question', code))?.[0];
  const on = dayIndex === undefined ? undefined : days[dayIndex]?.day;
  const next = dayIndex === 0 ? 'today' : on === undefined ? '' : dayText(on, 'date');
  const link = writePracticeLink({ kind: 'question', code });
  return html`<li>
    <span class="dot ${dots[state]}"></span>
    <a class="title-link" href="${context.paths.practice}#${link}" title=${question?.title ?? ''}>
      ${question?.label ?? question?.title ?? code}
    </a>
    <b>${score === undefined ? (state === 'new' ? 'new' : '–') : score.toFixed(1)}</b>
    <span class="note">${next}</span>
  </li>`;
}

const maxDays = 10;

function historyView({ context, numbers }: ProgressPage) {
  const days = numbers.days.toReversed();
  if (days.length === 0) {
    return html`<p>Your answers will be listed here, day by day, once you start practicing.</p>`;
  }
  const labelOf = (code: string) => context.questions.get(code)?.label ?? code;
  const view = ({ day, codes, answers, seconds, mean }: PracticeDay) => html`<li>
    <span>
      <strong>${dayText(day)}</strong>
      <span class="note">${answersText(answers, seconds)}</span>
    </span>
    <span class="note">${codes.map(labelOf).join(', ')}</span>
    <b>${mean === null ? '–' : mean.toFixed(1)}</b>
  </li>`;
  return foldedList(days, maxDays, view, { look: 'lines by-day', noun: 'earlier day' });
}
