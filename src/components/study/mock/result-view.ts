import { html, nothing, type TemplateResult } from 'lit-html';
import { describeTotal, notAssessed } from '../../../domain/mock/scorecard.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import type { MockRecord } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { momentText } from '../base/format.ts';
import { questionLink } from '../base/question-link.ts';
import type { StudyContext } from '../base/study-context.ts';
import { compareView } from './compare-view.ts';
import { nextView } from './next-view.ts';

/** A finished mock interview. */
export interface ResultState {
  readonly record: MockRecord;
  /** Minutes that there were. */
  readonly minutes: number;
  readonly isSaved: boolean;
  readonly partnerCode: string;
}

/** What the reader can do with a result. */
export interface ResultActions {
  readonly compare: (code: string) => void;
  readonly saveAgain: () => void;
  readonly takeAgain: () => void;
}

/** The result of a mock interview. */
export function resultView(
  { record, minutes, isSaved, partnerCode }: ResultState,
  context: Pick<StudyContext, 'questions' | 'paths'>,
  actions: ResultActions,
): TemplateResult {
  const { link, questions } = record;
  return html`<h2 tabindex="-1">Your result</h2>
    ${figuresView(record, minutes)}
    ${
      isSaved
        ? html`<p class="note">
            Locked on ${momentText(record.at)} and kept on this device, among your mock interviews.
          </p>`
        : html`<div class="row warning">
            <span>This result is not saved yet.</span>
            <button type="button" @click=${actions.saveAgain}>Save it</button>
          </div>`
    }
    ${nextView(questions, context)}
    ${compareView(
      { link, own: questions, partnerCode, other: 'your partner', questions: context.questions },
      actions.compare,
    )}
    ${questionsView(record, context)}
    <div class="row">
      <a class="button" href=${context.paths.mock}>Draw another mock interview</a>
      <button type="button" @click=${actions.takeAgain}>Take this one again</button>
      <a class="button" href="${context.paths.mock}?as=interviewer#${link}">
        Score somebody with it
      </a>
    </div>`;
}

function figuresView({ questions }: MockRecord, minutes: number): TemplateResult {
  const total = totalOf(questions.flatMap(({ scores }) => scores));
  const seconds = questions.reduce((sum, question) => sum + question.seconds, 0);
  const figures = [
    ['Score', total.mean === null ? notAssessed : `${total.sum} of ${total.outOf}`],
    ...(total.mean === null ? [] : [['Mean', total.mean.toFixed(1)]]),
    ['Criteria not assessed', String(total.notAssessed)],
    ['Time used', clockText(seconds), `of ${clockText(minutes * 60)}`],
  ];
  return html`<dl class="figures">
    ${figures.map(
      ([name, value, more = '']) => html`<div>
        <dt>${name}</dt>
        <dd>${value} <span class="note">${more}</span></dd>
      </div>`,
    )}
  </dl>`;
}

function questionsView(
  { questions }: MockRecord,
  context: Pick<StudyContext, 'questions' | 'paths'>,
): TemplateResult {
  return html`<section class="stack">
    <h2>Question by question</h2>
    ${questions.map(({ code, scores, seconds }) => {
      const question = context.questions.get(code);
      return html`<section class="scored stack">
        <h3>
          ${question === undefined ? `Question ${code}, which the guide no longer has` : questionLink(question, context)}
        </h3>
        <p class="note">${describeTotal(totalOf(scores))}, ${clockText(seconds)}</p>
        <ul class="plain lines">
          ${scores.map(
            (score, place) => html`<li>
              <span>${question?.criteria[place]?.criterion ?? `Criterion ${place + 1}`}</span>
              <span class="given">${score ?? notAssessed}</span>
            </li>`,
          )}
        </ul>
        ${scores.length === 0 ? html`<p>It has no rubric.</p>` : nothing}
      </section>`;
    })}
  </section>`;
}
