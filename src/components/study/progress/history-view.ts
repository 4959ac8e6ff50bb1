import { html, nothing, type TemplateResult } from 'lit-html';
import { describeTotal, totalOf } from '../../../domain/mock/scored-question.ts';
import { answerWords, gradeWords } from '../../../domain/practice/answer-words.ts';
import type { CardId, MockRecord, ReviewRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { columnsView } from '../base/day-columns.ts';
import { counted, dayText, momentText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { Numbers, ProgressPage } from './progress-page.ts';
import { figureView } from './readiness-view.ts';

export function historyView(room: ProgressPage): TemplateResult {
  const { context, numbers } = room;
  const { mocks } = context.model.progress;
  const none = html`<p>Your answers will be listed here, day by day, once you practice.</p>`;
  return html`<section class="stack" aria-labelledby="history">
    <h2 id="history" tabindex="-1">History</h2>
    ${numbers.answers.length === 0 ? none : [daysView(numbers), answersView(room)]}
    ${mocks.length === 0 ? nothing : mocksView(mocks, context)}
  </section>`;
}

function daysView({ streak, recent, answers }: Numbers): TemplateResult {
  const seconds = streak.days.reduce((sum, day) => sum + day.seconds, 0);
  const inRow = streak.current > 1 ? `${streak.current} days in a row; ` : '';
  const values = recent.map((day) => day.answers);
  const last = values.reduce((sum, value) => sum + value, 0);
  const studied = counted(values.filter((value) => value > 0).length, 'day');
  return html`<dl class="figures">
      ${figureView('Answers', answers.length)} ${figureView('Time', durationText(seconds))}
    </dl>
    <p>${inRow}${counted(streak.days.length, 'day')} in all.</p>
    ${columnsView({
      title: 'Answers by day',
      summary: `The last ${recent.length} days: ${counted(last, 'answer')} on ${studied}.`,
      unit: 'Day',
      names: recent.map(({ day }) => dayText(day)),
      series: [{ label: 'Answers', values }],
    })}`;
}

function answersView(room: ProgressPage): TemplateResult {
  const { answers } = room.numbers;
  const left = answers.length - room.shownAnswers;
  const more = html`<div class="row">
    <button type="button" @click=${() => room.showMoreAnswers()}>Show more</button>
    <span class="note">${counted(left, 'earlier answer')}</span>
  </div>`;
  return html`<h3>Latest answers</h3>
    <ol class="plain lines answers">
      ${answers.slice(0, room.shownAnswers).map((answer) => answerView(answer, room))}
    </ol>
    ${left > 0 ? more : nothing}`;
}

function answerView(
  { card, at, grade, scores, seconds }: ReviewRecord,
  room: ProgressPage,
): TemplateResult {
  const given = scores.map((score) => score ?? 'not assessed').join(', ');
  const result =
    scores.length === 0
      ? gradeWords[grade]
      : `${answerWords(scores) ?? 'Not assessed'} · scores ${given}`;
  return html`<li tabindex="-1">
    ${subjectView(card, room)}
    <span class="note facts-line">${momentText(at)} · ${result} · ${clockText(seconds)}</span>
  </li>`;
}

function subjectView(card: CardId, { context, termNames }: ProgressPage): TemplateResult {
  const { questions, paths } = context;
  const id = card.slice(card.indexOf(':') + 1);
  if (card.startsWith('term:')) {
    const name = termNames?.get(id) ?? id.replaceAll('-', ' ');
    return html`<a href=${paths.term(id)}>${name}</a> <span class="note">glossary term</span>`;
  }
  const question = questions.get(id);
  return question === undefined
    ? html`<span>A question that is no longer in the guide (${id})</span>`
    : html`<a href=${paths.question(question.slug)}>${question.title}</a>`;
}

const fewMocks = 5;

function mocksView(mocks: readonly MockRecord[], { paths }: StudyContext): TemplateResult {
  const latest = mocks.toSorted((a, b) => b.at - a.at);
  const earlier = latest.slice(fewMocks);
  const mockView = ({ at, link, questions }: MockRecord): TemplateResult => html`<li>
    <a href="${paths.mock}#${link}">${momentText(at)}</a>
    <span class="note facts-line">
      ${counted(questions.length, 'question')} ·
      ${describeTotal(totalOf(questions.flatMap(({ scores }) => scores)))}
    </span>
  </li>`;
  const folded = html`<details>
    <summary>${counted(earlier.length, 'earlier one')}</summary>
    <ol class="plain lines mocks">${earlier.map(mockView)}</ol>
  </details>`;
  return html`<h3>Mock interviews</h3>
    <ol class="plain lines mocks">${latest.slice(0, fewMocks).map(mockView)}</ol>
    ${earlier.length === 0 ? nothing : folded}`;
}

/** A duration as text, such as "2 h 5 min". */
function durationText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return seconds > 0 ? 'under 1 min' : '0 min';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
