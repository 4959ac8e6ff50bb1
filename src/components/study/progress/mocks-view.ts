import { html, nothing, type TemplateResult } from 'lit-html';
import { describeTotal } from '../../../domain/mock/scorecard.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import { counted, momentText } from '../base/format.ts';
import type { StudyContext } from '../base/study-context.ts';

/** Mock interviews that are shown without being asked for. */
const few = 5;

/** Past mock interviews, the latest first, each with its total and the link to it. */
export function mocksView(
  mocks: readonly MockRecord[],
  context: Pick<StudyContext, 'paths'>,
): TemplateResult {
  const latest = [...mocks].sort((a, b) => b.at - a.at);
  const earlier = latest.slice(few);
  return html`<h3>Mock interviews</h3>
    ${listView(latest.slice(0, few), context)}
    ${
      earlier.length === 0
        ? nothing
        : html`<details>
            <summary>${counted(earlier.length, 'earlier one')}</summary>
            ${listView(earlier, context)}
          </details>`
    }`;
}

function listView(
  mocks: readonly MockRecord[],
  { paths }: Pick<StudyContext, 'paths'>,
): TemplateResult {
  return html`<ol class="plain lines mocks">
    ${mocks.map(
      ({ at, link, questions }) => html`<li>
        <a href="${paths.mock}#${link}">${momentText(at)}</a>
        <span class="note facts-line">
          ${counted(questions.length, 'question')} ·
          ${describeTotal(totalOf(questions.flatMap(({ scores }) => scores)))}
        </span>
      </li>`,
    )}
  </ol>`;
}
