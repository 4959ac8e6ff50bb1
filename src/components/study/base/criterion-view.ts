import { html, nothing } from 'lit-html';
import { notAssessed } from '../../../domain/mock/scored-question.ts';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';

type Give = (score: Score, place: number) => void;

interface RubricState {
  /** Prefix for the names of its radio groups. It is unique on the page. */
  readonly name: string;
  readonly criteria: StudyQuestion['criteria'];
  readonly scores: readonly Score[];
  readonly isLocked?: boolean;
  /**
   * Index of the criterion that digit keys score. Later criteria don't count as "not assessed" yet.
   */
  readonly next?: number;
}

const values: readonly Score[] = [1, 2, 3, 4, 5, null];
export const compareWithGuide = 'Compare with the guide';

/**
 * Returns one view per criterion of a rubric, to score it.
 * @param give called with a new score
 */
export function rubricView(rubric: RubricState, give: Give) {
  return rubric.criteria.map((criterion, place) => criterionView(rubric, criterion, place, give));
}

/**
 * Returns radio buttons from 1 to 5 and one for "not assessed".
 * @param describedBy returns the id of a score's description
 */
export function scoreRadios(
  name: string,
  score: Score | undefined,
  give: (score: Score) => void,
  describedBy: (score: Score) => string = () => '',
) {
  const radio = (value: Score) => html`<label>
    <input type="radio" name=${name} value=${value ?? 'none'} aria-describedby=${describedBy(value)}
      .checked=${value === score} @change=${() => give(value)} />
    <span>${value ?? html`<span aria-hidden="true">–</span><span class="sr-only">Not assessed</span>`}</span>
  </label>`;
  return html`<div class="scores">${values.map(radio)}</div>`;
}

/**
 * Shows a criterion with what a 1, a 3, and a 5 sound like. Clicking one of these sentences gives
 * its score. That is a shortcut for the mouse, because keyboard users have the radio buttons.
 */
function criterionView(
  { name: prefix, criteria, scores, isLocked = false, next = criteria.length }: RubricState,
  { criterion, one, three, five }: StudyQuestion['criteria'][number],
  place: number,
  give: Give,
) {
  const name = `${prefix}-${place}`;
  const score = scores[place] ?? (place < next ? null : undefined);
  const anchors = new Map<Score, string>([
    [1, one],
    [3, three],
    [5, five],
  ]);
  const anchorOf = (value: Score) => (anchors.has(value) ? `${name}-${value}` : '');
  const isNext = !isLocked && next === place;
  return html`<fieldset class="criterion" ?disabled=${isLocked} ?data-next=${isNext}>
    <legend>${criterion}</legend>
    ${scoreRadios(name, score, (value) => give(value, place), anchorOf)}
    <dl class="anchors">
      ${[...anchors].map(([points, text]) => {
        const click = isLocked ? nothing : () => give(points, place);
        return html`<div data-points=${points} @click=${click}>
          <dt>${points}</dt>
          <dd id="${name}-${points}">${text}</dd>
        </div>`;
      })}
    </dl>
    <p class="printed">Score: ${score ?? notAssessed}</p>
  </fieldset>`;
}
