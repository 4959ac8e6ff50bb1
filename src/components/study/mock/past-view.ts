import { html, nothing, type TemplateResult } from 'lit-html';
import { remaining } from '../../../domain/mock/clock.ts';
import { isUnderWay, type MockRun } from '../../../domain/mock/mock-run.ts';
import { describeTotal } from '../../../domain/mock/scorecard.ts';
import { titleOfCard } from '../../../domain/mock/scorecard-of-run.ts';
import { isBlank, type ScorecardRun } from '../../../domain/mock/scorecard-run.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { counted, momentText } from '../base/format.ts';

/** What is under way on this device: a mock interview, a scorecard. */
export function underWayView(
  state: {
    readonly run: MockRun | undefined;
    readonly card: ScorecardRun | undefined;
    readonly now: number;
  },
  page: string,
): TemplateResult | typeof nothing {
  const run = state.run !== undefined && isUnderWay(state.run) ? state.run : undefined;
  const card = state.card !== undefined && !isBlank(state.card) ? state.card : undefined;
  return html`${
    run === undefined
      ? nothing
      : html`<section class="panel main stack">
          <h2>A mock interview is under way</h2>
          <p>${describeRun(run, state.now)}</p>
          <p><a class="button primary" href="${page}#${run.link}">Go on</a></p>
        </section>`
  }
  ${
    card === undefined
      ? nothing
      : html`<section class="panel stack">
          <h2>A scorecard is open</h2>
          <p>${titleOfCard(card)}, ${counted(card.questions.length, 'question')}.</p>
          <p>
            <a class="button" href="${page}?as=interviewer#${card.link}">Go on with the scorecard</a>
          </p>
        </section>`
  }`;
}

/** How far a mock interview has come. */
export function describeRun({ stage, clock, codes }: MockRun, now: number): string {
  if (stage === 'locked') return 'Its result is not saved yet.';
  if (stage === 'scoring') return 'All questions are done; your answers are being scored.';
  const left = clockText(Math.ceil(remaining(clock, now) / 1000));
  const place = `Question ${clock.question + 1} of ${codes.length}`;
  return `${place}, ${left} left${clock.status === 'paused' ? ', paused' : ''}.`;
}

/** The reader's past mock interviews, the latest first. */
export function pastView(
  mocks: readonly MockRecord[],
  page: string,
): TemplateResult | typeof nothing {
  if (mocks.length === 0) return nothing;
  const latestFirst = [...mocks].sort((a, b) => b.at - a.at);
  return html`<section class="stack">
    <h2>Your mock interviews</h2>
    <ul class="plain lines">
      ${latestFirst.map(
        ({ id, at, link, questions }) => html`<li class="row">
          <span>
            <a href="${page}?result=${id}#${link}">${momentText(at)}</a>
            <span class="note"
              >${counted(questions.length, 'question')},
              ${describeTotal(totalOf(questions.flatMap(({ scores }) => scores)))}</span
            >
          </span>
        </li>`,
      )}
    </ul>
  </section>`;
}
