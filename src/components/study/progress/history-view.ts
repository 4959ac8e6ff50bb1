import { html, nothing, type TemplateResult } from 'lit-html';
import { columnsView } from '../base/day-columns.ts';
import { counted, dayText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';
import { answersView } from './answers-view.ts';
import type { HistoryControl } from './history-control.ts';
import { mocksView } from './mocks-view.ts';
import { durationText } from './progress-text.ts';
import type { Numbers } from './read-numbers.ts';

/** What was done so far: days, answers, mock interviews. */
export function historyView(
  context: StudyContext,
  numbers: Numbers,
  control: HistoryControl,
): TemplateResult {
  const { mocks } = context.model.progress;
  return html`<section class="stack" aria-labelledby="history">
    <h2 id="history" tabindex="-1">History</h2>
    ${
      numbers.answers.length === 0
        ? html`<p>
            Your answers will be listed here, day by day, once you practice.
          </p>`
        : html`${daysView(numbers)}
            <h3>Latest answers</h3>
            ${answersView(context, numbers.answers, control)}`
    }
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
      <div>
        <dt>Answers</dt>
        <dd>${answers.length}</dd>
      </div>
      <div>
        <dt>Time</dt>
        <dd>${durationText(seconds)}</dd>
      </div>
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
