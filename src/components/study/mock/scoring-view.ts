import { html, nothing, type TemplateResult } from 'lit-html';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import { criterionView } from '../base/criterion-view.ts';
import { counted } from '../base/format.ts';

/** What a candidate sees while scoring. */
export interface ScoringState {
  readonly code: string;
  /** Undefined if the guide no longer has the question. */
  readonly question: StudyQuestion | undefined;
  /** Address of its model answer. */
  readonly answer: string;
  readonly place: number;
  readonly count: number;
  readonly scores: readonly Score[];
  /** Seconds spent on it. */
  readonly seconds: number;
  /** Whether it was asked at all before the end. */
  readonly wasAsked: boolean;
  /** Criteria of all questions without a score. */
  readonly notAssessed: number;
}

/** What a candidate can do while scoring. */
export interface ScoringActions {
  readonly score: (criterion: number, score: Score) => void;
  readonly goTo: (place: number) => void;
  readonly lock: () => void;
  readonly showKeys: () => void;
}

/** One question with its rubric. */
export function scoringView(state: ScoringState, actions: ScoringActions): TemplateResult {
  const { question, place, count, wasAsked, seconds } = state;
  return html`<section class="scoring stack" data-question=${state.code}>
    <h2 tabindex="-1">
      <span class="which">Score your answer ${place + 1} of ${count}</span>
      <span class="asked">${question?.title ?? `The guide has no question ${state.code} any more.`}</span>
    </h2>
    <p class="note">
      ${wasAsked ? `You spent ${clockText(seconds)} on it.` : 'You did not get to this question.'}
      ${
        question === undefined
          ? nothing
          : html`<a href=${state.answer} target="_blank" rel="noopener"
              >Compare with the model answer (opens a new tab)</a
            >`
      }
    </p>
    ${question?.criteria.map((criterion, index) =>
      criterionView(
        {
          name: `score-${state.code}-${index}`,
          criterion,
          score: state.scores[index] ?? null,
          isLocked: false,
        },
        (score) => actions.score(index, score),
      ),
    )}
    ${stepsView(state, actions)}
  </section>`;
}

function stepsView(
  { place, count, notAssessed }: ScoringState,
  { goTo, lock, showKeys }: ScoringActions,
): TemplateResult {
  const isLast = place + 1 === count;
  return html`${
    isLast
      ? html`<div class="panel main stack">
            <p>
              Once locked, scores can’t be changed. Only locked scores can be compared with a partner’s.
              ${
                notAssessed === 0
                  ? 'Every criterion has a score.'
                  : `${counted(notAssessed, 'criterion is', 'criteria are')} not assessed and will not count.`
              }
            </p>
            <p>
              <button type="button" class="primary" @click=${lock}>Lock my scores</button>
            </p>
          </div>`
      : nothing
  }
    <div class="row">
      ${
        isLast
          ? nothing
          : html`<button type="button" class="primary" @click=${() => goTo(place + 1)}>
              Next answer <kbd aria-hidden="true">n</kbd>
            </button>`
      }
      ${
        place === 0
          ? nothing
          : html`<button type="button" @click=${() => goTo(place - 1)}>
              Back <kbd aria-hidden="true">p</kbd>
            </button>`
      }
      <button type="button" class="quiet" @click=${showKeys}>Keyboard shortcuts</button>
    </div>`;
}
