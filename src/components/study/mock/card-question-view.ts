import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { describeTotal, notAssessed } from '../../../domain/mock/scorecard.ts';
import { type CardQuestion, longestNote } from '../../../domain/mock/scorecard-run.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { criterionView } from '../base/criterion-view.ts';
import { levelTag } from '../base/question-link.ts';

/** A question on the scorecard. */
export interface CardQuestionState {
  readonly entry: CardQuestion;
  /** Undefined if the guide no longer has it. */
  readonly question: StudyQuestion | undefined;
  readonly place: number;
  /** Seconds that its timer counted. */
  readonly seconds: number;
  readonly isLocked: boolean;
  /** Address of its page. */
  readonly page: string;
}

/** What the interviewer does with it. */
export interface CardQuestionActions {
  readonly score: (code: string, criterion: number, score: Score) => void;
  readonly note: (code: string, note: string) => void;
  readonly switchTimer: (code: string) => void;
}

/** One question to score: timer, rubric, what to ask after it, a note. */
export function cardQuestionView(
  state: CardQuestionState,
  actions: CardQuestionActions,
): TemplateResult {
  const { entry, question, place, isLocked } = state;
  return html`<section class="card-question stack" data-question=${entry.code}>
    <h3 tabindex="-1">${place + 1}. ${question?.title ?? `Question ${entry.code}`}</h3>
    ${
      question === undefined
        ? html`<p class="note">
            The guide no longer has this question. Its scores and your note are kept.
          </p>`
        : html`<p class="about note no-print">
            ${levelTag(question.level)}
            <a href=${state.page} target="_blank" rel="noopener">Its page (opens a new tab)</a>
          </p>`
    }
    ${timerView(state, actions)}
    ${(question?.criteria ?? []).map((criterion, index) =>
      criterionView(
        {
          name: `card-${entry.code}-${index}`,
          criterion,
          score: entry.scores[index] ?? null,
          isLocked,
        },
        (score) => actions.score(entry.code, index, score),
      ),
    )}
    ${probesView(question)} ${noteView(state, actions)}
  </section>`;
}

function timerView(
  { entry, seconds, isLocked, place }: CardQuestionState,
  { switchTimer }: CardQuestionActions,
): TemplateResult {
  const isRunning = entry.clock.since !== null;
  return html`<div class="row timer">
    <span>
      ${describeTotal(totalOf(entry.scores))}<span class="printed-line">, ${clockText(seconds)}</span>
    </span>
    <span class="push row">
      <span role="timer" class="seconds no-print">${clockText(seconds)}</span>
      <button
        type="button"
        ?disabled=${isLocked}
        @click=${() => switchTimer(entry.code)}
      >
        ${isRunning ? 'Stop timer' : 'Start timer'}<span class="sr-only"> of question ${place + 1}</span>
      </button>
    </span>
  </div>`;
}

function probesView(question: StudyQuestion | undefined): TemplateResult | typeof nothing {
  if (question === undefined || question.probes.length === 0) return nothing;
  return html`<details class="no-print">
    <summary>What to ask next (${question.probes.length})</summary>
    <dl class="probes">
      ${question.probes.map(
        ({ ask, reply }) => html`<div>
          <dt>${ask}</dt>
          <dd>${reply}</dd>
        </div>`,
      )}
    </dl>
  </details>`;
}

function noteView({ entry }: CardQuestionState, actions: CardQuestionActions): TemplateResult {
  const { code, note } = entry;
  return html`<label class="field no-print">
      Notes
      <textarea
        maxlength=${longestNote}
        .value=${live(note)}
        @input=${(event: Event) => actions.note(code, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${note === '' ? nothing : html`<p class="printed printed-note">${note}</p>`}`;
}

/** How much of a question has been scored, for the list at the top. */
export function scoredText(entry: CardQuestion, criteria: number): string {
  const assessed = entry.scores.filter((score) => score !== null).length;
  return assessed === 0 ? notAssessed : `${assessed} of ${criteria} scored`;
}
