import { html, type TemplateResult } from 'lit-html';
import type { StudyQuestion } from '../../../domain/practice/study-data.ts';
import type { Score } from '../../../domain/progress/records.ts';
import type { LadderActions } from './ladder-view.ts';
import type { QuestionCard } from './question-card.ts';

const marks: readonly Score[] = [1, 2, 3, 4, 5, null];

/** The rubric as a form: a mark for each criterion, with what a 1, a 3 and a 5 sound like. */
export function scoreView(card: QuestionCard, { act }: LadderActions): TemplateResult {
  const { question, ladder } = card;
  return html`<section class="panel part-shown" aria-labelledby="part-rubric">
    <h3 id="part-rubric" tabindex="-1" data-focus="rubric">Score yourself</h3>
    <p class="note">
      By the rubric, as an interviewer would. The model answer comes next: look again then, and
      correct a score that was too kind.
    </p>
    ${question.criteria.map((criterion, place) =>
      criterionView(criterion, {
        place,
        score: ladder.scores[place] ?? null,
        isNext: ladder.criterion === place,
        isLocked: ladder.step === 'scored',
        choose: (score) => act({ type: 'score', criterion: place, score }),
      }),
    )}
    <p class="note">Keys: <kbd>1</kbd> to <kbd>5</kbd> for the criterion whose turn it is, <kbd>0</kbd> for not assessed.</p>
  </section>`;
}

interface CriterionState {
  readonly place: number;
  readonly score: Score;
  readonly isNext: boolean;
  readonly isLocked: boolean;
  readonly choose: (score: Score) => void;
}

function criterionView(
  { criterion, one, three, five }: StudyQuestion['criteria'][number],
  { place, score, isNext, isLocked, choose }: CriterionState,
): TemplateResult {
  return html`<fieldset class="criterion" ?data-next=${isNext} ?disabled=${isLocked}>
    <legend>${criterion}</legend>
    <dl class="anchors">
      <div><dt>1</dt><dd>${one}</dd></div>
      <div><dt>3</dt><dd>${three}</dd></div>
      <div><dt>5</dt><dd>${five}</dd></div>
    </dl>
    <div class="row marks">
      ${marks.map(
        (mark) =>
          html`<label class="mark">
            <input
              type="radio"
              name="criterion-${place}"
              .checked=${score === mark}
              @change=${() => choose(mark)}
            />
            <span>${mark ?? 'Not assessed'}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
