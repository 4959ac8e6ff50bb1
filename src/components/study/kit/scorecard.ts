import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';

interface ScorecardState {
  /** Prefix for the names of its radio groups. It is unique on the page. */
  readonly name: string;
  readonly criteria: StudyQuestion['criteria'];
  readonly scores: readonly Score[];
  readonly isLocked: boolean;
  /** Index of the criterion to score next. */
  readonly next: number;
}

const values: readonly Score[] = [1, 2, 3, 4, 5, null];

/**
 * A rubric for scoring someone, with a row per criterion. The sentences for a 1, a 3, and a 5 are
 * its buttons. On phones, there is a row of digits with sentences below it, for one criterion at a
 * time.
 */
export function scorecardView(
  card: ScorecardState,
  give: (score: Score, criterion: number) => void,
  look: (criterion: number) => void,
) {
  return html`<div class="scorecard">
    ${card.criteria.map((criterion, place) => {
      const score = card.scores[place] ?? null;
      const name = `${card.name}-${place}`;
      const sentences = new Map<Score, string>([
        [1, criterion.one],
        [3, criterion.three],
        [5, criterion.five],
      ]);
      const cell = (value: Score) => {
        const sentence = sentences.get(value);
        const isNear = sentence !== undefined && isBeside(value, score);
        return html`<label class="cell ${sentence === undefined ? 'digit' : ''} ${isNear ? 'near' : ''}">
          <input type="radio" name=${name} value=${value ?? 'none'} .checked=${live(value === score)}
            ?disabled=${card.isLocked} @change=${() => give(value, place)} />
          ${value === null ? notAssessedSign : html`<b>${value}</b>`}
          ${sentence && html`<span>${sentence}</span>`}
        </label>`;
      };
      const isNext = card.next === place && !card.isLocked;
      return html`<fieldset class="criterion-row ${card.next === place ? 'on' : ''}" data-criterion=${place}>
        <legend>
          ${isNext ? html`<i class="dot" aria-hidden="true"></i>` : nothing}${criterion.criterion}
        </legend>
        <div class="cells">${values.map(cell)}</div>
        <button type="button" class="quiet anchors-button" aria-expanded=${card.next === place}
          @click=${() => look(place)}>
          What a 1, a 3, and a 5 sound like
        </button>
        <ul class="plain sentences">
          ${[...sentences].map(
            ([
              value,
              sentence,
            ]) => html`<li class=${value === score || isBeside(value, score) ? 'hit' : ''}>
              <b>${value}</b> ${sentence}
            </li>`,
          )}
        </ul>
      </fieldset>`;
    })}
  </div>`;
}

const notAssessedSign = html`<b aria-hidden="true">–</b><span class="sr-only">Not assessed</span>`;

/** True if a 2 or a 4 is between this sentence's score and the next one. */
function isBeside(value: Score, score: Score): boolean {
  return value !== null && (score === 2 || score === 4) && Math.abs(value - score) === 1;
}
