import { html, nothing } from 'lit-html';
import { notAssessed } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';

interface CriterionState {
  /** Name of its radio group, unique on the page. */
  readonly name: string;
  readonly criterion: StudyQuestion['criteria'][number];
  /** Undefined until it was scored or skipped. */
  readonly score: Score | undefined;
  readonly isLocked?: boolean;
  /** Whether digit keys score this one. */
  readonly isNext?: boolean;
}

const scores: readonly Score[] = [1, 2, 3, 4, 5, null];

/**
 * Scores one criterion, with what a 1, a 3, and a 5 sound like. Clicking a sentence gives its
 * score: a shortcut for the mouse; keyboards use the radio buttons.
 */
export function criterionView(
  { name, criterion, score, isLocked = false, isNext = false }: CriterionState,
  give: (score: Score) => void,
) {
  const anchors = [
    [1, criterion.one],
    [3, criterion.three],
    [5, criterion.five],
  ] as const;
  return html`<fieldset class="criterion" ?disabled=${isLocked} ?data-next=${isNext}>
    <legend>${criterion.criterion}</legend>
    <div class="scores">${scores.map((value) => radio(name, value, value === score, give))}</div>
    <dl class="anchors">
      ${anchors.map(([points, text]) => {
        const click = isLocked ? nothing : () => give(points);
        return html`<div data-points=${points} @click=${click}>
          <dt>${points}</dt>
          <dd id="${name}-${points}">${text}</dd>
        </div>`;
      })}
    </dl>
    <p class="printed">Score: ${score ?? notAssessed}</p>
  </fieldset>`;
}

function radio(name: string, value: Score, isChecked: boolean, give: (score: Score) => void) {
  const anchor = value === 1 || value === 3 || value === 5 ? `${name}-${value}` : '';
  return html`<label>
    <input type="radio" name=${name} value=${value ?? 'none'} aria-describedby=${anchor}
      .checked=${isChecked} @change=${() => give(value)} />
    <span>${value ?? html`<span aria-hidden="true">–</span><span class="sr-only">Not assessed</span>`}</span>
  </label>`;
}
