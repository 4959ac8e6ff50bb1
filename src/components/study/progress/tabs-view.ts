import { html, nothing } from 'lit-html';
import { labelOf } from '../../../domain/guide/label-of.ts';
import { describeTotal, notAssessed, totalOf } from '../../../domain/mock/scored-question.ts';
import { type QuestionState, readyScore } from '../../../domain/plan/ready.ts';
import { answerWords, gradeWords } from '../../../domain/practice/answer-words.ts';
import { leniencyText } from '../../../domain/practice/leniency.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import {
  type CardId,
  cardId,
  type MockRecord,
  type ReviewRecord,
} from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { levels } from '../../../guide.ts';
import { counted, dayText, momentText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { dataView } from './data-view.ts';
import { type ProgressPage, type TabId, tabs } from './progress-page.ts';

/** Shows the tabs. As the ARIA pattern asks, arrows, Home, and End move between them. */
export function tabsView(room: ProgressPage) {
  const onKey = (event: KeyboardEvent) => {
    const place = tabs.findIndex(({ id }) => id === room.tab);
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    // Otherwise, arrows would also press the main button of the page.
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

function scoresView(room: ProgressPage) {
  const { context, numbers } = room;
  const { states, others, isPlanned } = numbers;
  if (states.length + others.length === 0) {
    return html`<p>Your score for each question will be listed here, with its next review.</p>`;
  }
  const left = context.data.questions.length - states.length;
  const rest =
    isPlanned && left > 0
      ? ` The other ${counted(left, 'question doesn’t', 'questions don’t')} count against you.`
      : '';
  const leniency = leniencyText(context.settings.samples);
  return html`<p class="note">Ready means ${readyScore} or more on your last answer.${rest}</p>
    ${scoreList(states, room)}
    ${others.length === 0 ? nothing : html`<h3>Also practiced</h3>${scoreList(others, room)}`}
    ${leniency && html`<p class="note">${leniency}</p>`}`;
}

function scoreList(states: readonly QuestionState[], room: ProgressPage) {
  const { context, numbers } = room;
  const { days, answeredOn } = numbers.forecast;
  return html`<ol class="plain score-list">
    ${states.map(({ code, state, score }) => {
      const question = context.questions.get(code);
      const place = answeredOn.get(cardId('question', code))?.[0];
      const on = place === undefined ? undefined : days[place]?.day;
      const next = place === 0 ? 'today' : on === undefined ? '' : dayText(on, 'date');
      const link = writePracticeLink({ kind: 'question', code });
      return html`<li>
        <span class="dot ${state}"></span>
        <a href="${context.paths.practice}#${link}" title=${question?.title ?? ''}>${question?.label ?? question?.title ?? code}</a>
        <b>${score === undefined ? (state === 'new' ? 'new' : '–') : score.toFixed(1)}</b>
        <span class="note">${next}</span>
      </li>`;
    })}
  </ol>`;
}

function historyView(room: ProgressPage) {
  const { context, numbers } = room;
  const { mocks, reviews } = context.model.progress;
  if (reviews.length + mocks.length === 0) {
    return html`<p>Your answers will be listed here, day by day, once you start practicing.</p>`;
  }
  const answers = reviews.toSorted((a, b) => b.at - a.at);
  const left = answers.length - room.shownAnswers;
  const more = html`<div class="row">
    <button type="button" @click=${() => room.showMoreAnswers()}>Show more</button>
    <span class="note">${counted(left, 'earlier answer')}</span>
  </div>`;
  return html`<ol class="plain score-list by-day">
      ${numbers.days
        .slice(-maxDays)
        .reverse()
        .map(
          ({ day, answers, minutes, mean }) => html`<li>
            <span>${dayText(day)}: ${counted(answers, 'answer')}, ${counted(minutes, 'minute')}</span>
            <b>${mean === null ? '–' : mean.toFixed(1)}</b>
          </li>`,
        )}
    </ol>
    ${answers.length === 0 ? nothing : html`<h3>Latest answers</h3>`}
    <ol class="plain lines answers">
      ${answers.slice(0, room.shownAnswers).map((answer) => answerView(answer, room))}
    </ol>
    ${left > 0 ? more : nothing} ${mocks.length === 0 ? nothing : mocksView(mocks, context)}`;
}

const maxDays = 30;

function answerView({ card, at, grade, scores, seconds }: ReviewRecord, room: ProgressPage) {
  const given = scores.map((score) => score ?? notAssessed).join(', ');
  const result =
    scores.length === 0
      ? gradeWords[grade]
      : `${answerWords(scores) ?? 'Not assessed'} · scores ${given}`;
  return html`<li tabindex="-1">
    ${subjectView(card, room)}
    <span class="note facts-line">${momentText(at)} · ${result} · ${clockText(seconds)}</span>
  </li>`;
}

function subjectView(card: CardId, { context, termNames }: ProgressPage) {
  const { questions, paths } = context;
  const id = card.slice(card.indexOf(':') + 1);
  if (card.startsWith('term:')) {
    const name = termNames?.get(id) ?? id.replaceAll('-', ' ');
    return html`<a href=${paths.term(id)}>${name}</a> <span class="note">glossary term</span>`;
  }
  const question = questions.get(id);
  return question === undefined
    ? html`<span>A question that’s no longer in the guide (${id})</span>`
    : html`<a href=${paths.question(question.slug)}>${question.title}</a>
        <span class="tag" data-level=${question.level}>${labelOf(levels, question.level)}</span>`;
}

const fewMocks = 5;

function mocksView(mocks: readonly MockRecord[], { paths }: StudyContext) {
  const latest = mocks.toSorted((a, b) => b.at - a.at);
  const earlier = latest.slice(fewMocks);
  const mockView = ({ at, link, questions }: MockRecord) => html`<li>
    <a href="${paths.mock}#${link}">${momentText(at)}</a>
    <span class="note facts-line">
      ${counted(questions.length, 'question')} ·
      ${describeTotal(totalOf(questions.flatMap(({ scores }) => scores)))}
    </span>
  </li>`;
  const folded = html`<details>
    <summary>${counted(earlier.length, 'earlier interview')}</summary>
    <ol class="plain lines mocks">${earlier.map(mockView)}</ol>
  </details>`;
  return html`<h3>Mock interviews</h3>
    <ol class="plain lines mocks">${latest.slice(0, fewMocks).map(mockView)}</ol>
    ${earlier.length === 0 ? nothing : folded}`;
}
