import { html, nothing, type TemplateResult } from 'lit-html';
import { scoreText } from '../../../domain/practice/answer-words.ts';
import { leniencyText } from '../../../domain/practice/leniency.ts';
import { writePracticeLink } from '../../../domain/practice/practice-link.ts';
import { settingsOf } from '../../../domain/progress/settings.ts';
import type {
  CriterionChange,
  ScoreChange,
  WeekScore,
} from '../../../domain/review/score-trend.ts';
import { levels } from '../../../guide.ts';
import { columnsView } from '../base/day-columns.ts';
import { counted, dayText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { tableHead } from '../base/table-head.ts';
import type { Numbers } from './progress-page.ts';

export function scoresView(context: StudyContext, { trend }: Numbers): TemplateResult {
  const leniency = leniencyText(settingsOf(context.model.progress).samples);
  const { weeks, levels, criteria } = trend;
  const none = 'After your first scored answer, you’ll see here whether your scores rise.';
  const all = html`<p class="lead">${riseText(weeks)}</p>
    ${weeksView(weeks)} ${levelsView(levels)}
    ${criteria.length === 0 ? nothing : criteriaView(criteria, context)}`;
  return html`<section class="stack" aria-labelledby="scores">
    <h2 id="scores" tabindex="-1">Your scores</h2>
    ${weeks.length === 0 ? html`<p>${none}</p>` : all} ${leniency && html`<p class="note">${leniency}</p>`}
  </section>`;
}

function riseText(weeks: readonly WeekScore[]): string {
  const means = weeks.flatMap(({ mean }) => mean ?? []);
  const first = means[0] ?? 0;
  const last = means.at(-1) ?? 0;
  if (means.length < 2) return `You average ${scoreText(last)} of 5 in your first week.`;
  const change = Math.round((last - first) * 10) / 10;
  if (change === 0) return `Your average is steady at ${scoreText(last)} of 5.`;
  const verb = change > 0 ? 'rose' : 'fell';
  return `Your weekly average ${verb} from ${scoreText(first)} to ${scoreText(last)} of 5.`;
}

function weeksView(weeks: readonly WeekScore[]): TemplateResult {
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

function levelsView(changes: readonly ScoreChange[]): TemplateResult {
  return html`<table class="scores-table">
    <caption>Scores per level</caption>
    ${tableHead('Level', ['Questions', 'First', 'Latest'])}
    <tbody>
      ${changes.map(
        (change) => html`<tr>
          <th scope="row">${levels.find(({ id }) => id === change.id)?.label ?? change.id}</th>
          <td class="number">${change.count}</td>
          ${changeCells(change)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function criteriaView(
  changes: readonly CriterionChange[],
  { paths, questions }: StudyContext,
): TemplateResult {
  const addressOf = ({ code }: CriterionChange): string =>
    `${paths.practice}#${writePracticeLink({ kind: 'question', code })}`;
  return html`<table class="scores-table">
      <caption>Your lowest criteria</caption>
      ${tableHead('Criterion', ['First', 'Latest'])}
      <tbody>
        ${changes.map(
          (change) => html`<tr>
            <th scope="row">
              ${change.id}
              <a href=${addressOf(change)}>${questions.get(change.code)?.title}</a>
            </th>
            ${changeCells(change)}
          </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">
      The ${counted(changes.length, 'criterion', 'criteria')} with your lowest latest scores. Select a
      question to practice it.
    </p>`;
}

/** First and latest; one answer alone shows no change. */
function changeCells({ first, latest, isRepeated }: ScoreChange): TemplateResult {
  const change = Math.round((latest - first) * 10) / 10;
  const sign = change > 0 ? `+${change}` : String(change).replace('-', '−');
  return html`<td class="number">${isRepeated ? scoreText(first) : '–'}</td>
    <td class="number">
      ${scoreText(latest)}
      ${isRepeated && change !== 0 ? html`<span class="note">${sign}</span>` : nothing}
    </td>`;
}
