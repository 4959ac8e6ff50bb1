import { html, nothing, type TemplateResult } from 'lit-html';
import { tellsOwnStories } from '../../../domain/guide/own-stories.ts';
import { showsTouchedPoints } from '../../../domain/practice/ladder.ts';
import { cutAtRanges } from '../../../domain/practice/mark-ranges.ts';
import type { TouchedPoint } from '../../../domain/practice/touched-points.ts';
import { clockText } from '../../../domain/words/clock-text.ts';
import type { QuestionCard } from './question-card.ts';

/** Compares a typed answer with the points of its question. */
export type CompareAnswer = (card: QuestionCard) => readonly TouchedPoint[];

/** What the reader said, typed or recorded; from the rubric on, which points a typed answer touched. */
export function answerView(card: QuestionCard, compare: CompareAnswer | undefined): TemplateResult {
  const { ladder } = card;
  const touched = isCompared(card) && ladder.answer.trim() !== '' ? compare?.(card) : undefined;
  return html`<section class="panel stack" aria-labelledby="own-answer">
    <h3 id="own-answer">Your answer <span class="note">${clockText(card.seconds)}</span></h3>
    ${
      card.recording === undefined
        ? nothing
        : html`<p><audio controls src=${card.recording} aria-label="Your recorded answer"></audio></p>
            <p><a class="button" href=${card.recording} download="answer">Keep the recording</a></p>`
    }
    ${ladder.way === 'typed' ? typedView(ladder.answer, touched) : nothing}
    ${touched === undefined ? nothing : pointsView(touched)}
  </section>`;
}

/** A story of the reader's own can't be told by the words of a hint. */
function isCompared({ ladder, question }: QuestionCard): boolean {
  return showsTouchedPoints(ladder) && !tellsOwnStories(question.level);
}

function typedView(answer: string, touched: readonly TouchedPoint[] | undefined): TemplateResult {
  if (answer.trim() === '') return html`<p class="note">You typed nothing.</p>`;
  const ranges = touched?.flatMap((point) => point.ranges) ?? [];
  return html`<p class="typed">${cutAtRanges(answer, ranges).map(({ text, isMatch }) =>
    isMatch ? html`<mark>${text}</mark>` : text,
  )}</p>`;
}

const touches = [
  { touch: 'touched', label: 'Touched' },
  { touch: 'partly', label: 'Partly touched' },
  { touch: 'not touched', label: 'Not touched' },
] as const;

function pointsView(touched: readonly TouchedPoint[]): TemplateResult {
  return html`<p class="note">
      The points of the hint, compared by their words. It is no score: a good answer may put a point
      in other words. Words that counted are marked above.
    </p>
    <dl class="points">
      ${touches.map(({ touch, label }) => {
        const points = touched.filter((point) => point.touch === touch);
        return points.length === 0
          ? nothing
          : html`<div>
              <dt>${label} (${points.length} of ${touched.length})</dt>
              ${points.map(({ point }) => html`<dd>${point}</dd>`)}
            </div>`;
      })}
    </dl>`;
}
