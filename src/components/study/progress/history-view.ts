import { html, nothing } from 'lit-html';
import { labelOf } from '../../../domain/guide/label-of.ts';
import { describeTotal, notAssessed, totalOf } from '../../../domain/mock/scored-question.ts';
import { answerWords, gradeWords, scoreText } from '../../../domain/practice/answer-words.ts';
import { leniencyText } from '../../../domain/practice/leniency.ts';
import type { CardId, MockRecord, ReviewRecord } from '../../../domain/progress/records.ts';
import type {
  CriterionChange,
  ScoreChange,
  ScoreTrend,
  WeekScore,
} from '../../../domain/review/score-trend.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { levels } from '../../../guide.ts';
import { columnsView } from '../base/day-columns.ts';
import { counted, dayText, momentText } from '../base/format.ts';
import { practiceLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { tableHead } from '../base/table-head.ts';
import type { Numbers, ProgressPage } from './progress-page.ts';
import { figureView } from './readiness-view.ts';

export function historyView(room: ProgressPage) {
  const { context, numbers } = room;
  const { mocks } = context.model.progress;
  const none = html`<p>Your answers will be listed here, day by day, once you start practicing.</p>`;
  return html`<section class="stack" aria-labelledby="history">
    <h2 id="history" tabindex="-1">History</h2>
    ${numbers.answers.length === 0 ? none : [daysView(numbers), answersView(room)]}
    ${mocks.length === 0 ? nothing : mocksView(mocks, context)}
  </section>`;
}

function daysView({ streak, recent, answers }: Numbers) {
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

function answersView(room: ProgressPage) {
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
    : html`<a href=${paths.question(question.slug)}>${question.title}</a>`;
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

/** A duration as text, such as "2 h 5 min". */
function durationText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return seconds > 0 ? 'under 1 min' : '0 min';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function scoresView(context: StudyContext, { weeks, levels, criteria }: ScoreTrend) {
  const leniency = leniencyText(context.settings.samples);
  const none = 'After your first scored answer, you’ll see here whether your scores are rising.';
  const all = html`<p class="lead">${riseText(weeks)}</p>
    ${weeksView(weeks)} ${levelsView(levels)}
    ${criteria.length === 0 ? nothing : criteriaView(criteria, context)}`;
  return html`<section class="stack" aria-labelledby="scores">
    <h2 id="scores" tabindex="-1">Your scores</h2>
    ${weeks.length === 0 ? html`<p>${none}</p>` : all}
    ${leniency && html`<p class="note">${leniency}</p>`}
  </section>`;
}

function riseText(weeks: readonly WeekScore[]): string {
  const means = weeks.flatMap(({ mean }) => mean ?? []);
  const first = means[0] ?? 0;
  const last = means.at(-1) ?? 0;
  if (means.length < 2) return `You’re averaging ${scoreText(last)} out of 5 in your first week.`;
  const change = Math.round((last - first) * 10) / 10;
  if (change === 0) return `Your average is steady at ${scoreText(last)} out of 5.`;
  const verb = change > 0 ? 'rose' : 'fell';
  return `Your weekly average ${verb} from ${scoreText(first)} to ${scoreText(last)} out of 5.`;
}

function weeksView(weeks: readonly WeekScore[]) {
  const values = weeks.map(({ mean }) => Math.round((mean ?? 0) * 10) / 10);
  return columnsView({
    title: 'Mean score by week, from 1 to 5',
    summary: riseText(weeks),
    unit: 'Week of',
    names: weeks.map(({ monday }) => dayText(monday).replace(/^\w+, /, '')),
    series: [{ label: 'Mean score', values }],
    marks: { values: weeks.map(({ mean }) => (mean === null ? '' : scoreText(mean))) },
    max: 5,
  });
}

function levelsView(changes: readonly ScoreChange[]) {
  return html`<table class="scores-table">
    <caption>Scores per level</caption>
    ${tableHead('Level', ['Questions', 'First', 'Latest'])}
    <tbody>
      ${changes.map(
        (change) => html`<tr>
          <th scope="row">${labelOf(levels, change.id)}</th>
          <td class="number">${change.count}</td>
          ${changeCells(change)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function criteriaView(changes: readonly CriterionChange[], context: StudyContext) {
  return html`<table class="scores-table">
      <caption>Your weakest criteria</caption>
      ${tableHead('Criterion', ['First', 'Latest'])}
      <tbody>
        ${changes.map(
          (change) => html`<tr>
            <th scope="row">
              ${change.id} ${practiceLink(change.code, context)}
            </th>
            ${changeCells(change)}
          </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">
      The ${counted(changes.length, 'criterion', 'criteria')} with your lowest recent scores. Select a
      question to practice it.
    </p>`;
}

/** First and latest; one answer alone shows no change. */
function changeCells({ first, latest, isRepeated }: ScoreChange) {
  const change = Math.round((latest - first) * 10) / 10;
  const sign = change > 0 ? `+${change}` : String(change).replace('-', '−');
  return html`<td class="number">${isRepeated ? scoreText(first) : '–'}</td>
    <td class="number">
      ${scoreText(latest)}
      ${isRepeated && change !== 0 ? html`<span class="note">${sign}</span>` : nothing}
    </td>`;
}
