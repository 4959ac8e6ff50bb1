import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { describeTotal, notAssessed } from '../../../domain/mock/scorecard.ts';
import { type CardQuestion, longestNote } from '../../../domain/mock/scorecard-run.ts';
import { totalOf } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { criterionView } from '../base/criterion-view.ts';
import { levelTag } from '../base/question-link.ts';
import { calibrationView } from './calibration-view.ts';
import type { OpenMock } from './open-mock.ts';
import type { Room } from './room.ts';

/** A question on the scorecard. */
export interface CardQuestionState {
  readonly open: OpenMock;
  readonly entry: CardQuestion;
  readonly place: number;
  /** Seconds that its timer counted. */
  readonly seconds: number;
  readonly isLocked: boolean;
}

/** One question to score: timer, sample answers, rubric, follow-up questions, a note. */
export function cardQuestionView(state: CardQuestionState, room: Room): TemplateResult {
  const { open, entry, place, isLocked } = state;
  const { questions, paths } = room.context;
  const question = questions.get(entry.code);
  return html`<section class="card-question stack" data-question=${entry.code}>
    <h3 tabindex="-1">${place + 1}. ${question?.title ?? `Question ${entry.code}`}</h3>
    ${
      question === undefined
        ? html`<p class="note">
            The guide no longer has this question. Its scores and your note are saved.
          </p>`
        : html`<p class="about note no-print">
            ${levelTag(question.level)}
            <a href=${paths.question(question.slug)} target="_blank" rel="noopener"
              >Open the question page (new tab)</a
            >
          </p>`
    }
    ${timerView(state, room)}
    ${question === undefined || isLocked ? nothing : calibrationView({ open, entry, question }, room)}
    ${(question?.criteria ?? []).map((criterion, index) =>
      criterionView(
        {
          name: `card-${entry.code}-${index}`,
          criterion,
          score: entry.scores[index] ?? null,
          isLocked,
        },
        (score) => room.interviewer.score(open, entry.code, index, score),
      ),
    )}
    ${followUpsView(question)} ${noteView(state, room)}
  </section>`;
}

function timerView(
  { open, entry, seconds, isLocked, place }: CardQuestionState,
  { interviewer }: Room,
): TemplateResult {
  const isRunning = entry.clock.since !== null;
  return html`<div class="row timer ink">
    <span>
      ${describeTotal(totalOf(entry.scores))}<span class="printed-line">, ${clockText(seconds)}</span>
    </span>
    <span class="push row">
      <span role="timer" class="seconds no-print">${clockText(seconds)}</span>
      <button
        type="button"
        ?disabled=${isLocked}
        @click=${() => interviewer.switchTimer(open, entry.code)}
      >
        ${isRunning ? 'Stop timer' : 'Start timer'}<span class="sr-only"> of question ${place + 1}</span>
      </button>
    </span>
  </div>`;
}

function followUpsView(question: StudyQuestion | undefined): TemplateResult | typeof nothing {
  if (question === undefined || question.probes.length === 0) return nothing;
  return html`<details class="no-print">
    <summary>Follow-up questions (${question.probes.length})</summary>
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

function noteView({ open, entry }: CardQuestionState, { interviewer }: Room): TemplateResult {
  const { code, note } = entry;
  return html`<label class="field no-print">
      Notes
      <textarea
        maxlength=${longestNote}
        .value=${live(note)}
        @input=${({ target }: Event) =>
          interviewer.note(open, code, (target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${note === '' ? nothing : html`<p class="printed own-note">${note}</p>`}`;
}

/** How much of a question has been scored, for the list at the top. */
export function scoredText(entry: CardQuestion, criteria: number): string {
  const assessed = entry.scores.filter((score) => score !== null).length;
  return assessed === 0 ? notAssessed : `${assessed} of ${criteria} scored`;
}
