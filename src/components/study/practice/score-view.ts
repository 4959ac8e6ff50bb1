import { html, type TemplateResult } from 'lit-html';
import { criterionView } from '../base/criterion-view.ts';
import type { LadderActions } from './ladder-view.ts';
import type { QuestionCard } from './question-card.ts';

/** The rubric as a form: a score for each criterion, with what a 1, a 3 and a 5 sound like. */
export function scoreView(card: QuestionCard, { act }: LadderActions): TemplateResult {
  const { question, ladder } = card;
  const isLocked = ladder.step === 'scored';
  return html`<section class="panel part-shown" aria-labelledby="part-rubric">
    <h3 id="part-rubric" tabindex="-1" data-focus="rubric">Score yourself</h3>
    <p class="note">
      By the rubric, as an interviewer would. The model answer comes next: look again then, and
      correct a score that was too kind.
    </p>
    ${question.criteria.map((criterion, place) =>
      criterionView(
        {
          name: `criterion-${place}`,
          criterion,
          score: ladder.scores[place] ?? null,
          isLocked,
          isNext: !isLocked && ladder.criterion === place,
        },
        (score) => act({ type: 'score', criterion: place, score }),
      ),
    )}
    <p class="note">
      Keys: <kbd>1</kbd> to <kbd>5</kbd> for the criterion whose turn it is, <kbd>0</kbd> for not
      assessed.
    </p>
  </section>`;
}
